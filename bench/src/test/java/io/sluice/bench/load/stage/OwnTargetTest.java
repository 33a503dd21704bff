package io.sluice.bench.load.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.bench.load.SaleOffer;
import io.sluice.bench.load.Scenarios;
import io.sluice.bench.load.TestTarget;
import io.sluice.bench.load.Told;
import io.sluice.bench.load.audit.Audit;
import io.sluice.bench.load.audit.AuditReport;
import io.sluice.bench.load.audit.HttpFeed;
import io.sluice.bench.load.audit.Opening;
import io.sluice.bench.load.client.TrustedRoots;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers of the rig's own, as processes. */
class OwnTargetTest {
    @TempDir
    private Path parent;

    @Test
    void itServesByItsOwnSecretsAndIsGoneAfterwards() throws Exception {
        final ProcessHandle process;
        try (OwnTarget target = OwnTarget.start(servingCommand(), parent)) {
            process = target.process();
            final Minting minting = Minting.by(target.config());
            new Preparation(
                            Scenarios.selling(7, new SaleOffer(71, 9_900, 5, 0)),
                            target.url(),
                            TrustedRoots.ofJava(),
                            minting.operator(),
                            minting.secondOperator())
                    .run();
            final AuditReport report = new Audit(
                            new HttpFeed(target.url(), TrustedRoots.ofJava(), minting.downstream()),
                            Opening.OF_NEW_SHOP,
                            new Told(List.of(), List.of()))
                    .run();

            assertThat(report.findings()).isEmpty();
            assertThat(report.records()).isGreaterThan(5);
        }

        assertThat(process.isAlive()).isFalse();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void oneThatEndsAtOnceLeavesItsLastWordsAndNothingElse() {
        final List<String> command = List.of("sh", "-c", "echo the port is taken >&2; exit 3", "serve");

        assertThatThrownBy(() -> OwnTarget.start(command, parent))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("the port is taken");
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void oneThatCannotBeStartedAtAllLeavesNothing() {
        assertThatThrownBy(
                        () -> OwnTarget.start(List.of(parent.resolve("absent").toString()), parent))
                .hasMessageContaining("cannot be started")
                .hasMessageContaining("absent");
        assertThat(parent).isEmptyDirectory();
    }

    /** This JVM's own flags but for agents, and its class path. */
    private static List<String> servingCommand() {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx256m", "-cp", System.getProperty("java.class.path"), TestTarget.class.getName(), "--config"));
        return command;
    }
}
