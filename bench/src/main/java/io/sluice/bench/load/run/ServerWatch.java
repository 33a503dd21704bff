package io.sluice.bench.load.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks once a second at the target's own figures, on a thread of its own, and keeps the last. A target that does not answer
 * in time has none then.
 */
public final class ServerWatch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(800);
    private static final double MS_PER_SECOND = 1e3;

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest request;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        final Thread watching = new Thread(work, "server-watch");
        watching.setDaemon(true);
        return watching;
    });
    private Map<String, Double> before = Map.of();
    private volatile Map<String, Double> latest = Map.of();

    /** Watches a management port, {@code http://host:port}; nothing when it is null. */
    public ServerWatch(final URI management) {
        request = management == null
                ? null
                : HttpRequest.newBuilder(management.resolve("/metrics"))
                        .timeout(PATIENCE)
                        .build();
    }

    /** Begins. */
    // It is ended by close, whatever became of a look.
    @SuppressWarnings("FutureReturnValueIgnored")
    public void start() {
        if (request != null) {
            thread.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.SECONDS);
        }
    }

    /** The last second's figures by the names that results use; empty when there are none. Any thread. */
    public Map<String, Double> latest() {
        return latest;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            final HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            final Map<String, Double> now = sums(answer.body());
            latest = before.isEmpty() ? Map.of() : figures(before, now);
            before = now;
        } catch (final IOException silent) {
            latest = Map.of();
        } catch (final InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    static Map<String, Double> figures(final Map<String, Double> before, final Map<String, Double> now) {
        final Map<String, Double> figures = new HashMap<>();
        put(figures, "server.cpu", now.get("process_cpu_usage"), 1);
        final Double slots = now.get("sluice_ring_slots");
        if (slots != null && slots > 0) {
            put(figures, "server.ring-occupancy", now.get("sluice_ring_slots_taken"), slots);
        }
        put(figures, "server.gc-ms", more("jvm_gc_pause_seconds_sum", before, now), 1 / MS_PER_SECOND);
        final Double forces = more("sluice_engine_force_seconds_count", before, now);
        final Double forceSeconds = more("sluice_engine_force_seconds_sum", before, now);
        if (forces != null && forceSeconds != null && forces > 0) {
            figures.put("server.force-ms", forceSeconds / forces * MS_PER_SECOND);
        }
        return figures;
    }

    /** The values of each name, summed over its labels. */
    static Map<String, Double> sums(final String exposition) {
        final Map<String, Double> sums = new HashMap<>();
        exposition.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            final int value = line.lastIndexOf(' ');
            final int labels = line.indexOf('{');
            if (value > 0) {
                sums.merge(
                        line.substring(0, labels < 0 ? value : labels), number(line.substring(value + 1)), Double::sum);
            }
        });
        return sums;
    }

    private static double number(final String text) {
        try {
            return Double.parseDouble(text);
        } catch (final NumberFormatException none) {
            return 0;
        }
    }

    private static Double more(final String name, final Map<String, Double> before, final Map<String, Double> now) {
        return now.containsKey(name) ? (Double) (now.get(name) - before.getOrDefault(name, 0.0)) : null;
    }

    private static void put(
            final Map<String, Double> figures, final String name, final Double value, final double whole) {
        if (value != null && !value.isNaN()) {
            figures.put(name, value / whole);
        }
    }
}
