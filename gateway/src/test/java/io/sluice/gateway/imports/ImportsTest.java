package io.sluice.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.ScriptedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsTest {
    @TempDir
    private Path data;

    private final LinkListener link = new LinkListener();

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
