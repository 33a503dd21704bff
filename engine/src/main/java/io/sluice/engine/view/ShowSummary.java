package io.sluice.engine.view;

import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A show summed up: how far its viewers came, and what became of its orders, in all, by offer, by minute and by where they
 * came from. Orders that were placed once it had ended, of its replay, stand apart and are in none of those. Changed by its
 * {@link SummaryBoard} only and read on that board's thread.
 *
 * <p>It grows with the room's offers, which the core bounds, with {@value #MAX_MINUTES} minutes and {@value #MAX_SOURCES}
 * sources, about 150 bytes a row, and with its viewers as {@link ShowAudience} says: an evening of four hours with 20,000
 * viewers, 40 offers and 30 sources takes about 0.6 MB. Once both are forgotten 1 KiB is left.
 */
public final class ShowSummary {
    /** Minutes that have a row of their own, half a day; what happens later is in one row. */
    public static final int MAX_MINUTES = 720;

    /** Sources that have a row of their own; others of their kind are in one row. */
    public static final int MAX_SOURCES = 500;

    /** The row of everything later than the last minute that has one of its own. */
    public static final long LATER = Long.MAX_VALUE;

    private static final long MINUTE_MS = 60_000;
    private static final long NEVER_MS = Long.MAX_VALUE;

    private final ShowAudience audience = new ShowAudience();
    private final SummaryRow total = new SummaryRow();
    private final SummaryRow replay = new SummaryRow();
    private final SummaryRow unseen = new SummaryRow();
    private final SortedMap<Long, SummaryRow> offers = new TreeMap<>();
    private final SortedMap<Long, SummaryRow> minutes = new TreeMap<>();
    private final Map<OrderSource, SummaryRow> sources = new LinkedHashMap<>();
    private long wentLiveAtMs = NEVER_MS;
    private long endedAtMs = NEVER_MS;
    private boolean keepsRows = true;
    private long changedBy;

    /** How far its viewers came, those of the replay included. */
    public ShowAudience audience() {
        return audience;
    }

    /** All orders placed before its end. */
    public SummaryRow total() {
        return total;
    }

    /** All orders placed after it. */
    public SummaryRow replay() {
        return replay;
    }

    /** By offer. */
    public SortedMap<Long, SummaryRow> offers() {
        return Collections.unmodifiableSortedMap(offers);
    }

    /** By minute in which it happened, epoch ms of its beginning; at last {@link #LATER}. */
    public SortedMap<Long, SummaryRow> minutes() {
        return Collections.unmodifiableSortedMap(minutes);
    }

    /** By where they came from, in the order in which that was first seen. */
    public Map<OrderSource, SummaryRow> sources() {
        return Collections.unmodifiableMap(sources);
    }

    /** When it went live, epoch ms; {@link Long#MAX_VALUE} before that. */
    public long wentLiveAtMs() {
        return wentLiveAtMs;
    }

    /** When it ended, epoch ms; {@link Long#MAX_VALUE} before that. */
    public long endedAtMs() {
        return endedAtMs;
    }

    /** Whether offers, minutes and sources have their rows; without them the totals go on. */
    public boolean keepsRows() {
        return keepsRows;
    }

    void goLive(final long timeMs) {
        wentLiveAtMs = timeMs;
        // Whoever was refused before it would otherwise use up the minutes of the show. Nothing was sold before it.
        minutes.clear();
        keepsRows = true;
        audience.begin();
    }

    /** Rows that take memory. */
    int rowCount() {
        return offers.size() + minutes.size() + sources.size();
    }

    /** Takes no memory for rows any more. */
    void forgetRows() {
        offers.clear();
        minutes.clear();
        sources.clear();
        keepsRows = false;
    }

    /** Number of the last record that changed it before its end: by these shows are older and younger than each other. */
    long changedBy() {
        return changedBy;
    }

    /** What happens to a show that has ended makes it no younger: nobody may push out last night's by asking for older ones. */
    void changedBy(final long sequence) {
        if (endedAtMs == NEVER_MS) {
            changedBy = sequence;
        }
    }

    void end(final long timeMs) {
        endedAtMs = timeMs;
    }

    /** A row of each cut for what happened now to an order that was placed then, or was refused. */
    Rows rows(final long placedAtMs, final long timeMs, final OrderDecisionDecoder decision) {
        if (placedAtMs > endedAtMs) {
            return new Rows(replay, null, null);
        }
        if (!keepsRows) {
            return new Rows(total, null, null);
        }
        return new Rows(total, minute(timeMs), decision == null ? null : source(OrderSource.of(decision)));
    }

    /** The row of an offer for an order that was placed then; of the replay, or once rows are forgotten, one that nobody sees. */
    SummaryRow offer(final long placedAtMs, final long offer) {
        return placedAtMs > endedAtMs || !keepsRows ? unseen : offers.computeIfAbsent(offer, none -> new SummaryRow());
    }

    /** Whether it is known to sell an offer: a refused order may name any. */
    boolean sells(final long offer) {
        return offers.containsKey(offer);
    }

    private SummaryRow minute(final long timeMs) {
        final long minute = timeMs - Math.floorMod(timeMs, MINUTE_MS);
        final boolean hasRoom = minutes.isEmpty() || minute - minutes.firstKey() < MAX_MINUTES * MINUTE_MS;
        return minutes.computeIfAbsent(hasRoom ? minute : LATER, none -> new SummaryRow());
    }

    private SummaryRow source(final OrderSource source) {
        final boolean hasRoom = sources.containsKey(source) || sources.size() < MAX_SOURCES;
        return sources.computeIfAbsent(hasRoom ? source : new OrderSource(source.kind(), 0), none -> new SummaryRow());
    }

    /** The rows that something counts in; null where it is in none. */
    record Rows(SummaryRow all, SummaryRow minute, SummaryRow source) {
        void ask() {
            forEach(SummaryRow::ask);
        }

        void reserve() {
            forEach(SummaryRow::reserve);
        }

        void pay() {
            forEach(SummaryRow::pay);
        }

        void refundWhole() {
            forEach(SummaryRow::refundWhole);
        }

        void forEach(final Consumer<SummaryRow> change) {
            change.accept(all);
            if (minute != null) {
                change.accept(minute);
            }
            if (source != null) {
                change.accept(source);
            }
        }
    }
}
