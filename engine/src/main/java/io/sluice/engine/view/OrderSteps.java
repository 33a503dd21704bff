package io.sluice.engine.view;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;

/** Tells which records are steps of an order's story. One thread; allocates nothing. */
public final class OrderSteps {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderDecisionDecoder decision = new OrderDecisionDecoder();

    /**
     * The order of which a record is a step; 0 for none. An answer that is given again is none, nor is a hold that did not
     * end because the order had been paid or given back: nothing became of it.
     */
    public long orderOf(final RecordFlyweight record) {
        if (record.decisionType() != OrderDecisionDecoder.TEMPLATE_ID
                || record.outcome() == Outcome.REPEATED
                || record.outcome() == Outcome.HOLD_NOT_DUE) {
            return 0;
        }
        return decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header)
                .order();
    }

    /** The room of the order that {@link #orderOf} told last. */
    long room() {
        return decision.room();
    }
}
