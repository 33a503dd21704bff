package io.sluice.gateway.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

/** Hands spans on to be sent, and counts what came of them. Any thread. */
public final class SpanCounts implements SpanExporter {
    private final SpanExporter sender;
    private final AtomicLong made = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    SpanCounts(final SpanExporter sender) {
        this.sender = sender;
    }

    /** Spans of orders that were answered; less those sent and lost, they wait, or were dropped because too many did. */
    public long made() {
        return made.get();
    }

    /** Spans that the collector took. */
    public long sent() {
        return sent.get();
    }

    /** Spans that it did not take; they are gone. */
    public long lost() {
        return lost.get();
    }

    void made(final int spans) {
        made.addAndGet(spans);
    }

    @Override
    public CompletableResultCode export(final Collection<SpanData> spans) {
        final int count = spans.size();
        final CompletableResultCode result = sender.export(spans);
        return result.whenComplete(() -> (result.isSuccess() ? sent : lost).addAndGet(count));
    }

    @Override
    public CompletableResultCode flush() {
        return sender.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return sender.shutdown();
    }
}
