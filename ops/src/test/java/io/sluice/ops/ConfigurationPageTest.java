package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The page that lists the properties, held against the enums that are their authority. */
class ConfigurationPageTest {
    @Test
    void thePageListsEveryPropertyAsItIs() throws IOException {
        assertThat(ConfigurationPage.read().tables())
                .as("to make it anew: mvn -q -pl ops -am -Dtest=ConfigurationPageMaker"
                        + " -Dsurefire.failIfNoSpecifiedTests=false test")
                .isEqualTo(ConfigurationPage.wanted());
    }
}
