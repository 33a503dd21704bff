package io.sluice.ops;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Debian's Prometheus and Alertmanager beside the packaged server, with the files that are shipped: something is done to the
 * server, and whoever is on call is told, and told again when it is over. Waits as long as docs/runbooks says that it takes
 * at most, with times cut to a tenth.
 */
class AlertsIT {
    /** From the fault: the longest wait of these alerts, 10 s, and the 20 s until it is told. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(30);
    /** From the end of the fault: 15 s, and the minute in which it is told. */
    private static final Duration OVER_WITHIN = Duration.ofSeconds(75);

    private static final int DISK_MEBIBYTES = 192;
    private static final int LOW_SPACE_BYTES = 16 << 20;
    private static final int BLOCK_BYTES = 4 << 20;

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireTools() {
        Monitoring.requireTools();
    }

    @Test
    void theFilesAreGood() {
        check("promtool", "check", "config", "prometheus.yml");
        check("promtool", "check", "rules", "recording.rules.yml", "alerts.rules.yml");
        check("promtool", "test", "rules", "tests/alerts.test.yml");
        check("amtool", "check-config", "alertmanager.yml");
    }

    @Test
    void aScrapeIsCleanToPromtool() throws IOException {
        final ServeConfig config = new ServeConfig(folder);
        try (SluiceProcess process = config.start()) {
            process.awaitErr("serving");
            final ShopClient shop = new ShopClient(config.port());
            SaleRoom.open(shop, 10);
            Buyer.overHttp(shop, 100_001).order("first", SaleRoom.order(1)).join();
            Buyer.overWebSocket(shop, 100_002)
                    .order("second", SaleRoom.order(1))
                    .join();
            final Path metrics = Files.writeString(folder.resolve("metrics.txt"), scrape(shop, config));
            Commands.run("sh", "-c", "promtool check metrics < " + metrics);
        }
    }

    @Test
    void whoeverIsOnCallIsToldOfAServerThatStandsStillAndThatItGoesOn() {
        final ServeConfig config = new ServeConfig(folder);
        try (Pager pager = new Pager();
                SluiceProcess process = config.start()) {
            process.awaitErr("serving");
            try (Monitoring monitoring = Monitoring.start(folder, config.managementPort(), pager.port())) {
                process.pause();
                awaitAlert(monitoring, pager, "SluiceDown");
                process.resume();
                awaitEnd(monitoring, "SluiceDown");
                await("the end is told").atMost(OVER_WITHIN).until(() -> pager.wasTold("resolved SluiceDown"));
            }
        }
    }

    /** The small disk is a file system of its own, so this needs root. */
    @Test
    void whoeverIsOnCallIsToldOfAFullDiskWhichEndsWithRoom() {
        try (SmallDisk disk = SmallDisk.mount(folder, SmallDisk.Kind.TMPFS, DISK_MEBIBYTES);
                Pager pager = new Pager()) {
            final ServeConfig config = new ServeConfig(folder, disk.root().resolve("data"))
                    .set("sluice.engine.blockBytes", BLOCK_BYTES)
                    .set("sluice.engine.lowSpaceBytes", LOW_SPACE_BYTES);
            try (SluiceProcess process = config.start()) {
                process.awaitErr("serving");
                try (Monitoring monitoring = Monitoring.start(folder, config.managementPort(), pager.port())) {
                    disk.takeAll();
                    awaitAlert(monitoring, pager, "SluiceJournalDiskLow");
                    disk.freeBallast();
                    awaitEnd(monitoring, "SluiceJournalDiskLow");
                }
            }
        }
    }

    private static void awaitAlert(final Monitoring monitoring, final Pager pager, final String alert) {
        await(alert + " fires").atMost(TOLD_WITHIN).until(() -> monitoring.fires(alert));
        await(alert + " is told").atMost(TOLD_WITHIN).until(() -> pager.wasTold("firing " + alert));
    }

    private static void awaitEnd(final Monitoring monitoring, final String alert) {
        await(alert + " is over").atMost(OVER_WITHIN).until(() -> !monitoring.fires(alert));
    }

    private static String scrape(final ShopClient shop, final ServeConfig config) {
        final URI metrics = URI.create("http://127.0.0.1:" + config.managementPort() + "/metrics");
        return shop.client()
                .sendAsync(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                .join()
                .body();
    }

    /** Runs a program on files of ops/prometheus, which are its last arguments. */
    private static void check(final String... command) {
        for (int i = 1; i < command.length; i++) {
            command[i] = command[i].endsWith(".yml")
                    ? AlertRule.FOLDER.resolve(command[i]).toString()
                    : command[i];
        }
        Commands.run(command);
    }
}
