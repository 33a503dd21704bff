package io.sluice.gateway.trace;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Takes spans as a collector does, OTLP over HTTP, and keeps them. */
public final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Span> spans = new ConcurrentLinkedQueue<>();

    public Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** Where it takes them. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** What has come so far. */
    public List<Span> spans() {
        return List.copyOf(spans);
    }

    /** The spans of one kind, by its name. */
    public List<Span> spans(final String name) {
        return spans.stream().filter(span -> span.getName().equals(name)).toList();
    }

    /** What a span says, by the name of the attribute. */
    public static Map<String, Object> attributes(final Span span) {
        return span.getAttributesList().stream()
                .collect(Collectors.toMap(KeyValue::getKey, each -> value(each.getValue())));
    }

    /** An id as it stands in a {@code traceparent}. */
    public static String hex(final ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static Object value(final AnyValue value) {
        return value.hasIntValue() ? (Object) value.getIntValue() : value.getStringValue();
    }

    private void take(final HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody())
                    .getResourceSpansList()
                    .forEach(resource ->
                            resource.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList())));
            final byte[] taken = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, taken.length == 0 ? -1 : taken.length);
        }
    }
}
