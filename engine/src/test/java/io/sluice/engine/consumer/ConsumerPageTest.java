package io.sluice.engine.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever pastes the pieces of docs/CONSUMER.md has the class that is tested. */
class ConsumerPageTest {
    private static final Path PAGE = Path.of("../docs/CONSUMER.md");
    private static final Path SOURCE = Path.of("src/test/java/io/sluice/engine/consumer/OrderTableConsumer.java");
    private static final Pattern PIECE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);

    @Test
    void thePiecesAreTheTestedClassButForItsPackageAndItsJavadoc() throws IOException {
        final String pieces = PIECE.matcher(Files.readString(PAGE))
                .results()
                .map(piece -> piece.group(1))
                .collect(Collectors.joining());
        final String source = JAVADOC.matcher(Files.readString(SOURCE)).replaceAll("");

        assertThat(lines(pieces))
                .isEqualTo(lines(source).stream()
                        .filter(line -> !line.startsWith("package "))
                        .toList());
    }

    private static List<String> lines(final String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
