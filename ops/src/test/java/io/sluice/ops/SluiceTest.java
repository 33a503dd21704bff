package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command line as a whole, and with one subcommand alone. */
class SluiceTest {
    @Test
    void everySubcommandIsFoundByTheNameItHas() {
        final Map<String, CommandLine> all = Sluice.commandLine("").getSubcommands();
        assertThat(all).hasSizeGreaterThan(1).allSatisfy((name, command) -> {
            assertThat(command.getCommandName()).isEqualTo(name);
            assertThat(Sluice.commandLine(name).getSubcommands()).containsOnlyKeys(name);
        });
    }

    @Test
    void everySubcommandOfTheJournalIsFoundByTheNameItHas() {
        final Map<String, CommandLine> all = journal("journal").getSubcommands();
        assertThat(all).hasSize(10).allSatisfy((name, command) -> {
            assertThat(command.getCommandName()).isEqualTo(name);
            assertThat(journal("journal", name, "--help").getSubcommands()).containsOnlyKeys(name);
        });
        assertThat(journal("journal", "verfy").getSubcommands()).containsOnlyKeys(all.keySet());
        assertThat(journal("journl", "verify").getSubcommands()).containsOnlyKeys(all.keySet());
    }

    @Test
    void aWrongNameIsToldOfAllThereAre() {
        assertThat(Sluice.commandLine("journl").getSubcommands()).containsKeys("journal", "serve");
    }

    private static CommandLine journal(final String... args) {
        return Sluice.commandLine(args).getSubcommands().get("journal");
    }
}
