package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of threats names tests for what it claims; they have to be there. */
class ThreatsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "THREATS.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))(?:\\.(\\w+))?`");
    private static final int FEWEST = 40;

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        final Map<String, String> tests = tests();
        final List<MatchResult> named =
                NAMED.matcher(Files.readString(PAGE)).results().toList();

        final TreeSet<String> missing = new TreeSet<>();
        for (final MatchResult each : named) {
            final String source = tests.get(each.group(1));
            if (source == null || (each.group(2) != null && !source.contains("void " + each.group(2) + "("))) {
                missing.add(each.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).hasSizeGreaterThan(FEWEST);
    }

    /** The text of every test by the name of its class. */
    private static Map<String, String> tests() throws IOException {
        final Map<String, String> tests = new HashMap<>();
        for (final String module : List.of("engine", "gateway", "bench", "ops")) {
            try (Stream<Path> all = Files.walk(Path.of("..", module, "src", "test", "java"))) {
                for (final Path file : all.filter(each -> each.toString().matches(".*(Test|IT)\\.java"))
                        .toList()) {
                    tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                }
            }
        }
        return tests;
    }
}
