package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server prints that logs JSON: an object a line, and nothing else. */
class JsonLogIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void everyLineOfAServersLifeIsAnObjectWithoutASecret() {
        final ServeConfig config = new ServeConfig(folder)
                .set("sluice.logFormat", "json")
                .set("sluice.gateway.trace.ratio", "1")
                // Nobody listens there: what cannot be sent is logged by a library, and by the JDK's means.
                .set("sluice.gateway.trace.endpoint", "http://127.0.0.1:1/v1/traces");
        try (SluiceProcess server = config.start()) {
            awaitLine(server, "serving at port");
            final ShopClient shop = new ShopClient(config.port());
            SaleRoom.open(shop, 1);
            Buyer.overHttp(shop, 42).order("key-1", SaleRoom.order(1)).join();
            awaitLine(server, "HttpExporter");
            server.terminate();
            assertThat(server.exitCode()).as(server.err()).isZero();

            assertThat(objects(server.err()))
                    .allSatisfy(line ->
                            assertThat(line.fieldNames()).contains("time", "level", "logger", "thread", "message"))
                    .extracting(line -> line.getString("message"))
                    .anyMatch(message -> message.startsWith("settings: sluice.data="))
                    .anyMatch(message -> message.startsWith("stopped at sequence"));
            assertThat(server.err() + server.out()).doesNotContain(SecretsIT.SECRETS);
        }
    }

    @Test
    void whatKeepsAServerFromStartingIsAnObjectToo() {
        // An address for examples, which no machine has.
        final SluiceProcess server = new ServeConfig(folder)
                .set("sluice.logFormat", "json")
                .set("sluice.gateway.host", "192.0.2.1")
                .run();

        assertThat(server.exitCode()).isEqualTo(1);
        assertThat(objects(server.err())).last().satisfies(line -> {
            assertThat(line.getString("level")).isEqualTo("ERROR");
            assertThat(line.getString("message")).contains("sluice.gateway.port=");
        });
    }

    private static void awaitLine(final SluiceProcess server, final String part) {
        await().atMost(PATIENCE)
                .failFast(() -> assertThat(server.isAlive()).as(server.err()).isTrue())
                .until(() -> server.err().contains(part));
    }

    /** A JVM from 24 on warns of what it will no more allow, past every log. */
    private static List<JsonObject> objects(final String lines) {
        return lines.lines()
                .filter(line -> !line.startsWith("WARNING: "))
                .map(JsonObject::new)
                .toList();
    }
}
