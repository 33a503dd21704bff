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
    void aWrongNameIsToldOfAllThereAre() {
        assertThat(Sluice.commandLine("journl").getSubcommands()).containsKeys("journal", "serve");
    }
}
