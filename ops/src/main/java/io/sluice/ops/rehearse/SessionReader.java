package io.sluice.ops.rehearse;

import io.sluice.bench.load.Flow;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.AddLikesDecoder;
import io.sluice.engine.protocol.codec.ApproveProposalDecoder;
import io.sluice.engine.protocol.codec.CancelOrderDecoder;
import io.sluice.engine.protocol.codec.ChangeStockDecoder;
import io.sluice.engine.protocol.codec.CloseAllotmentDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.MoveStockDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.PostCommentDecoder;
import io.sluice.engine.protocol.codec.PutOfferDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the last session of a room in a journal: what lies between two pauses of half an hour, and has orders. The moments are
 * core time. One thread.
 */
final class SessionReader implements RecordVisitor {
    private static final long PAUSE_BETWEEN_MS = 30 * 60_000L;
    /** A tap of the rig's is one to five likes, three on average. */
    private static final int LIKES_A_TAP = 3;

    private final long room;
    private final Map<Long, OfferTerms> terms = new HashMap<>();
    private final Map<Long, Long> stock = new HashMap<>();
    private JournalSession present;
    private JournalSession last;

    /** What an offer was, as its newest terms say. */
    record OfferTerms(long item, long priceFen, int perViewer, int holdSeconds) {}

    /** A reader that has not begun. */
    SessionReader(final long room) {
        this.room = room;
    }

    /** The room with most orders; 0 when there is none. */
    static long busiestRoom(final ReadOnlyJournal journal) {
        final Map<Long, Long> orders = new HashMap<>();
        read(journal, new RecordVisitor() {
            @Override
            public void onPlaceOrder(
                    final RecordFlyweight record,
                    final PlaceOrderDecoder command,
                    final OrderDecisionDecoder decision) {
                if (record.outcome() != Outcome.ROOM_UNKNOWN) {
                    orders.merge(command.room(), 1L, Long::sum);
                }
            }
        });
        return orders.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0L);
    }

    /** Reads the journal; null when the room has had no order. */
    JournalSession lastSession(final ReadOnlyJournal journal) {
        read(journal, this);
        return isSession(present) ? present : last;
    }

    private static void read(final ReadOnlyJournal journal, final RecordVisitor visitor) {
        final RecordDispatcher dispatcher = new RecordDispatcher(visitor);
        try (JournalReader reader = journal.reader(Math.max(1, journal.firstSequence()))) {
            for (RecordFlyweight record = reader.next(); record != null; record = reader.next()) {
                dispatcher.onRecord(record);
            }
        }
    }

    /** What is known of an offer; null where its record was pruned. */
    OfferTerms terms(final long offer) {
        return terms.get(offer);
    }

    @Override
    public void onPlaceOrder(
            final RecordFlyweight record, final PlaceOrderDecoder command, final OrderDecisionDecoder decision) {
        if (command.room() == room) {
            final JournalSession session = at(record.timeMs());
            session.sawViewer(command.viewer());
            if (record.outcome() == Outcome.REPEATED) {
                session.repeated();
                return;
            }
            session.came(Flow.ORDERS, record.timeMs(), 1);
            session.ordered();
            if (record.outcome() != Outcome.OFFER_UNKNOWN) {
                for (final PlaceOrderDecoder.LinesDecoder line : command.lines()) {
                    session.pressed(line.offer());
                }
            }
            if (record.outcome() == Outcome.RESERVED) {
                session.reserved(decision.order());
            }
        }
        noteStock(decision);
    }

    @Override
    public void onPayOrder(
            final RecordFlyweight record, final PayOrderDecoder command, final OrderDecisionDecoder decision) {
        if (present != null && (record.outcome() == Outcome.PAID || record.outcome() == Outcome.PAID_LATE)) {
            present.paid(decision.order());
        }
        noteStock(decision);
    }

    @Override
    public void onCancelOrder(
            final RecordFlyweight record, final CancelOrderDecoder command, final OrderDecisionDecoder decision) {
        if (present != null && record.outcome() == Outcome.CANCELLED) {
            present.cancelled(decision.order());
        }
        noteStock(decision);
    }

    @Override
    public void onExpireOrder(
            final RecordFlyweight record, final ExpireOrderDecoder command, final OrderDecisionDecoder decision) {
        noteStock(decision);
    }

    @Override
    public void onRefundOrder(
            final RecordFlyweight record, final RefundOrderDecoder command, final OrderDecisionDecoder decision) {
        noteStock(decision);
    }

    @Override
    public void onPostComment(
            final RecordFlyweight record, final PostCommentDecoder command, final DecisionDecoder decision) {
        if (command.room() == room) {
            at(record.timeMs()).came(Flow.COMMENTS, record.timeMs(), 1);
            present.sawViewer(command.viewer());
        }
    }

    @Override
    public void onAddLikes(
            final RecordFlyweight record, final AddLikesDecoder command, final DecisionDecoder decision) {
        if (command.room() == room) {
            final int taps = (command.count() + LIKES_A_TAP - 1) / LIKES_A_TAP;
            at(record.timeMs()).came(Flow.LIKES, record.timeMs(), taps);
        }
    }

    @Override
    public void onChangeStock(
            final RecordFlyweight record, final ChangeStockDecoder command, final DecisionDecoder decision) {
        if (record.outcome() == Outcome.ACCEPTED) {
            stockChanged(command.item(), command.change(), decision);
        }
    }

    @Override
    public void onApproveProposal(
            final RecordFlyweight record, final ApproveProposalDecoder command, final DecisionDecoder decision) {
        if (record.outcome() == Outcome.ACCEPTED) {
            stockChanged(decision.item(), -decision.detail(), decision);
        }
    }

    private void stockChanged(final long item, final long change, final DecisionDecoder decision) {
        if (present != null) {
            present.stockChanged(item, change, decision.available());
        }
        stock.put(item, decision.available());
    }

    @Override
    public void onMoveStock(
            final RecordFlyweight record, final MoveStockDecoder command, final DecisionDecoder decision) {
        if (record.outcome().kind() == Outcome.Kind.ACCEPTED && command.from() == 0) {
            stock.computeIfPresent(command.item(), (item, units) -> units - command.units());
        }
        noteStock(decision);
    }

    @Override
    public void onCloseAllotment(
            final RecordFlyweight record, final CloseAllotmentDecoder command, final DecisionDecoder decision) {
        noteStock(decision);
    }

    @Override
    public void onPutOffer(
            final RecordFlyweight record, final PutOfferDecoder command, final DecisionDecoder decision) {
        if (record.outcome().kind() == Outcome.Kind.ACCEPTED) {
            terms.put(
                    command.offer(),
                    new OfferTerms(
                            command.item(), command.listPriceFen(), command.perViewerLimit(), command.holdSeconds()));
        }
    }

    private JournalSession at(final long timeMs) {
        if (present == null || timeMs - present.lastMs() > PAUSE_BETWEEN_MS) {
            last = isSession(present) ? present : last;
            present = new JournalSession(timeMs, stock);
        }
        return present;
    }

    private static boolean isSession(final JournalSession session) {
        return session != null && !session.offers().isEmpty();
    }

    /** Of the stock that all share, as all of an old record is; what was set aside is another's. */
    private void noteStock(final DecisionDecoder decision) {
        if (decision.item() != 0 && decision.stockOf() <= 0) {
            stock.put(decision.item(), decision.available());
        }
    }

    /** The same. */
    private void noteStock(final OrderDecisionDecoder decision) {
        decision.sbeRewind();
        for (final OrderDecisionDecoder.LinesDecoder line : decision.lines()) {
            line.offer();
        }
        for (final OrderDecisionDecoder.StockDecoder each : decision.stock()) {
            if (each.stockOf() <= 0) {
                stock.put(each.item(), each.available());
            }
        }
    }
}
