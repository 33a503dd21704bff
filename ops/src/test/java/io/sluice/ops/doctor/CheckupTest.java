package io.sluice.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.TestCertificate;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the doctor says of machines on which one thing is wrong. */
class CheckupTest {
    private static final List<String> GOOD = List.of(
            "sluice.data=/var/lib/sluice",
            "sluice.gateway.token.secret=a-secret-of-more-than-thirty-two-bytes",
            "sluice.gateway.webhook.secret=a-secret-shared-with-the-provider",
            "sluice.gateway.share.secret=a-secret-that-signs-share-codes");

    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void writeTheConfiguration() throws IOException {
        config = Files.write(folder.resolve("sluice.properties"), GOOD);
    }

    @Test
    void aWellMachineIsWell() {
        final Checkup checkup = checkup(new WellHost());
        assertThat(checkup.lines()).hasSize(20).allMatch(line -> line.startsWith("OK"));
        assertThat(checkup.verdict().exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("ailments")
    void whatIsWrongIsNamedWithWhatToDo(
            final String check, final Verdict verdict, final WellHost host, final String found, final String change) {
        final Checkup checkup = checkup(host);
        assertThat(checkup.verdict()).isEqualTo(verdict);
        assertThat(checkup.finding(check).verdict()).isEqualTo(verdict);
        assertThat(checkup.finding(check).found()).contains(found);
        assertThat(checkup.finding(check).change()).contains(change);
    }

    static Stream<Arguments> ailments() {
        return Stream.of(
                warns("java", new WellHost().property("java.specification.version", "21"), "17.0.15", "openjdk-17"),
                warns("java", new WellHost().property("java.vm.name", "Eclipse OpenJ9 VM"), "OpenJ9", "openjdk-17"),
                warns("processors", new WellHost().processors(1), "1", "more"),
                warns("memory", new WellHost().memoryBytes(32L << 30), "by the container's limit", "-Xmx8192m"),
                fails("descriptors", limits("1024", "18999"), "hard 18999", "ulimit -n 19000"),
                fails("port", new WellHost().takenPort(8080), "in use", "ss -ltnp 'sport = :8080'"),
                fails("management-port", new WellHost().takenPort(9090), "in use", "managementPort"),
                warns("disk-speed", new WellHost().forceNs(120_000_000), "p99 120.00 ms", "solid-state"),
                fails("disk-speed", new WellHost().disk("tmpfs", 100L << 30), "tmpfs", "sluice.data"),
                warns("disk-speed", new WellHost().disk("overlay", 100L << 30), "overlay", "volume"),
                fails("free-space", new WellHost().disk("ext4", 500L << 20), "500 MiB", "prune"),
                warns("free-space", new WellHost().disk("ext4", 1_600L << 20), "thousand orders", "prune"),
                warns("net.core.somaxconn", sysctl("net/core/somaxconn", "128"), "128", "=4096"),
                warns(
                        "net.ipv4.ip_local_port_range",
                        sysctl("net/ipv4/ip_local_port_range", "1024 65535"),
                        "port=8080 is among",
                        "reserved_ports=8080"),
                warns("vm.max_map_count", sysctl("vm/max_map_count", "1000"), "1000", "=65530"),
                warns("vm.overcommit_memory", sysctl("vm/overcommit_memory", "2"), "2", "=0"),
                warns(
                        "vm.swappiness",
                        new WellHost().text("/proc/swaps", "Filename Type\n/dev/sda2 partition"),
                        "there is swap",
                        "=1"),
                warns(
                        "transparent-huge-pages",
                        new WellHost().text("/sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never"),
                        "always",
                        "echo madvise"),
                warns("clock", new WellHost().synchronised("no"), "not synchronised", "timedatectl"),
                warns("clock", new WellHost().wallStepMs(5_000), "jumped by 5000 ms", "timedatectl"));
    }

    @ParameterizedTest
    @CsvSource({
        "sluice.gateway.port=70000,           configuration,    FAIL, sluice.gateway.port=70000",
        "sluice.gateway.share.secret=short,   configuration,    FAIL, share.secret",
        "sluice.engine.ringSize=1000,         configuration,    FAIL, ringSize=1000",
        "sluice.gateway.demo=true,            configuration,    WARN, demo=true",
        "sluice.gateway.share.secret=a-secret-shared-with-the-provider,  secrets, WARN, the same",
        "sluice.gateway.share.secret=replace-me-with-a-secret,           secrets, FAIL, share.secret",
        "sluice.gateway.room.connections=70000, descriptors,    FAIL, soft 65536",
        "sluice.engine.maxOrders=40000000,    orders-in-memory, WARN, thousand orders",
    })
    void whatTheConfigurationAsksForIsLookedAt(
            final String line, final String check, final Verdict verdict, final String found) throws IOException {
        final String name = line.substring(0, line.indexOf('=') + 1);
        Files.write(
                config,
                Stream.concat(GOOD.stream().filter(other -> !other.startsWith(name)), Stream.of(line))
                        .toList());
        final Finding finding = checkup(new WellHost()).finding(check);
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.found()).contains(found);
    }

    @Test
    void aSecretIsNeverPrintedAndItsFileIsNotForEverybody() {
        final Checkup checkup = checkup(new WellHost().permissions("rw-r--r--"));
        assertThat(checkup.finding("secrets").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(checkup.finding("secrets").change()).isEqualTo("chmod o-rwx " + config);
        assertThat(checkup.toJson().encode()).doesNotContain("a-secret");
    }

    @Test
    void secretsMayLieApartAndTheRestMayBeReadByAll() throws IOException {
        final Path open = Files.write(folder.resolve("open.properties"), GOOD.subList(0, 1));
        Files.write(config, GOOD.subList(1, GOOD.size()));

        final ServerPlan plan = ServerPlan.read(List.of(open, config), null);

        assertThat(plan.fault()).isNull();
        assertThat(plan.data()).isEqualTo(Path.of("/var/lib/sluice"));
        assertThat(plan.secret()).containsExactly(config);
        assertThat(ServerPlan.read(List.of(config, config), null).fault()).contains("given twice");
    }

    @ParameterizedTest
    @CsvSource({"91, FAIL", "80, OK", "20, WARN", "-1, FAIL"})
    void aCertificateIsToOutlastTheShow(final int daysLeft, final Verdict verdict) throws IOException {
        final TestCertificate certificate = TestCertificate.in(folder.resolve("tls"));
        show(certificate.chain(), certificate.key());
        final Instant now = ((X509Certificate) certificate.certificate())
                .getNotAfter()
                .toInstant()
                .minus(Duration.ofDays(daysLeft));

        final Finding finding =
                checkup(new WellHost().wallMs(now.toEpochMilli())).finding("certificate");

        assertThat(finding.verdict()).as(finding.found()).isEqualTo(verdict);
    }

    @Test
    void aCertificateIsToHaveItsOwnKey() throws IOException {
        show(
                TestCertificate.in(folder.resolve("one")).chain(),
                TestCertificate.in(folder.resolve("other")).key());

        final Finding finding = checkup(new WellHost()).finding("certificate");

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.found()).contains("is not the key of");
    }

    private void show(final Path chain, final Path key) throws IOException {
        Files.write(
                config,
                List.of("sluice.gateway.tls.certificate=" + chain, "sluice.gateway.tls.key=" + key),
                StandardOpenOption.APPEND);
    }

    @Test
    void aConfigurationThatIsNotThereFails() {
        final Checkup checkup = Checkup.of(new WellHost(), ServerPlan.read(List.of(folder.resolve("none")), null));
        assertThat(checkup.finding("configuration").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(checkup.finding("disk-speed").verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void whereNothingCanBeReadNothingIsSaid() {
        final WellHost elsewhere = new WellHost().synchronised(null);
        for (final String file : List.of("/proc/self/limits", "/proc/swaps", "/proc/sys/net/core/somaxconn")) {
            elsewhere.text(file, null);
        }
        final Checkup checkup = checkup(elsewhere);
        assertThat(List.of("descriptors", "vm.swappiness", "net.core.somaxconn", "clock"))
                .allSatisfy(
                        check -> assertThat(checkup.finding(check).verdict()).isEqualTo(Verdict.SKIPPED));
        assertThat(checkup.verdict().exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/proc/self/limits, Max open files many many files, descriptors",
        "/proc/sys/net/core/somaxconn, many, net.core.somaxconn",
        "/proc/sys/net/ipv4/ip_local_port_range, all, net.ipv4.ip_local_port_range",
        "/proc/sys/vm/max_map_count, 99999999999999999999, vm.max_map_count",
    })
    void whatIsNoNumberIsUnreadable(final String file, final String text, final String check) {
        final Finding finding = checkup(new WellHost().text(file, text)).finding(check);
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.found()).startsWith("unreadable");
    }

    @Test
    void theJsonHasEveryKeyOfEveryCheck() {
        final JsonObject json = checkup(new WellHost().processors(1)).toJson();
        assertThat(json.getString("verdict")).isEqualTo("WARN");
        assertThat(json.getJsonArray("checks")).hasSize(20).allSatisfy(check -> assertThat(
                        ((JsonObject) check).fieldNames())
                .containsExactly("check", "verdict", "found", "wanted", "change"));
    }

    private Checkup checkup(final Host host) {
        return Checkup.of(host, ServerPlan.read(List.of(config), null));
    }

    private static WellHost sysctl(final String file, final String value) {
        return new WellHost().text("/proc/sys/" + file, value);
    }

    private static WellHost limits(final String soft, final String hard) {
        return new WellHost().text("/proc/self/limits", "Max open files  " + soft + "  " + hard + "  files");
    }

    private static Arguments warns(final String check, final WellHost host, final String found, final String change) {
        return Arguments.of(check, Verdict.WARN, host, found, change);
    }

    private static Arguments fails(final String check, final WellHost host, final String found, final String change) {
        return Arguments.of(check, Verdict.FAIL, host, found, change);
    }
}
