package io.sluice.gateway.link;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts the decisions on orders by outcome. Written by the sealer thread, read by any. */
public final class OrderOutcomes {
    private static final int CODES = 256;

    private final AtomicLongArray counts = new AtomicLongArray(CODES);

    /** Orders that turned out like this since the process began. */
    public long count(final Outcome outcome) {
        return counts.get(outcome.code());
    }

    void onRecord(final RecordFlyweight record) {
        if (record.commandType() == PlaceOrderDecoder.TEMPLATE_ID) {
            final int code = record.outcome().code();
            counts.setRelease(code, counts.getPlain(code) + 1);
        }
    }
}
