package io.sluice.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.view.BrandBoard;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.ScriptedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path data;

    private final LinkListener link = new LinkListener();

    @Test
    void aListThatEndsWithAnErrorGivesThePlaceBackAndTellsOfIt() {
        final OutOfMemoryError noMemory = new OutOfMemoryError("of the test");
        final Imports imports = imports(new ScriptedEngine(link) {
            @Override
            public BrandBoard brandBoard() {
                throw noMemory;
            }
        });
        assertThat(imports.take()).isTrue();

        assertThat(imports.load(data, ImportKind.VIEWERS, ImportMode.ALL, 1))
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withCause(noMemory);
        assertThat(imports.take()).isTrue();
    }

    @Test
    void whatAKilledProcessHasLeftIsDeletedAtTheStart() throws IOException {
        final ScriptedEngine engine = new ScriptedEngine(link) {
            @Override
            public Path dataDirectory() {
                return data;
            }
        };
        final Path left = imports(engine).newFile();
        Files.createDirectories(left.getParent());
        Files.createFile(left);

        imports(engine);

        assertThat(left).startsWithRaw(data).doesNotExist();
    }

    private Imports imports(final ScriptedEngine engine) {
        return new Imports(engine, link, 1, 1);
    }
}
