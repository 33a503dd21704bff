package io.sluice.gateway.imports;

import io.sluice.engine.protocol.Outcome;
import java.util.Arrays;

/**
 * Finds those of a file's viewers who would have invited each other in a circle. Each viewer has one inviter, so whoever
 * follows inviters from a viewer comes to an end or around; each line is followed once. One thread.
 */
final class InviterCircles {
    private static final String INVITER = "inviter";

    private final SeenIds seen;
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
        // By line, the line from which it was come to first.
        final int[] walks = new int[end];
        for (int first = 1; first < end; first++) {
            int line = first;
            while (line != 0 && walks[line] == 0) {
                walks[line] = first;
                line = hostOf(line);
            }
            if (line != 0 && walks[line] == first) {
                tell(line, errors);
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
                INVITER,
                Outcome.CIRCLE_REFERRAL.name(),
                "Viewer " + inviters[last] + " was brought by this one, at hand " + (hands - 1) + ".");
    }

    /** The line of a line's inviter, 0 for none who has one in turn. */
    private int hostOf(final int line) {
        final long host = inviters[line] == 0 ? 0 : seen.line(inviters[line]);
        return host < end ? (int) host : 0;
    }
}
