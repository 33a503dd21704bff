package io.sluice.gateway.http;

import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.view.AttributionSentence;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.Credit;
import io.sluice.engine.view.Earning;
import io.sluice.engine.view.EarningSentence;
import io.sluice.engine.view.OrderSteps;
import io.sluice.gateway.link.EnginePort;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one order's story out of the journal, and writes it as the contract's schema OrderStory. The steps that its trail
 * knows are read one by one; records from before what the trail knows are walked through, {@value #MAX_WALK} at most, and the
 * story then says where to go on. For one request; reads files, so that it is for no event loop.
 */
final class OrderStory {
    /** Records that one answer walks through. */
    static final int MAX_WALK = 200_000;
    /** Steps that one answer has of those that the trail knows: an owner may have tried to cancel a paid order again and again. */
    private static final int MAX_STEPS = 200;

    private final EnginePort engine;
    private final Found found;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderDecisionDecoder decision = new OrderDecisionDecoder();
    private final OrderStep step = new OrderStep();
    private final JsonWriter json = new JsonWriter();
    private final List<Earning> earnings = new ArrayList<>();
    private boolean hasPayment;

    OrderStory(final EnginePort engine, final Found found) {
        this.engine = engine;
        this.found = found;
    }

    /**
     * What the core said of the order.
     *
     * @param order     its number.
     * @param viewer    its owner.
     * @param room      where it was placed.
     * @param placedAt  the record that placed it.
     * @param state     what became of it.
     * @param credit    who it counts for.
     * @param earnings  what is left of what was earned of it.
     */
    record Found(
            long order,
            long viewer,
            long room,
            long placedAt,
            OrderState state,
            Credit credit,
            List<Earning> earnings) {
        /** Copied out of an answer, whose last byte is before {@code end}. */
        static Found of(final OrderDecisionDecoder decision, final int end) {
            return new Found(
                    decision.order(),
                    decision.viewer(),
                    decision.room(),
                    decision.answeredAt(),
                    OrderState.ofCode(decision.state()),
                    Credit.of(decision),
                    Earning.behind(decision, end));
        }
    }

    /** The body: the steps from the record {@code wanted} on, 0 for all of them. */
    Buffer read(final OrderTrail trail, final long wanted) {
        final long oldest = Math.max(1, engine.firstSequence());
        final long from = Math.max(Math.max(found.placedAt(), wanted), oldest);
        json.reset().beginObject();
        json.name("order").digitString(found.order());
        json.name("viewer").value(found.viewer());
        json.name("room").value(found.room());
        json.name("state").value(found.state().name());
        json.name("fromSequence").value(from);
        json.name("steps").beginArray();
        final long walked = from < trail.fromSequence() ? walk(from, trail.fromSequence()) : from;
        final long next = walked < trail.fromSequence() ? walked : readSteps(trail, walked);
        json.endArray();
        if (next > 0) {
            json.name("next").value(next);
        }
        writeSentences(next == 0 && wanted == 0);
        return json.endObject().toBuffer();
    }

    /** Writes the steps from one record up to before another; answers where to go on, which is that one if it got there. */
    private long walk(final long from, final long to) {
        final long end = Math.min(to, from + MAX_WALK);
        final OrderSteps steps = new OrderSteps();
        try (JournalReader reader = engine.reader(from)) {
            for (long sequence = from; sequence < end; sequence++) {
                final RecordFlyweight record = reader.next();
                if (record == null) {
                    throw new IllegalStateException("record " + sequence + " cannot be found, although it is durable");
                }
                if (steps.orderOf(record) == found.order()) {
                    write(record);
                }
            }
        }
        return end;
    }

    /** Writes the known steps from a record on; answers where to go on, 0 when these were all. */
    private long readSteps(final OrderTrail trail, final long from) {
        int written = 0;
        for (int i = 0; i < trail.size(); i++) {
            final long sequence = trail.sequence(i);
            if (sequence >= from && written++ == MAX_STEPS) {
                return sequence;
            }
            if (sequence >= from) {
                readStep(sequence);
            }
        }
        return 0;
    }

    private void readStep(final long sequence) {
        try (JournalReader reader = engine.reader(sequence)) {
            final RecordFlyweight record = reader.next();
            if (record == null || record.sequence() != sequence) {
                throw new IllegalStateException("record " + sequence + " cannot be found, although it is durable");
            }
            write(record);
        }
    }

    private void write(final RecordFlyweight record) {
        decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        hasPayment |= record.outcome() == Outcome.PAID || record.outcome() == Outcome.PAID_LATE;
        earnings.addAll(Earning.behind(decision, record.decisionOffset() + record.decisionLength()));
        step.write(record, json);
    }

    /** Only with all steps is known what refunds took back; otherwise it says what is left. */
    private void writeSentences(final boolean hasAll) {
        final BrandBoard board = engine.brandBoard();
        final AttributionSentence attribution = AttributionSentence.of(found.credit(), board);
        json.name("attribution").beginObject().name("en").value(attribution.en());
        json.name("zh").value(attribution.zh()).endObject();
        final EarningSentence earned = hasAll && hasPayment
                ? EarningSentence.of(earnings, board)
                : isPaid() ? EarningSentence.of(found.earnings(), board) : EarningSentence.NOT_PAID;
        json.name("earnings").beginObject().name("en").value(earned.en());
        json.name("zh").value(earned.zh()).endObject();
    }

    private boolean isPaid() {
        return found.state() == OrderState.PAID || found.state() == OrderState.REFUNDED;
    }
}
