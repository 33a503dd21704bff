package io.sluice.gateway.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides which orders are traced, and sends their spans away, a batch at a time and on a thread of its own; what the
 * collector does not take in time is dropped and counted. Any thread.
 */
public final class OrderTraces {
    /** Traces no order, at no cost. */
    public static final OrderTraces OFF = new OrderTraces(0, null, null, new SpanCounts(SpanExporter.composite()));

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final Duration SEND_WITHIN = Duration.ofSeconds(5);
    private static final Duration SEND_EVERY = Duration.ofSeconds(1);
    /** Spans that wait to be sent; one more is dropped. */
    private static final int MAX_WAITING = 4_096;

    private final double ratio;
    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final SpanCounts counts;

    private OrderTraces(
            final double ratio, final SdkTracerProvider provider, final Tracer tracer, final SpanCounts counts) {
        this.ratio = ratio;
        this.provider = provider;
        this.tracer = tracer;
        this.counts = counts;
    }

    /**
     * Traces a share of all orders.
     *
     * @param endpoint  where spans go, OTLP over HTTP with its path; empty for nowhere, and then no order is traced.
     * @param ratio     the share, from 0 to 1.
     * @throws IllegalArgumentException when the endpoint is no URL of HTTP.
     */
    public static OrderTraces to(final String endpoint, final double ratio) {
        if (endpoint.isEmpty() || ratio == 0) {
            return OFF;
        }
        final SpanCounts counts = new SpanCounts(OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint)
                .setTimeout(SEND_WITHIN)
                .setConnectTimeout(SEND_WITHIN)
                // What is tried again and again is in the way of what is new.
                .setRetryPolicy(null)
                .build());
        final SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault().toBuilder()
                        .put("service.name", "sluice")
                        .build())
                // Who is traced was decided before.
                .setSampler(Sampler.alwaysOn())
                .addSpanProcessor(BatchSpanProcessor.builder(counts)
                        .setMaxQueueSize(MAX_WAITING)
                        .setScheduleDelay(SEND_EVERY)
                        .setExporterTimeout(SEND_WITHIN)
                        .build())
                .build();
        return new OrderTraces(ratio, provider, provider.get("io.sluice.gateway"), counts);
    }

    /**
     * An order has come over HTTP. The trace of its {@code traceparent} is gone on with. Who calls may have its order left
     * out by the sampled flag, but not have it traced: the ratio is the operator's.
     *
     * @return null when it is not traced.
     */
    public OrderTrace ofRequest(final HttpServerRequest request) {
        if (!isChosen()) {
            return null;
        }
        final Context caller = W3CTraceContextPropagator.getInstance().extract(Context.root(), request, Headers.GETTER);
        final SpanContext parent = Span.fromContext(caller).getSpanContext();
        if (parent.isValid() && !parent.isSampled()) {
            return null;
        }
        final Span whole = tracer.spanBuilder("POST /api/v1/rooms/{room}/orders")
                .setSpanKind(SpanKind.SERVER)
                .setParent(caller)
                .setAttribute(METHOD, "POST")
                .setAttribute(ROUTE, "/api/v1/rooms/{room}/orders")
                .startSpan();
        return begin(whole);
    }

    /**
     * An order has come over the live connection, with a trace of its own.
     *
     * @return null when it is not traced.
     */
    public OrderTrace ofFrame(final long room) {
        if (!isChosen()) {
            return null;
        }
        final Span whole = tracer.spanBuilder("frame order")
                .setSpanKind(SpanKind.SERVER)
                .setNoParent()
                .setAttribute(OrderTrace.ROOM, room)
                .startSpan();
        return begin(whole);
    }

    /** What became of the spans. */
    public SpanCounts counts() {
        return counts;
    }

    /**
     * Sends what waits to be sent, and ends. Does not wait for it.
     *
     * @param whenDone  run when that is done, and at once where there is nothing to do, on whatever thread.
     */
    public void close(final Runnable whenDone) {
        final CompletableResultCode ended = provider == null ? CompletableResultCode.ofSuccess() : provider.shutdown();
        ended.whenComplete(whenDone);
    }

    private boolean isChosen() {
        return ratio > 0 && ThreadLocalRandom.current().nextDouble() < ratio;
    }

    private OrderTrace begin(final Span whole) {
        return new OrderTrace(tracer, whole, counts);
    }

    /** Reads the headers of a request. */
    private enum Headers implements TextMapGetter<HttpServerRequest> {
        GETTER;

        @Override
        public String get(final HttpServerRequest request, final String name) {
            return request == null ? null : request.headers().get(name);
        }
    }
}
