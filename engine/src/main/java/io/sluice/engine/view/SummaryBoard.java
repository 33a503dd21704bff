package io.sluice.engine.view;

import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.codec.ChangeRoomStateDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.NoteTouchDecoder;
import io.sluice.engine.protocol.codec.NoteWatchedDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.PostCommentDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import org.agrona.collections.LongArrayList;

/**
 * Every show summed up, built from the records from a given one on and from nothing else. An accepted record opens the summary
 * of its room; a refused one may name a room that there is not, and opens none. One thread at a time.
 *
 * <p>However many shows there were, it knows {@value #MAX_VIEWERS} viewers of them, at most 49 MB, and {@value #MAX_ROWS} rows,
 * about 30 MB: with more, those of the oldest shows are let go, and what is left of such a show is 1 KiB. So a show of 20,000
 * viewers is exact until fifty others of its size came after it, and its minutes, sources and offers stay for hundreds more.
 */
public final class SummaryBoard {
    /** Viewers who are known, of all shows. */
    public static final int MAX_VIEWERS = 1_000_000;

    /** Rows of offers, minutes and sources, of all shows. */
    public static final int MAX_ROWS = 200_000;

    private final long fromSequence;
    private final KeptShows shows;
    private final RecordDispatcher dispatcher = new RecordDispatcher(new Records());
    private final Progress progress;

    /**
     * A board of no shows.
     *
     * @param fromSequence  number of the first record it will be given.
     */
    public SummaryBoard(final long fromSequence) {
        this(fromSequence, MAX_VIEWERS, MAX_ROWS);
    }

    /** A board that keeps less. */
    SummaryBoard(final long fromSequence, final int maxViewers, final int maxRows) {
        this.fromSequence = fromSequence;
        shows = new KeptShows(maxViewers, maxRows);
        progress = new Progress("summaries", fromSequence);
    }

    /**
     * Moves the board by the next record; one that it holds already is passed over.
     *
     * @throws IllegalStateException when a record was left out: the sums would lie from then on.
     */
    public void apply(final RecordFlyweight record) {
        if (!progress.isNext(record)) {
            return;
        }
        if (counts(record.commandType())) {
            dispatcher.onRecord(record);
            shows.changed();
        }
        progress.took(record);
    }

    /** Number of the first record that counts. */
    public long fromSequence() {
        return fromSequence;
    }

    /** Number of the last record applied. */
    public long sequence() {
        return progress.sequence();
    }

    /** A show summed up; of a room that no record told of it is empty. */
    public ShowSummary show(final long room) {
        final ShowSummary known = shows.known(room);
        return known == null ? new ShowSummary() : known;
    }

    private static boolean counts(final int commandType) {
        return switch (commandType) {
            case PlaceOrderDecoder.TEMPLATE_ID,
                    PayOrderDecoder.TEMPLATE_ID,
                    RefundOrderDecoder.TEMPLATE_ID,
                    PostCommentDecoder.TEMPLATE_ID,
                    NoteTouchDecoder.TEMPLATE_ID,
                    NoteWatchedDecoder.TEMPLATE_ID,
                    ChangeRoomStateDecoder.TEMPLATE_ID -> true;
            default -> false;
        };
    }

    /** Reads what a record says into the board. */
    private final class Records implements RecordVisitor {
        /** The offers of the order so far: it counts once for an offer of which it has several lines. */
        private final LongArrayList offers = new LongArrayList();

        @Override
        public void onPlaceOrder(
                final RecordFlyweight record, final PlaceOrderDecoder command, final OrderDecisionDecoder decision) {
            if (record.outcome() == Outcome.RESERVED) {
                final ShowSummary show = shows.change(decision.room(), record.sequence());
                show.audience().press(decision.viewer());
                show.audience().reserve(decision.viewer());
                final ShowSummary.Rows rows = show.rows(record.timeMs(), record.timeMs(), decision);
                rows.ask();
                rows.reserve();
                offers.clear();
                for (final OrderDecisionDecoder.LinesDecoder line : decision.lines()) {
                    rows.forEach(row -> row.reserve(line));
                    final SummaryRow offer = show.offer(record.timeMs(), line.offer());
                    if (isFirst(line.offer())) {
                        offer.ask();
                        offer.reserve();
                    }
                    offer.reserve(line);
                }
            } else if (record.outcome().isRefusal()) {
                final ShowSummary show = shows.changeKnown(command.room(), record.sequence());
                if (show != null) {
                    refused(show, record, command);
                }
            }
        }

        private void refused(final ShowSummary show, final RecordFlyweight record, final PlaceOrderDecoder command) {
            show.audience().press(command.viewer());
            show.rows(record.timeMs(), record.timeMs(), null).ask();
            offers.clear();
            for (final PlaceOrderDecoder.LinesDecoder line : command.lines()) {
                if (show.sells(line.offer()) && isFirst(line.offer())) {
                    show.offer(record.timeMs(), line.offer()).ask();
                }
            }
        }

        private boolean isFirst(final long offer) {
            if (offers.containsLong(offer)) {
                return false;
            }
            offers.addLong(offer);
            return true;
        }

        @Override
        public void onPayOrder(
                final RecordFlyweight record, final PayOrderDecoder command, final OrderDecisionDecoder decision) {
            if (record.outcome() != Outcome.PAID && record.outcome() != Outcome.PAID_LATE) {
                return;
            }
            final ShowSummary show = shows.change(decision.room(), record.sequence());
            show.audience().pay(decision.viewer());
            final ShowSummary.Rows rows = show.rows(decision.placedAtMs(), record.timeMs(), decision);
            rows.pay();
            offers.clear();
            for (final OrderDecisionDecoder.LinesDecoder line : decision.lines()) {
                rows.forEach(row -> row.pay(line));
                final SummaryRow offer = show.offer(decision.placedAtMs(), line.offer());
                if (isFirst(line.offer())) {
                    offer.pay();
                }
                offer.pay(line);
            }
        }

        @Override
        public void onRefundOrder(
                final RecordFlyweight record, final RefundOrderDecoder command, final OrderDecisionDecoder decision) {
            if (record.outcome() != Outcome.REFUNDED) {
                return;
            }
            final ShowSummary show = shows.change(decision.room(), record.sequence());
            final ShowSummary.Rows rows = show.rows(decision.placedAtMs(), record.timeMs(), decision);
            final boolean isWhole = decision.state() == OrderState.REFUNDED.code();
            if (isWhole) {
                show.audience().giveBack(decision.viewer());
                rows.refundWhole();
            }
            for (final OrderDecisionDecoder.LinesDecoder line : decision.lines()) {
                rows.forEach(row -> row.refund(line));
                show.offer(decision.placedAtMs(), line.offer()).refund(line);
            }
        }

        @Override
        public void onPostComment(
                final RecordFlyweight record, final PostCommentDecoder command, final DecisionDecoder decision) {
            if (record.outcome() == Outcome.ACCEPTED) {
                shows.change(command.room(), record.sequence()).audience().enter(command.viewer());
            }
        }

        @Override
        public void onNoteTouch(
                final RecordFlyweight record, final NoteTouchDecoder command, final DecisionDecoder decision) {
            if (record.outcome() == Outcome.ACCEPTED && command.room() != 0) {
                shows.change(command.room(), record.sequence()).audience().enter(command.viewer());
            }
        }

        @Override
        public void onNoteWatched(
                final RecordFlyweight record, final NoteWatchedDecoder command, final DecisionDecoder decision) {
            if (record.outcome() == Outcome.ACCEPTED) {
                final ShowAudience audience =
                        shows.change(command.room(), record.sequence()).audience();
                for (final NoteWatchedDecoder.ViewersDecoder each : command.viewers()) {
                    audience.watch(each.viewer(), each.seconds());
                }
            }
        }

        @Override
        public void onChangeRoomState(
                final RecordFlyweight record, final ChangeRoomStateDecoder command, final DecisionDecoder decision) {
            if (record.outcome() != Outcome.ACCEPTED) {
                return;
            }
            final ShowSummary show = shows.change(command.room(), record.sequence());
            if (command.state() == RoomState.LIVE.code()) {
                show.goLive(record.timeMs());
            } else if (command.state() == RoomState.ENDED.code()) {
                show.end(record.timeMs());
            }
        }
    }
}
