package io.sluice.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.SimulatedEngine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportApplyTest {
    private static final String VIEWERS = "viewer,member_since,guide,group,inviter\n";
    private static final long ANSWER_TIMEOUT_MS = 10_000;

    @TempDir
    private Path folder;

    private final LinkListener link = new LinkListener();
    private final SimulatedEngine engine = new SimulatedEngine(link);
    private int roomFor = Integer.MAX_VALUE;
    private final CommandLane lane = new CommandLane(engine, link, () -> --roomFor < 0, ANSWER_TIMEOUT_MS);

    @Test
    void everyLineThatWasToBeSentAgainAndWasNotIsTold() throws Exception {
        apply("1,,,,2\n");
        // The first fifty lines are refused for one of them, the ten behind are taken, then there is no more room.
        roomFor = 2;

        final List<String> told = apply("2,,,,1\n" + viewers(101, 159));

        assertThat(told).startsWith("2 CIRCLE_REFERRAL").hasSize(50);
        assertThat(told.subList(1, 50)).isEqualTo(notSent(3, 51));
    }

    @Test
    void everyLineOfACommandThatWasNotSentIsToldAndTheFirstBehindIt() throws Exception {
        roomFor = 0;

        assertThat(apply(viewers(1, 90))).isEqualTo(notSent(2, 52));
    }

    @Test
    void whatTheCheckHasToldIsNotToldAgain() throws Exception {
        final Path file = write("1,,,\n2\"2,,,,\n3,,,,\nx,,,,\n");
        final ImportErrors errors = Lists.check(ImportKind.VIEWERS, file);

        assertThat(apply(file, errors)).containsExactly("2 FIELD_COUNT", "3 QUOTES_BROKEN", "5 NOT_A_NUMBER");
    }

    private List<String> apply(final String lines) throws Exception {
        return apply(write(lines), new ImportErrors());
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

    private static String viewers(final int first, final int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(viewer -> viewer + ",,,,\n")
                .collect(Collectors.joining());
    }

    private static List<String> notSent(final int firstLine, final int lastLine) {
        return IntStream.rangeClosed(firstLine, lastLine)
                .mapToObj(line -> line + " STOPPING")
                .toList();
    }
}
