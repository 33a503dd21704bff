package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sluice.gateway.TestCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server's life as docs/OPERATING.md tells it: TLS, a supervisor, a scrape, a stop, another start, a backup and its restore. */
class OperatingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private TestCertificate certificate;
    private ServeConfig config;
    private ShopClient shop;
    private String viewer;

    @BeforeEach
    void configure() {
        certificate = TestCertificate.in(folder.resolve("tls"));
        config = new ServeConfig(folder)
                .set("sluice.gateway.tls.certificate", certificate.chain())
                .set("sluice.gateway.tls.key", certificate.key());
        shop = new ShopClient(config.port(), TestCertificate.trusting(certificate));
    }

    @Test
    void nothingIsLostFromTheFirstStartToTheRestore() throws Exception {
        final Path copy = folder.resolve("copy");
        final long first;
        try (Supervisor supervisor = new Supervisor(config)) {
            SaleRoom.open(shop, 10);
            viewer = shop.viewer(42);
            first = order("first", 201);
            killAndAwaitTheNext(supervisor);
            assertThat(order("first", 200)).isEqualTo(first);
            order("second", 201);
            assertThat(metrics()).contains("sluice_ready 1.0").contains("sluice_orders_total{outcome=\"RESERVED\"");
            Commands.run(Containerfile.read().healthCheck(config.managementPort()));
            stop(supervisor.current());
        }
        final String hash;
        try (SluiceProcess upgraded = config.start()) {
            upgraded.awaitErr("serving");
            assertThat(order("second", 200)).isPositive();
            order("third", 201);
            load();
            assertNoSecondHandshake();
            backUp(config.data(), copy);
            stop(upgraded);
            hash = Verdict.of(config.data()).stateHash();
        }
        assertThat(Verdict.of(copy).stateHash()).isEqualTo(hash);
        try (SluiceProcess restored = config.set("sluice.data", copy).start()) {
            restored.awaitErr("serving");
            assertThat(order("first", 200)).isEqualTo(first);
            SaleRoom.of(shop).awaitAvailable(7);
            stop(restored);
        }
        assertThat(Verdict.of(copy).orders()).isEqualTo(3);
    }

    private void load() throws IOException {
        final Path list =
                Files.writeString(folder.resolve("stores.csv"), "store,name,latitude_e6,longitude_e6\n12,店,,\n");
        final SluiceProcess loaded = SluiceProcess.run(
                "import",
                "stores",
                list.toString(),
                "--url",
                "https://127.0.0.1:" + config.port(),
                "--ca",
                certificate.chain().toString());
        assertThat(loaded.out()).as(loaded.err()).contains("applied    1");
    }

    /** Otherwise one connection could have the server sign for as long as it likes. */
    private void assertNoSecondHandshake() throws IOException {
        try (SSLSocket socket = (SSLSocket)
                TestCertificate.trusting(certificate).getSocketFactory().createSocket("127.0.0.1", config.port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.startHandshake();
            assertThatThrownBy(() -> {
                        socket.startHandshake();
                        socket.getInputStream().read();
                    })
                    .isInstanceOf(SSLException.class);
        }
    }

    private void killAndAwaitTheNext(final Supervisor supervisor) {
        supervisor.current().kill();
        await().atMost(PATIENCE).until(() -> supervisor.starts() == 2);
        supervisor.current().awaitErr("serving");
    }

    private static void stop(final SluiceProcess server) {
        server.terminate();
        assertThat(server.exitCode()).as(server.err()).isZero();
        assertThat(server.err()).contains("stopped at sequence");
    }

    /** As the page has it, while the server runs: what vouches for records before the records. */
    private static void backUp(final Path data, final Path copy) {
        Commands.run("mkdir", copy.toString());
        for (final String part : new String[] {"forced", "snapshots", "journal"}) {
            Commands.run("cp", "-a", "--sparse=always", data.resolve(part).toString(), copy.toString());
        }
    }

    /** Number of the order's record. */
    private long order(final String key, final int status) {
        return shop.order(viewer, SaleRoom.ROOM, key, SaleRoom.order(1))
                .join()
                .expect(status)
                .body()
                .getLong("sequence");
    }

    private String metrics() throws IOException, InterruptedException {
        final URI uri = URI.create("http://127.0.0.1:" + config.managementPort() + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
