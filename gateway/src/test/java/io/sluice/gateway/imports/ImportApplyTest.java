package io.sluice.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.SimulatedEngine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportApplyTest {
    private static final String VIEWERS = "viewer,member_since,guide,group,inviter\n";
    private static final long ANSWER_TIMEOUT_MS = 10_000;

    @TempDir
    private Path folder;

    private final LinkListener link = new LinkListener();
    private final SimulatedEngine engine = new SimulatedEngine(link);
    private final CommandLane lane = new CommandLane(engine, link, () -> false, ANSWER_TIMEOUT_MS);

    @Test
    void whatTheCheckHasToldIsNotToldAgain() throws Exception {
        final Path file = write("1,,,\n2\"2,,,,\n3,,,,\nx,,,,\n");
        final ImportErrors errors = Lists.check(ImportKind.VIEWERS, file);

        assertThat(apply(file, errors)).containsExactly("2 FIELD_COUNT", "3 QUOTES_BROKEN", "5 NOT_A_NUMBER");
    }

    private List<String> apply(final Path file, final ImportErrors errors) throws Exception {
        final LineReader reader = LineReader.of(ImportKind.VIEWERS, 1, engine.brandBoard());
        new ImportApply(ImportKind.VIEWERS, reader, errors, lane).apply(file);
        return errors.foremost().stream()
                .map(error -> error.line() + " " + error.code())
                .toList();
    }

    private Path write(final String lines) {
        return Lists.write(folder, (VIEWERS + lines).getBytes(StandardCharsets.UTF_8));
    }
}
