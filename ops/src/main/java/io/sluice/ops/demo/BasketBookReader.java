package io.sluice.ops.demo;

import io.sluice.engine.protocol.ProtocolLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a wholesaler's orders into a live room's baskets: customers, their sequence, lines of what the room sells, and
 * cancellations are the data's; {@link OfferHeat} shapes the demand and quantities shrink to what a person buys.
 */
final class BasketBookReader {
    static final String ORDERS_HEADER = "ms_from_start,order,user,item,quantity,unit_price_fen,cancelled";
    static final String CANCELS_HEADER = "ms_from_start,cancel_order,orig_order,user,item,quantity,delay_ms";

    /** A wholesaler's half dozen is one unit in the room. */
    private static final int UNITS_PER_PIECE = 6;

    /** The most of one line, or half of the offer's limit where that is less, so that who comes back may buy again. */
    private static final int MAX_PIECES = 4;

    private final List<DemoOffer> offers;
    private final Map<Integer, Integer> rankOfItem = new HashMap<>();
    private final Map<Integer, SaleOrder> orders = new LinkedHashMap<>();
    private final Map<Integer, Integer> originals = new LinkedHashMap<>();
    private int customers;

    BasketBookReader(final DemoBrand brand) {
        offers = brand.offers();
        for (int rank = 0; rank < offers.size(); rank++) {
            rankOfItem.put((int) offers.get(rank).item(), rank);
        }
    }

    BasketBook read() throws IOException {
        try (BufferedReader in = DemoResource.open("orders.csv.gz")) {
            CsvTable.read(in, ORDERS_HEADER, this::onOrderLine);
        }
        try (BufferedReader in = DemoResource.open("cancels.csv.gz")) {
            CsvTable.read(in, CANCELS_HEADER, this::onCancelLine);
        }
        final List<SaleOrder> sales = new ArrayList<>(orders.values());
        cancel(sales);
        final OfferHeat heat =
                new OfferHeat(offers.stream().mapToInt(DemoOffer::heat).toArray(), sales);
        final List<Basket> baskets = new ArrayList<>(sales.size());
        for (final SaleOrder sale : sales) {
            baskets.add(basket(sale, heat));
        }
        return new BasketBook(baskets, customers);
    }

    private void onOrderLine(final List<String> row) {
        if ("1".equals(row.get(6))) {
            return;
        }
        final int number = Integer.parseInt(row.get(1));
        final int customer = Integer.parseInt(row.get(2));
        final int quantity = Integer.parseInt(row.get(4));
        final SaleOrder order = orders.computeIfAbsent(number, n -> new SaleOrder(n, customer, quantity));
        customers = Math.max(customers, customer);
        final Integer rank = rankOfItem.get(Integer.parseInt(row.get(3)));
        if (rank != null) {
            order.lines.add(new SaleOrder.Line(rank, quantity));
        }
    }

    private void onCancelLine(final List<String> row) {
        final int cancellation = Integer.parseInt(row.get(1));
        final int original = row.get(2).isEmpty() ? 0 : Integer.parseInt(row.get(2));
        originals.merge(cancellation, original, Math::max);
    }

    /**
     * Each cancellation of the data cancels one order: the one it was matched to, else the nearest one placed before it
     * that still stands. Order and cancellation numbers are one dense series in time.
     */
    private void cancel(final List<SaleOrder> sales) {
        final Map<Integer, Integer> place = new HashMap<>();
        for (int i = 0; i < sales.size(); i++) {
            place.put(sales.get(i).order, i);
        }
        for (final Map.Entry<Integer, Integer> entry : originals.entrySet()) {
            final boolean matched = place.containsKey(entry.getValue());
            int number = matched ? entry.getValue() : entry.getKey();
            while (number > 0 && !cancelIfStanding(sales, place.get(number))) {
                number--;
            }
        }
    }

    private static boolean cancelIfStanding(final List<SaleOrder> sales, final Integer place) {
        if (place == null || sales.get(place).cancelled) {
            return false;
        }
        sales.get(place).cancelled = true;
        return true;
    }

    private Basket basket(final SaleOrder sale, final OfferHeat heat) {
        final int[] quantities = new int[offers.size()];
        for (final SaleOrder.Line line : sale.lines) {
            if (heat.keeps(sale, line)) {
                quantities[line.rank()] = Math.max(quantities[line.rank()], pieces(line.quantity(), line.rank()));
            }
        }
        final List<OrderLine> lines = new ArrayList<>(2);
        for (int rank = 0; rank < quantities.length && lines.size() < ProtocolLimits.MAX_LINES; rank++) {
            if (quantities[rank] > 0) {
                lines.add(new OrderLine(offers.get(rank).offer(), quantities[rank]));
            }
        }
        if (lines.isEmpty()) {
            final int rank = heat.fill(sale);
            lines.add(new OrderLine(offers.get(rank).offer(), pieces(sale.firstQuantity, rank)));
        }
        return new Basket(sale.customer, lines, sale.cancelled);
    }

    private int pieces(final int quantity, final int rank) {
        final int most = Math.min(MAX_PIECES, offers.get(rank).perViewerLimit() / 2);
        return Math.max(1, Math.min(quantity / UNITS_PER_PIECE, most));
    }
}
