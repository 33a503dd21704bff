package io.sluice.ops;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Makes the tables of docs/CONFIGURATION.md anew; run by name, for it is no part of a build. */
class ConfigurationPageMaker {
    @Test
    void make() throws IOException {
        ConfigurationPage.read().write(ConfigurationPage.wanted());
    }
}
