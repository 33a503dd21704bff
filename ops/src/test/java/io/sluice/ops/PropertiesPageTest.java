package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.EngineProperty;
import io.sluice.gateway.GatewayProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page that lists the properties, held against the enums that are their authority. */
class PropertiesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "ARCHITECTURE.md");

    @ParameterizedTest
    @EnumSource
    void listsEveryPropertyOfTheEngineWithItsDefault(final EngineProperty property) throws IOException {
        assertThat(rowOf(property.propertyName(), EngineProperty.PREFIX)).contains(property.defaultValue());
    }

    @ParameterizedTest
    @EnumSource
    void listsEveryPropertyOfTheGatewayWithItsDefault(final GatewayProperty property) throws IOException {
        assertThat(rowOf(property.propertyName(), GatewayProperty.PREFIX)).contains(property.defaultValue());
    }

    private static String rowOf(final String name, final String prefix) throws IOException {
        final String shortName = "`" + name.substring(prefix.length()) + "`";
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("## Properties"))
                .filter(line -> line.startsWith("|") && line.contains(shortName))
                .findFirst()
                .orElseThrow(() -> new AssertionError(PAGE + " does not list " + name));
    }
}
