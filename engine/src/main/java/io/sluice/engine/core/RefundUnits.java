package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;

/** Which units of an order a refund is about, and what they cost. Filled anew for each order. */
final class RefundUnits {
    private final Packs packs;
    private final int[] unitsOfLine = new int[ProtocolLimits.MAX_LINES];

    RefundUnits(final Packs packs) {
        this.packs = packs;
    }

    /** The ladder's rungs about lines: refuses an offer that the order has not, and more units than are left. */
    boolean refuses(final Order order, final LineRequests lines, final Decision decision) {
        return lineUnknown(order, lines, decision) || exceedsLine(order, lines, decision);
    }

    private static boolean lineUnknown(final Order order, final LineRequests lines, final Decision decision) {
        for (int i = 0; i < lines.size(); i++) {
            if (!hasLineOf(order, lines.offer(i))) {
                return decision.refuseLine(Outcome.LINE_UNKNOWN, i, 0);
            }
        }
        return false;
    }

    private boolean exceedsLine(final Order order, final LineRequests lines, final Decision decision) {
        for (int i = 0; i < lines.size(); i++) {
            final long givable = givableOf(order, lines.offer(i));
            if (lines.unitsOfOffer(lines.offer(i)) > givable) {
                return decision.refuseLine(Outcome.REFUND_EXCEEDS_LINE, i, givable);
            }
        }
        return false;
    }

    /** How many units of each line go back: all that are left, or as asked; lines of one offer are emptied in their order. */
    void shareOut(final Order order, final LineRequests lines) {
        for (int i = 0; i < order.lines(); i++) {
            final int givable = packs.givable(order, i);
            final long offer = order.line(i).offer();
            long asked = lines.size() == 0 ? givable : lines.unitsOfOffer(offer);
            for (int earlier = 0; earlier < i && lines.size() > 0; earlier++) {
                asked -= order.line(earlier).offer() == offer ? unitsOfLine[earlier] : 0;
            }
            unitsOfLine[i] = (int) Math.min(givable, asked);
        }
    }

    /** Whether anything of an order can still be given back. */
    boolean areLeft(final Order order) {
        for (int i = 0; i < order.lines(); i++) {
            if (packs.givable(order, i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Units of a line that were shared out to it. */
    int of(final int line) {
        return unitsOfLine[line];
    }

    /** What was taken off those units: of all with them, less what was of those that went back before. Asked before they go. */
    long discountFen(final Order order, final int line) {
        final long discountFen = order.discountFen(line);
        final int all = order.line(line).quantity();
        final int before = order.line(line).refunded();
        return Portion.of(discountFen, before + unitsOfLine[line], all) - Portion.of(discountFen, before, all);
    }

    private static boolean hasLineOf(final Order order, final long offer) {
        for (int i = 0; i < order.lines(); i++) {
            if (order.line(i).offer() == offer) {
                return true;
            }
        }
        return false;
    }

    private long givableOf(final Order order, final long offer) {
        long givable = 0;
        for (int i = 0; i < order.lines(); i++) {
            givable += order.line(i).offer() == offer ? packs.givable(order, i) : 0;
        }
        return givable;
    }
}
