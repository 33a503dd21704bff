package io.sluice.gateway.room;

import io.sluice.gateway.metrics.RequestFigures;
import io.sluice.gateway.trace.OrderTrace;
import java.util.HashMap;
import java.util.Map;

/** What came of viewers' frames, by kind. Any thread. */
final class FrameFigures {
    /** The kind of what is of none. */
    private static final String UNKNOWN = "unknown";

    private final RequestFigures[] byKind = new RequestFigures[FrameKind.values().length];
    private final RequestFigures unknown = RequestFigures.of();
    private final Map<String, RequestFigures> byLabel;

    FrameFigures() {
        final Map<String, RequestFigures> all = new HashMap<>();
        for (final FrameKind kind : FrameKind.values()) {
            byKind[kind.ordinal()] = kind == FrameKind.ORDER ? RequestFigures.ofOrders() : RequestFigures.of();
            all.put(kind.label(), byKind[kind.ordinal()]);
        }
        all.put(UNKNOWN, unknown);
        byLabel = Map.copyOf(all);
    }

    /**
     * Counts the answer to one frame.
     *
     * @param kind    null when it could not be told.
     * @param status  of HTTP, as the same answer would have it there.
     * @param tookNs  from the frame's arrival to its answer.
     * @param trace   of the order that was answered, null for none.
     */
    void count(final FrameKind kind, final int status, final long tookNs, final OrderTrace trace) {
        (kind == null ? unknown : byKind[kind.ordinal()]).count(status, tookNs, trace);
    }

    Map<String, RequestFigures> byLabel() {
        return byLabel;
    }
}
