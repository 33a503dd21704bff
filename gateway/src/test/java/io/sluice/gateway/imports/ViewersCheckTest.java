package io.sluice.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.ProtocolLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Viewers of a file over what the core has of them. */
class ViewersCheckTest {
    private static final int MOST = ProtocolLimits.MAX_TRAIL;
    private static final Pattern EDGE = Pattern.compile("(\\d+)>(\\d+)");

    private final CoreOfTheTest core = new CoreOfTheTest();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "two hands, one edge in the core          | 1>2         | 2,,,,1                  | 2 inviter CIRCLE_REFERRAL",
                "three hands, two edges in the core       | 1>2 2>3     | 9,,,,~3,,,,1            | 3 inviter CIRCLE_REFERRAL",
                "from the core to the file and back       | 1>2 3>4     | 2,,,,3~4,,,,1           | 3 inviter CIRCLE_REFERRAL",
                "an inviter whom a line before takes away | 1>2         | 1,,,,~2,,,,1            | -",
                "an inviter whom a line behind takes away | 1>2         | 2,,,,1~1,,,,            | 2 inviter CIRCLE_REFERRAL",
                "what the core has already                | 1>2 2>3     | 1,,,,2~2,,,,3           | -",
                "the viewer of a line that is wrong       | 1>2         | 1,,999,,~2,,,,1         | 2 guide GUIDE_UNKNOWN;3 inviter CIRCLE_REFERRAL",
            })
    void aCircleWithWhatTheCoreHasIsToldWhereItCloses(
            final String title, final String edges, final String lines, final String faults) {
        EDGE.matcher(edges)
                .results()
                .forEach(edge -> core.invited(Long.parseLong(edge.group(1)), Long.parseLong(edge.group(2))));

        assertThat(String.join(";", faults(ImportMode.ALL, lines.replace('~', '\n'))))
                .as(title)
                .isEqualTo(faults == null ? "" : faults);
    }

    @ParameterizedTest
    @EnumSource(ImportMode.class)
    void aTrailIsAsLongInWhateverOrderItsLinesStand(final ImportMode mode) {
        final List<String> most = IntStream.rangeClosed(1, MOST)
                .mapToObj(ViewersCheckTest::handDown)
                .toList();

        assertThat(faults(mode, String.join("", most))).isEmpty();
        assertThat(faults(mode, bottomUp(most))).isEmpty();

        final List<String> more = IntStream.rangeClosed(1, MOST + 2)
                .mapToObj(ViewersCheckTest::handDown)
                .toList();

        assertThat(faults(mode, String.join("", more))).containsExactly(MOST + 2 + " inviter TRAIL_TOO_LONG");
        assertThat(faults(mode, bottomUp(more))).containsExactly("3 inviter TRAIL_TOO_LONG");
    }

    @Test
    void aTrailGoesOnInTheCoreAndBack() {
        IntStream.range(10_000, 10_000 + MOST - 2).forEach(viewer -> core.invited(viewer, viewer + 1));

        assertThat(faults(ImportMode.ALL, "2,,,,10000\n1,,,,2\n"))
                .as("hands as there may be")
                .isEmpty();

        core.invited(10_000 + MOST - 2, 10_000 + MOST - 1);
        assertThat(faults(ImportMode.ALL, "2,,,,10000\n1,,,,2\n")).containsExactly("3 inviter TRAIL_TOO_LONG");
        assertThat(faults(ImportMode.ALL, "1,,,,2\n2,,,,10000\n")).containsExactly("2 inviter TRAIL_TOO_LONG");
        assertThat(faults(ImportMode.ALL, "1,,,,10000\n" + (10_000 + MOST - 1) + ",,,,3\n"))
                .as("of one in the core whom the file passes on")
                .containsExactly("2 inviter TRAIL_TOO_LONG");
    }

    @ParameterizedTest
    @CsvSource({"ALL, 3, 3 null CAPACITY", "VALID, 3, 3 null CAPACITY;6 null CAPACITY", "ALL, 6, ''"})
    void whoeverBecomesKnownNeedsRoom(final ImportMode mode, final int room, final String faults) {
        core.invited(1, 2).withRoomFor(room);

        assertThat(String.join(";", faults(mode, "5,,,,6\n7,,,,8\n1,,,,5\n6,,,,2\n9,,,,10\n")))
                .isEqualTo(faults);
    }

    @Test
    void aFullTableTakesWhomItHas() {
        core.invited(1, 2).withRoomFor(0);

        assertThat(faults(ImportMode.ALL, "1,,,,\n2,,,,1\n")).isEmpty();
        assertThat(faults(ImportMode.ALL, "1,,,,3\n")).containsExactly("2 null CAPACITY");
    }

    @ParameterizedTest
    @EnumSource(ImportMode.class)
    void nothingIsAppliedWhenTheCoreDoesNotSayWhatItHas(final ImportMode mode) {
        core.silent(ImportFault.ANSWER_LATE);

        final ImportErrors errors = check(mode, "1,,,,2\n");

        assertThat(Lists.faults(errors)).containsExactly("0 null ANSWER_LATE");
        assertThat(errors.isUnreadable()).isTrue();
    }

    /** A viewer whom the one before brought. */
    private static String handDown(final int viewer) {
        return viewer + 1 + ",,,," + viewer + "\n";
    }

    private static String bottomUp(final List<String> lines) {
        return IntStream.rangeClosed(1, lines.size())
                .mapToObj(i -> lines.get(lines.size() - i))
                .collect(Collectors.joining());
    }

    private List<String> faults(final ImportMode mode, final String lines) {
        return Lists.faults(check(mode, lines));
    }

    private ImportErrors check(final ImportMode mode, final String lines) {
        final byte[] file = ("viewer,member_since,guide,group,inviter\n" + lines).getBytes(StandardCharsets.UTF_8);
        return Lists.check(ImportKind.VIEWERS, mode, Lists.write(folder, file), core);
    }
}
