package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands say to those who use them wrongly, and what their exit codes tell a script. */
class CommandLineIT {
    private static final int FINE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "serve",
                "doctor",
                "token",
                "import",
                "journal",
                "journal describe",
                "journal verify",
                "journal tail",
                "journal replay",
                "journal at",
                "journal export",
                "journal archive",
                "journal consumers",
                "journal prune",
                "rehearse",
                "rehearse run",
                "rehearse card",
                "rehearse compare",
            })
    void helpIsNoMistake(final String command) {
        final SluiceProcess help = run(command + " --help");
        assertThat(help.exitCode()).isEqualTo(FINE);
        assertThat(help.out()).contains("Usage: sluice " + command);
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "demo --nonsense,                      Unknown option: '--nonsense'",
        "nonsense,                             Unmatched argument at index 0: 'nonsense'",
        "demo --port many,                     Invalid value for option '--port'",
        "demo --crowd -1,                      --crowd -1: from 0 to",
        "demo --port 70000,                    sluice.gateway.port=70000",
        "serve,                                Missing required option: '--config=FILE'",
        "serve --config /nowhere.properties,   --config /nowhere.properties",
        "token --role king --subject 1,        there is no role 'king'",
        "import viewers,                       Missing required parameter: 'FILE'",
        "import coupons x.csv,                 Invalid value for positional parameter at index 0 (KIND)",
        "import viewers /nowhere.csv,          /nowhere.csv: there is no such file",
        "import viewers pom.xml --token-file /nowhere, --token-file /nowhere: cannot be read",
        "import viewers pom.xml --token-file pom.xml, --token-file pom.xml: has to be one token",
        "journal,                              Missing command",
        "journal verify --data /nowhere,       --data /nowhere: there is no journal",
    })
    void wrongUsageIsNamed(final String command, final String complaint) {
        final SluiceProcess refused = run(command);
        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(WRONG_USAGE);
        assertThat(refused.err()).contains(complaint).doesNotContain("\tat ");
        assertThat(refused.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sluice.gateway.nonsense,   1",
        "sluice.engine.nonsense,    1",
        "nonsense,                  1",
        "sluice.gateway.port,       70000",
        "sluice.gateway.tickets.lifetimeMs, soon",
        "sluice.gateway.demo,       maybe",
        "sluice.engine.ringSize,    1000",
        "sluice.engine.slotBytes,   12",
        "sluice.engine.waitMode,    HOPING",
        "sluice.engine.durability,  PERHAPS",
        "sluice.engine.pulseMs,     0",
    })
    void aPropertyThatIsOffIsNamed(final String name, final String value) {
        final SluiceProcess refused = new ServeConfig(folder).set(name, value).run();
        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(WRONG_USAGE);
        assertThat(refused.err()).contains(name).contains("sluice.properties").doesNotContain("\tat ");
    }

    @Test
    void aSecretThatIsTooShortIsNamedButNotPrinted() {
        final SluiceProcess refused = new ServeConfig(folder)
                .set("sluice.gateway.token.secret", "opensesame")
                .run();
        assertThat(refused.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(refused.err()).contains("sluice.gateway.token.secret").doesNotContain("opensesame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sluice.gateway.port", "sluice.gateway.managementPort"})
    void aPortThatIsTakenIsNamed(final String property) throws IOException {
        try (ServerSocket taken = new ServerSocket(FreePort.next())) {
            final SluiceProcess refused =
                    new ServeConfig(folder).set(property, taken.getLocalPort()).run();
            assertThat(refused.exitCode()).isEqualTo(FAILED);
            assertThat(refused.err())
                    .contains("sluice serve: " + property + "=" + taken.getLocalPort())
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aDataDirectoryInUseNamesItsHolder() {
        final ServeConfig config = new ServeConfig(folder);
        try (SluiceProcess holder = config.start()) {
            holder.awaitErr("serving");
            final SluiceProcess refused = new ServeConfig(folder).run();
            assertThat(refused.exitCode()).isEqualTo(FAILED);
            assertThat(refused.err())
                    .contains("data directory " + config.data() + " is in use by process " + holder.pid())
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aFileThatCannotBeHadIsToldInWords() throws IOException {
        Files.createDirectory(folder.resolve("journal"));
        final SluiceProcess failed = run("journal verify --data " + folder);
        assertThat(failed.exitCode()).isEqualTo(FAILED);
        assertThat(failed.err()).startsWith("sluice journal verify: no journal in " + folder.resolve("journal"));
    }

    private static SluiceProcess run(final String command) {
        return SluiceProcess.run(command.strip().split(" ", -1));
    }
}
