package io.sluice.gateway.imports;

import io.sluice.engine.protocol.ProtocolLimits;
import org.agrona.collections.IntArrayList;

/**
 * Finds the file's viewers whose trail is too long once all lines hold, whatever order they stand in: the core, which asks
 * for an inviter's trail only, does not see that one grow from below. Each line is measured once, behind its inviter's. One
 * thread.
 */
final class InviterTrails {
    private static final short ON_THE_WAY = -1;

    private final InviterGraph graph;
    private final ImportErrors errors;
    /** By line, one more than the hands that its viewer was passed on by. */
    private final short[] measured;

    private final IntArrayList way = new IntArrayList();

    InviterTrails(final InviterGraph graph, final ImportErrors errors) {
        this.graph = graph;
        this.errors = errors;
        measured = new short[graph.end()];
    }

    /** Tells of each line with which a trail becomes too long; what is behind it is measured as if it were left out. */
    void tell() {
        for (int line = 1; line < measured.length; line++) {
            if (graph.isApplied(line)) {
                climb(line);
                while (!way.isEmpty()) {
                    measure(way.popInt());
                }
            }
        }
    }

    /** Puts a line on the way, and the inviters' up to one that is measured. */
    private void climb(final int from) {
        int line = from;
        while (line != 0 && measured[line] == 0) {
            measured[line] = ON_THE_WAY;
            way.pushInt(line);
            line = lineAbove(line);
        }
    }

    /** The next line of whoever invited the viewer of a line, at any hand; 0 for none. */
    private int lineAbove(final int from) {
        long hand = graph.inviter(from);
        for (int hands = 0; hand != 0 && hands <= ProtocolLimits.MAX_TRAIL; hands++) {
            final int line = graph.lineOf(hand);
            if (graph.isApplied(line)) {
                return line;
            }
            hand = graph.coreInviterOf(hand, line);
        }
        return 0;
    }

    private void measure(final int from) {
        long hand = graph.inviter(from);
        int hands = 0;
        while (hand != 0 && hands <= ProtocolLimits.MAX_TRAIL) {
            hands++;
            final int line = graph.lineOf(hand);
            if (graph.isApplied(line)) {
                // Not measured is only what is come to past a line that was left out since: the core will say so.
                hands += Math.max(0, measured[line] - 1);
                break;
            }
            hand = graph.coreInviterOf(hand, line);
        }
        if (hands > ProtocolLimits.MAX_TRAIL) {
            InviterCircles.tellTooLong(from, graph.inviter(from), errors);
            hands = 0;
        }
        measured[from] = (short) (hands + 1);
    }
}
