package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.view.PackBoard;
import io.sluice.gateway.http.JsonWriter;
import io.sluice.gateway.http.OrderAnswerWriter;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.Reply;
import io.sluice.gateway.link.ReplyHandler;
import java.util.ArrayDeque;
import java.util.Deque;
import org.agrona.DirectBuffer;

/**
 * Tells viewers what became of their orders: every accepted decision goes to all connections its owner has here. A
 * refund's record has only what is refunded, and a payment's not which lines its vouchers are of, so there the whole order is
 * asked for first. On the ticker's event loop.
 */
public final class OrderNews {
    /** Orders that may wait to be asked for while the ring is full. */
    private static final int MAX_WAITING = 4_096;

    private final LiveRooms rooms;
    private final EngineClient client;
    private final PackBoard packs;
    private final Durability durability;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderDecisionDecoder decision = new OrderDecisionDecoder();
    private final FindOrderWriter findOrder = new FindOrderWriter();
    private final JsonWriter json = new JsonWriter();
    private final Deque<ChangedOrder> waiting = new ArrayDeque<>();

    /**
     * News for the viewers of these rooms.
     *
     * @param client  of the ticker's event loop.
     * @param engine  its boards, and what a durable record survives.
     */
    public OrderNews(final LiveRooms rooms, final EngineClient client, final EnginePort engine) {
        this.rooms = rooms;
        this.client = client;
        packs = engine.brandBoard().campaigns().packs();
        durability = engine.durability();
    }

    void onRecord(final RecordFlyweight record) {
        if (record.decisionType() != OrderDecisionDecoder.TEMPLATE_ID) {
            return;
        }
        final Outcome outcome = record.outcome();
        switch (outcome) {
            case RESERVED, CANCELLED, EXPIRED ->
                tell(record.buffer(), record.decisionOffset(), outcome == Outcome.RESERVED);
            case PAID, PAID_LATE -> tellPaid(record);
            case REFUNDED -> askForWhole(record);
            default -> {
                // A refusal or a repetition is told to who asked, and money due back changes no order.
            }
        }
    }

    /** Asks once more for what could not be asked for. */
    void retry() {
        while (!waiting.isEmpty() && ask(waiting.peekFirst())) {
            waiting.removeFirst();
        }
    }

    private void tellPaid(final RecordFlyweight record) {
        decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        if (decision.firstVoucher() > 0) {
            askForWhole(record);
        } else {
            tell(record.buffer(), record.decisionOffset(), false);
        }
    }

    private void tell(final DirectBuffer buffer, final int offset, final boolean isNew) {
        decision.wrapAndApplyHeader(buffer, offset, header);
        final LiveViewer[] viewers = rooms.directory().of(decision.viewer());
        if (viewers.length == 0) {
            return;
        }
        final long sequence = decision.answeredAt();
        json.reset().beginObject().name("t").value("order");
        OrderAnswerWriter.writeFields(json, decision, packs, durability);
        json.endObject();
        final ByteBuf frame = WireFrames.text(json);
        for (final LiveViewer viewer : viewers) {
            final ByteBuf copy = frame.retainedDuplicate();
            viewer.registry().post(() -> deliver(viewer, copy, isNew ? sequence : 0));
        }
        frame.release();
    }

    /** A viewer that was just answered this very order needs no news of it. */
    private static void deliver(final LiveViewer viewer, final ByteBuf frame, final long newOrderSequence) {
        if (newOrderSequence != 0 && viewer.lastAnswered() == newOrderSequence) {
            frame.release();
        } else {
            viewer.registry().tell(viewer, frame);
        }
    }

    private void askForWhole(final RecordFlyweight record) {
        decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        final ChangedOrder changed = new ChangedOrder(decision.viewer(), decision.order());
        if (rooms.directory().of(changed.viewer).length == 0 || ask(changed)) {
            return;
        }
        if (waiting.size() < MAX_WAITING) {
            waiting.addLast(changed);
        } else {
            rooms.counters().increment(RoomCounter.NEWS_LOST);
        }
    }

    private boolean ask(final ChangedOrder changed) {
        return client.send(findOrder.of(changed.viewer, changed.order), changed) >= 0;
    }

    /** An order whose whole picture is on its way. */
    private final class ChangedOrder implements ReplyHandler {
        private final long viewer;
        private final long order;

        ChangedOrder(final long viewer, final long order) {
            this.viewer = viewer;
            this.order = order;
        }

        @Override
        public void onReply(final Reply reply) {
            if (reply.outcome() == Outcome.FOUND) {
                tell(reply.buffer(), reply.decisionOffset(), false);
            }
        }

        @Override
        public void onLate() {
            rooms.counters().increment(RoomCounter.NEWS_LOST);
        }
    }
}
