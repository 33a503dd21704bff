package io.sluice.engine.view;

import io.sluice.engine.protocol.Outcome;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * One room's figures: what became of its orders, what was sold, and what operators did last. Changed by its
 * {@link ShowBoard} only and read on that board's thread.
 */
public final class ShowView {
    /** How many deeds are kept. */
    public static final int DEEDS = 60;

    private final long room;
    private final SalePace pace = new SalePace();
    private final long[] refused = new long[Outcome.values().length];
    private final Long2ObjectHashMap<OfferSales> offers = new Long2ObjectHashMap<>();
    private final Deque<Deed> deeds = new ArrayDeque<>();
    private long reservedOrders;
    private long refusedOrders;
    private long paidOrders;
    private long cancelledOrders;
    private long expiredOrders;
    private long refundedOrders;
    private long paidFen;
    private long refundedFen;

    ShowView(final long room) {
        this.room = room;
    }

    /** The room's id. */
    public long room() {
        return room;
    }

    /** Orders that were reserved. */
    public long reservedOrders() {
        return reservedOrders;
    }

    /** Orders that were refused; the same answer given again is not counted again. */
    public long refusedOrders() {
        return refusedOrders;
    }

    /** Orders that were refused for a reason. */
    public long refused(final Outcome reason) {
        return refused[reason.ordinal()];
    }

    /** Orders that were paid, in time or late. */
    public long paidOrders() {
        return paidOrders;
    }

    /** Orders that their viewers gave back. */
    public long cancelledOrders() {
        return cancelledOrders;
    }

    /** Orders whose hold ended, those included that were paid late. */
    public long expiredOrders() {
        return expiredOrders;
    }

    /** Orders of which everything was refunded. */
    public long refundedOrders() {
        return refundedOrders;
    }

    /** Money that orders were paid with, fen. */
    public long paidFen() {
        return paidFen;
    }

    /** Money that went back, fen. */
    public long refundedFen() {
        return refundedFen;
    }

    /** How the sale went lately. */
    public SalePace pace() {
        return pace;
    }

    /** What was sold of each offer that was ever reserved, in no order. */
    public Collection<OfferSales> offers() {
        return Collections.unmodifiableCollection(offers.values());
    }

    /** What operators did last, the newest first. */
    public Collection<Deed> deeds() {
        return Collections.unmodifiableCollection(deeds);
    }

    void reserve(final long timeMs) {
        reservedOrders++;
        pace.add(SalePace.Series.RESERVED, timeMs, 1);
    }

    void refuse(final Outcome reason, final long timeMs) {
        refusedOrders++;
        refused[reason.ordinal()]++;
        pace.add(SalePace.Series.REFUSED, timeMs, 1);
    }

    void pay(final long timeMs, final long fen) {
        paidOrders++;
        paidFen += fen;
        pace.add(SalePace.Series.PAID, timeMs, 1);
        pace.add(SalePace.Series.PAID_FEN, timeMs, fen);
    }

    void cancel() {
        cancelledOrders++;
    }

    void expire() {
        expiredOrders++;
    }

    void refund(final long timeMs, final long fen, final boolean isWhole) {
        refundedOrders += isWhole ? 1 : 0;
        refundedFen += fen;
        pace.add(SalePace.Series.REFUNDED_FEN, timeMs, fen);
    }

    OfferSales offer(final long offer) {
        return offers.computeIfAbsent(offer, OfferSales::new);
    }

    void note(final Deed deed) {
        if (deeds.size() == DEEDS) {
            deeds.removeLast();
        }
        deeds.addFirst(deed);
    }
}
