package io.sluice.ops.demo;

import java.util.List;

/**
 * Bends a shop's even demand into a live room's: few offers take most of the lines.
 *
 * <p>The room should sell offer {@code i} in the share {@code heat[i]} of all lines. Real lines of an offer the shop sold
 * more often than the room should are thinned; a basket that is left empty becomes one line of an offer the room should
 * sell more often than the shop did. Both choices hang on the order's number alone, so every show tells the same
 * baskets.
 */
final class OfferHeat {
    /** Real lines an order keeps on average: fewer lose real baskets, more lose the room's heat. */
    private static final double LINES_PER_ORDER = 1.45;

    private static final long EMPTY_SALT = -1;

    private final double[] keep;
    private final double[] fill;
    private double fillSum;

    /**
     * @param heat wanted share of each offer, in any unit
     * @param orders every order of the data
     */
    OfferHeat(final int[] heat, final List<SaleOrder> orders) {
        keep = new double[heat.length];
        fill = new double[heat.length];
        final int[] sold = new int[heat.length];
        long heatSum = 0;
        for (final SaleOrder order : orders) {
            for (final SaleOrder.Line line : order.lines) {
                sold[line.rank()]++;
            }
        }
        for (final int share : heat) {
            heatSum += share;
        }
        for (int i = 0; i < heat.length; i++) {
            final double wanted = LINES_PER_ORDER * orders.size() * heat[i] / heatSum;
            keep[i] = sold[i] == 0 ? 0 : Math.min(1, wanted / sold[i]);
            fill[i] = Math.max(0, wanted - sold[i]);
            fillSum += fill[i];
        }
    }

    /** Whether the order keeps its line of the offer. */
    boolean keeps(final SaleOrder order, final SaleOrder.Line line) {
        return Scatter.unit(order.order, line.rank()) < keep[line.rank()];
    }

    /** The offer, by rank, that an order without a line of its own buys. */
    int fill(final SaleOrder order) {
        double left = Scatter.unit(order.order, EMPTY_SALT) * fillSum;
        for (int i = 0; i < fill.length; i++) {
            left -= fill[i];
            if (left < 0) {
                return i;
            }
        }
        return 0;
    }
}
