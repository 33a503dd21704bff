package io.sluice.bench.crosscheck;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The load of {@code bench/crosscheck/compare} as Gatling makes it: orders that arrive at a rate, whatever the server does, one
 * unit of offer 1 each with a new key. Gatling itself is warmed up first, by requests of another name. Its figures of the
 * orders alone are printed because assertions, which always hold, name them. Properties of the process: {@code url}, {@code tokens} (a file), {@code rate} a second, {@code warmUp} and {@code seconds}, how long.
 */
public final class OrdersAtRate extends Simulation {
    private static final int CREATED = 201;

    /** Sets up both parts; Gatling plays them. */
    public OrdersAtRate() {
        final double rate = Double.parseDouble(System.getProperty("rate"));
        final Duration warmUp = Duration.ofSeconds(Long.getLong("warmUp"));
        final Duration seconds = Duration.ofSeconds(Long.getLong("seconds"));
        final HttpProtocolBuilder protocol = http.baseUrl(System.getProperty("url"))
                .header("Content-Type", "application/json")
                .disableCaching()
                .shareConnections();
        setUp(orders("warm-up")
                        .injectOpen(constantUsersPerSec(rate).during(warmUp))
                        .andThen(orders("order")
                                .injectOpen(constantUsersPerSec(rate)
                                        .during(seconds)
                                        .randomized())))
                .protocols(protocol)
                .assertions(
                        details("order").successfulRequests().count().gte(0L),
                        details("order").responseTime().percentile(50).gte(0),
                        details("order").responseTime().percentile(95).gte(0),
                        details("order").responseTime().percentile(99).gte(0),
                        details("order").responseTime().mean().gte(0),
                        details("order").failedRequests().count().gte(0L));
    }

    private static ScenarioBuilder orders(final String name) {
        return scenario(name)
                .exec(feed(orders(tokens()))
                        .exec(http(name)
                                .post("/api/v1/rooms/1/orders")
                                .header("Authorization", "Bearer #{token}")
                                .header("Idempotency-Key", "#{key}")
                                .body(StringBody("{\"lines\":[{\"offer\":1,\"quantity\":1}]}"))
                                .check(status().is(CREATED))));
    }

    private static Iterator<Map<String, Object>> orders(final List<String> tokens) {
        return Stream.iterate(0, i -> (i + 1) % tokens.size())
                .map(i -> Map.<String, Object>of(
                        "token", tokens.get(i), "key", UUID.randomUUID().toString()))
                .iterator();
    }

    private static List<String> tokens() {
        try {
            return Files.readAllLines(Path.of(System.getProperty("tokens")));
        } catch (final IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
