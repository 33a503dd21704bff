package io.sluice.bench.load.stage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations by which nothing can be minted. */
class MintingTest {
    @TempDir
    private Path directory;

    @Test
    void aConfigurationThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Minting.by(directory.resolve("absent")))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("absent");
    }

    @Test
    void aSecretThatIsMissingIsNamed() throws Exception {
        assertThatThrownBy(() -> Minting.by(config("sluice.gateway.token.jwks=keys.json")))
                .hasMessageContaining("sluice.gateway.token.secret is missing, by which tokens are minted");
        assertThatThrownBy(() -> Minting.by(config("sluice.gateway.token.secret=" + "s".repeat(32))))
                .hasMessageContaining("sluice.gateway.webhook.secret is missing, by which payments are signed");
    }

    @Test
    void aPropertyThatIsNoneIsNamed() throws Exception {
        assertThatThrownBy(() -> Minting.by(config("sluice.gateway.prot=1")))
                .hasMessageContaining("sluice.gateway.prot");
    }

    private Path config(final String text) throws IOException {
        return Files.writeString(directory.resolve("sluice.properties"), text);
    }
}
