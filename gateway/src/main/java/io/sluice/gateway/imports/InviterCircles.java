package io.sluice.gateway.imports;

import io.sluice.engine.protocol.Outcome;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds those of a file's viewers who would have invited each other in a circle. Each viewer has one inviter, so whoever
 * follows inviters from a viewer comes to an end or around; each line is followed once. One thread.
 */
final class InviterCircles {
    private final SeenIds seen;
    private final BitSet done = new BitSet();
    /** By line. */
    private long[] inviters = new long[1024];

    private int end;

    InviterCircles(final SeenIds seen) {
        this.seen = seen;
    }

    /** Notes who a line says was the inviter. */
    void add(final long line, final long inviter) {
        if (line >= inviters.length) {
            inviters = Arrays.copyOf(
                    inviters, (int) Math.min(CsvFile.MAX_LINES + 1L, Math.max(line + 1, inviters.length * 2L)));
        }
        inviters[(int) line] = inviter;
        end = (int) line + 1;
    }

    /** Tells of each circle, at its last line: the engine would refuse that one. */
    void tell(final ImportErrors errors) {
        final BitSet way = new BitSet();
        for (int first = 0; first < end; first++) {
            int line = first;
            while (line != 0 && !done.get(line)) {
                done.set(line);
                way.set(line);
                line = hostOf(line);
            }
            if (line != 0 && way.get(line)) {
                tell(line, errors);
            }
            for (int walked = first; walked != 0 && way.get(walked); walked = hostOf(walked)) {
                way.clear(walked);
            }
        }
    }

    private void tell(final int anyOfIt, final ImportErrors errors) {
        int last = anyOfIt;
        int hands = 1;
        for (int line = hostOf(anyOfIt); line != anyOfIt; line = hostOf(line)) {
            last = Math.max(last, line);
            hands++;
        }
        errors.add(
                last,
                ImportKind.VIEWERS.columns().get(4),
                Outcome.CIRCLE_REFERRAL.name(),
                "Viewer " + inviters[last] + " was brought by this one, at hand " + (hands - 1) + ".");
    }

    /** The line of a line's inviter, 0 for none. */
    private int hostOf(final int line) {
        return inviters[line] == 0 ? 0 : (int) seen.line(inviters[line]);
    }
}
