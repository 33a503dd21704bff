package io.sluice.gateway.imports;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;

/**
 * Finds the lines that the core would refuse for their inviter. It goes from line to line as the core will: the lines before
 * hold already, and whoever has no such line has the inviter whom the core has. One thread.
 */
final class InviterCircles {
    static final String INVITER = "inviter";

    private final InviterGraph graph;

    InviterCircles(final InviterGraph graph) {
        this.graph = graph;
    }

    /** Tells of each line that closes a circle or goes on where a trail is at its end. */
    void tell(final ImportErrors errors) {
        for (int line = 1; line < graph.end(); line++) {
            if (graph.inviter(line) != 0 && graph.isApplied(line)) {
                tell(line, errors);
            }
        }
    }

    private void tell(final int line, final ImportErrors errors) {
        final long inviter = graph.inviter(line);
        long hand = inviter;
        for (int i = 0; i < ProtocolLimits.MAX_TRAIL; i++) {
            final int handsLine = graph.lineOf(hand);
            if (handsLine == line) {
                errors.add(
                        line,
                        INVITER,
                        Outcome.CIRCLE_REFERRAL.name(),
                        "Viewer " + inviter + " was brought by this one, at hand " + i + ".");
                return;
            }
            hand = handsLine < line && graph.isApplied(handsLine)
                    ? graph.inviter(handsLine)
                    : graph.coreInviterOf(hand, handsLine);
            if (hand == 0) {
                return;
            }
        }
        tellTooLong(line, inviter, errors);
    }

    static void tellTooLong(final int line, final long inviter, final ImportErrors errors) {
        errors.add(
                line,
                INVITER,
                Outcome.TRAIL_TOO_LONG.name(),
                "Viewer " + inviter + " was passed on by as many hands as there may be.");
    }
}
