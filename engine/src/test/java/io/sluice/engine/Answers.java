package io.sluice.engine;

import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.OrderPageDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.DirectBuffer;

/** Keeps what the engine tells its listener. */
public class Answers implements EngineListener {
    /** One answer: of a record, or of a query with sequence 0. */
    public record Answer(long sequence, long timeMs, Outcome outcome, long order, int orders, long replyTo) {}

    private final List<Answer> all = new CopyOnWriteArrayList<>();

    @Override
    public void onRecord(final RecordFlyweight record, final long replyTo) {
        long order = 0;
        if (record.decisionType() == OrderDecisionDecoder.TEMPLATE_ID) {
            order = orderAt(record.buffer(), record.decisionOffset()).order();
        }
        all.add(new Answer(record.sequence(), record.timeMs(), record.outcome(), order, 0, replyTo));
    }

    @Override
    public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {
        final MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
        if (header.templateId() == OrderPageDecoder.TEMPLATE_ID) {
            final OrderPageDecoder page = new OrderPageDecoder().wrapAndApplyHeader(buffer, offset, header);
            all.add(new Answer(0, 0, Outcome.FOUND, 0, page.count(), replyTo));
        } else {
            final OrderDecisionDecoder found = orderAt(buffer, offset);
            all.add(new Answer(0, 0, Outcome.ofCode(found.outcome()), found.order(), 0, replyTo));
        }
    }

    @Override
    public void onBatchEnd() {}

    public List<Answer> all() {
        return all;
    }

    /** The answer to a reply address, null while there is none. */
    public Answer to(final long replyTo) {
        return all.stream()
                .filter(answer -> answer.replyTo() == replyTo)
                .findFirst()
                .orElse(null);
    }

    public long count(final Outcome outcome) {
        return all.stream().filter(answer -> answer.outcome() == outcome).count();
    }

    private static OrderDecisionDecoder orderAt(final DirectBuffer buffer, final int offset) {
        return new OrderDecisionDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
    }
}
