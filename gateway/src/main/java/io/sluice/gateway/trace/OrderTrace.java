package io.sluice.gateway.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.sluice.engine.protocol.Outcome;

/**
 * The trace of one order that is traced: a span from its arrival to its answer, and in it one from the offer to the ring to
 * the durable decision. It knows the order and no person. One event loop's; it never waits.
 */
public final class OrderTrace {
    static final AttributeKey<Long> ROOM = AttributeKey.longKey("sluice.room");
    /** The order's id, as in the API. */
    static final AttributeKey<String> ORDER = AttributeKey.stringKey("sluice.order");
    /** Number of the decision's record in the journal. */
    static final AttributeKey<Long> SEQUENCE = AttributeKey.longKey("sluice.sequence");
    /** The decision, or the code of the refusal that came before one. */
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("sluice.outcome");

    static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    private static final int FIRST_SERVER_ERROR = 500;

    private final Tracer tracer;
    private final Span whole;
    private final SpanCounts counts;
    private Span decision = Span.getInvalid();
    private boolean decided;

    OrderTrace(final Tracer tracer, final Span whole, final SpanCounts counts) {
        this.tracer = tracer;
        this.whole = whole;
        this.counts = counts;
    }

    /** It is placed in this room. */
    public void room(final long room) {
        whole.setAttribute(ROOM, room);
    }

    /** It is about to be offered to the ring. */
    public void offered() {
        decision = tracer.spanBuilder("decision")
                .setParent(Context.root().with(whole))
                .startSpan();
    }

    /**
     * The durable decision has come.
     *
     * @param order     the order's id, 0 for none.
     * @param sequence  number of the decision's record.
     */
    public void decided(final long order, final long sequence, final Outcome outcome) {
        decided = true;
        decision.end();
        if (order != 0) {
            whole.setAttribute(ORDER, Long.toString(order));
        }
        whole.setAttribute(SEQUENCE, sequence);
        whole.setAttribute(OUTCOME, outcome.name());
    }

    /** It is refused with this code; what was decided before says more. */
    public void refused(final String code) {
        if (!decided) {
            whole.setAttribute(OUTCOME, code);
        }
    }

    /** It is answered, with this status of HTTP or what it would be there. */
    public void answered(final int status) {
        // An answer that never came, or an offer that nobody took.
        decision.end();
        counts.made(decision.getSpanContext().isValid() ? 2 : 1);
        whole.setAttribute(STATUS, status);
        if (status >= FIRST_SERVER_ERROR) {
            whole.setStatus(StatusCode.ERROR);
        }
        whole.end();
    }

    /** 32 hexadecimal digits. */
    public String traceId() {
        return whole.getSpanContext().getTraceId();
    }

    /** 16 hexadecimal digits. */
    public String spanId() {
        return whole.getSpanContext().getSpanId();
    }
}
