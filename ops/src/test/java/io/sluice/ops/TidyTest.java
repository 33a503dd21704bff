package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the house reads, held over every source file of every module, tests included. */
class TidyTest {
    private static final int METHOD_LINES = 60;
    private static final int CLASS_LINES = 400;
    private static final Pattern SLEEP = Pattern.compile("(.+\\.)?sleep");
    /** Written so that it does not find itself. */
    private static final Pattern LEFT_UNDONE = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private static List<Path> files;
    private static List<SourceElement> elements;

    @BeforeAll
    static void readTheHouse() throws IOException {
        files = sourceFiles(house());
        elements = SourceElement.in(files);
    }

    @Test
    void everyModuleIsRead() {
        assertThat(files)
                .anyMatch(path -> path.endsWith("ops/src/test/java/io/sluice/ops/TidyTest.java"))
                .anyMatch(path -> path.endsWith("engine/src/main/java/io/sluice/engine/package-info.java"));
    }

    @Test
    void methodsFitAScreen() {
        assertThat(that(element -> element.kind() == SourceElement.Kind.METHOD && element.lines() > METHOD_LINES))
                .isEmpty();
    }

    @Test
    void classesFitAHead() {
        assertThat(that(element -> element.kind() == SourceElement.Kind.TYPE && element.lines() > CLASS_LINES))
                .isEmpty();
    }

    @Test
    void nobodySleeps() {
        assertThat(that(element -> element.kind() == SourceElement.Kind.CALL
                        && SLEEP.matcher(element.name()).matches()))
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        for (final Path file : files) {
            assertThat(Files.readAllLines(file)).as(file.toString()).noneMatch(LEFT_UNDONE.asPredicate());
        }
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        assertThat(files.stream().map(Path::getParent).distinct().filter(TidyTest::isMain))
                .allSatisfy(
                        room -> assertThat(room.resolve("package-info.java")).exists());
    }

    private static Stream<SourceElement> that(final Predicate<SourceElement> wrong) {
        return elements.stream().filter(wrong);
    }

    private static boolean isMain(final Path folder) {
        return folder.toString().contains("/src/main/java/");
    }

    /** The folder that holds the modules, wherever in it the tests were started. */
    private static Path house() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("engine")) || !Files.isDirectory(folder.resolve("ops"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static List<Path> sourceFiles(final Path house) throws IOException {
        final List<Path> found = new ArrayList<>();
        for (final String module : List.of("engine", "gateway", "bench", "ops")) {
            try (Stream<Path> all = Files.walk(house.resolve(module).resolve("src"))) {
                all.filter(path -> path.toString().endsWith(".java")).forEach(found::add);
            }
        }
        return found;
    }
}
