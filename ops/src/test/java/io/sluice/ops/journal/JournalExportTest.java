package io.sluice.ops.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.journal.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sluice journal export}. */
class JournalExportTest {
    private static final int FINE = 0;
    private static final int WRONG_USAGE = 2;

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void sell() {
        SaleJournal.writeTo(data);
    }

    @Test
    void exportWritesEveryRecordOnce() throws IOException {
        final Path output = folder.resolve("all.ndjson");

        assertThat(JournalRun.of("export", data, "--output", output.toString()).exitCode())
                .isEqualTo(FINE);
        assertThat(Files.readString(output))
                .isEqualTo(JournalRun.of("export", data).out())
                .isEqualTo(JournalRun.of("tail", data, "--json").out());
    }

    @Test
    void exportGoesOnBehindItsPosition() throws IOException {
        final Path output = folder.resolve("all.csv");
        final String[] command = {
            "--format",
            "csv",
            "--output",
            output.toString(),
            "--position",
            folder.resolve("position").toString()
        };
        assertThat(JournalRun.of("export", data, append(command, "--to", "6")).exitCode())
                .isEqualTo(FINE);
        Files.writeString(output, "7,half a row that was never confir", StandardOpenOption.APPEND);

        assertThat(JournalRun.of("export", data, command).exitCode()).isEqualTo(FINE);

        assertThat(Files.readString(output))
                .isEqualTo(JournalRun.of("export", data, "--format", "csv").out());
        assertThat(JournalRun.of("export", data, command).exitCode()).isEqualTo(FINE);
        assertThat(Files.readString(output).split("\r\n", -1)).hasSize((int) SaleJournal.LAST + 2);
    }

    @ParameterizedTest
    @CsvSource({
        "other, --format NDJSON",
        "all,   --format CSV",
        "all,   --format NDJSON --from 2",
    })
    void aPositionOfAnotherExportIsRefusedBeforeAnythingIsCutOff(final String name, final String options)
            throws IOException {
        final Path output = folder.resolve("all");
        final Path other = Files.writeString(folder.resolve("other"), "x".repeat(1 << 14));
        assertThat(JournalRun.of("export", data, append(exportTo(output), "--to", "6"))
                        .exitCode())
                .isEqualTo(FINE);
        Files.writeString(output, "not confirmed", StandardOpenOption.APPEND);
        final String before = Files.readString(output);

        final JournalRun refused =
                JournalRun.of("export", data, append(exportTo(folder.resolve(name)), options.split(" ", -1)));

        assertThat(refused.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(refused.err())
                .contains("belongs to '--output " + output + " --format NDJSON'")
                .contains("not to '--output " + folder.resolve(name) + " " + options);
        assertThat(output).hasContent(before);
        assertThat(other).hasSize(1 << 14);
    }

    /** Else lines of two widths would stand in one file. */
    @Test
    void aPositionOfAnExportWithOtherColumnsIsRefused() throws IOException {
        final Path output = folder.resolve("all.csv");
        final String[] command = append(exportTo(output), "--format", "csv", "--to", "6");
        assertThat(JournalRun.of("export", data, command).exitCode()).isEqualTo(FINE);
        final Path position = folder.resolve("position");
        final String kept = Files.readString(position);
        Files.writeString(position, kept.replaceFirst("of \\d+ columns", "of 3 columns"));

        final JournalRun refused = JournalRun.of("export", data, command);

        assertThat(refused.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(refused.err()).contains("--format CSV of 3 columns'");
    }

    private String[] exportTo(final Path output) {
        final String position = folder.resolve("position").toString();
        return new String[] {"--position", position, "--output", output.toString()};
    }

    @Test
    void aPositionOfAnotherJournalIsRefusedBeforeAnythingIsCutOff() throws IOException {
        final Path otherData = folder.resolve("data");
        try (SaleJournal sale = new SaleJournal(otherData)) {
            LongStream.rangeClosed(1, 7).forEach(viewer -> sale.comment(viewer, "another journal"));
        }
        final Path output = folder.resolve("all.ndjson");
        final String[] command = exportTo(output);
        assertThat(JournalRun.of("export", data, append(command, "--to", "6")).exitCode())
                .isEqualTo(FINE);
        Files.writeString(output, "not confirmed", StandardOpenOption.APPEND);
        final String before = Files.readString(output);

        final JournalRun otherRecord = JournalRun.of("export", otherData, command);
        assertThat(otherRecord.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(otherRecord.err()).contains("is at 6 of another journal; this one holds another record there");
        assertThat(output).hasContent(before);

        assertThat(JournalRun.of("export", data, command).exitCode()).isEqualTo(FINE);
        final JournalRun tooShort = JournalRun.of("export", otherData, command);
        assertThat(tooShort.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(tooShort.err()).contains("is at 9 of another journal; this one holds 1 to 7");
    }

    @Test
    void exportEndsWhereRecordsAreKnownToBeForced() throws IOException {
        final Path running = folder.resolve("data");
        final Path output = folder.resolve("all.ndjson");
        final String[] command = exportTo(output);
        try (SaleJournal sale = new SaleJournal(running, Durability.PROCESS)) {
            sale.comment(1, "one");
            sale.comment(2, "two");

            final JournalRun forced = JournalRun.of("export", running, command);
            assertThat(forced.exitCode()).isEqualTo(FINE);
            assertThat(forced.err()).contains("left out 2 records that are not known to be forced; see --appended");
            assertThat(output).isEmptyFile();
            final JournalRun beyond = JournalRun.of("export", running, "--to", "2");
            assertThat(beyond.exitCode()).isEqualTo(WRONG_USAGE);
            assertThat(beyond.err()).contains("--to 2: is known to be forced up to 0 only");
            assertThat(JournalRun.of("export", running, "--appended").sequences())
                    .containsExactly(1L, 2L);
        }
        final JournalRun stopped = JournalRun.of("export", running, command);
        assertThat(stopped.err()).isEmpty();
        assertThat(Files.readString(output))
                .isEqualTo(JournalRun.of("export", running).out())
                .isEqualTo(JournalRun.of("tail", running, "--json").out());
    }

    private static String[] append(final String[] command, final String... more) {
        final String[] whole = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, whole, command.length, more.length);
        return whole;
    }

    @Test
    void csvQuotesTheData() {
        final List<String> rows = JournalRun.of("export", data, "--format", "csv", "--from", "6", "--to", "6")
                .out()
                .lines()
                .toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .isEqualTo("sequence,time,type,outcome,subject,room,viewer,order,offer,item,state,totalFen,"
                        + "store,guide,group,inviter,rule,commissionFen,campaign,pointsMoved,data");
        assertThat(rows.get(1))
                .startsWith("6,2023-11-14T22:13:2")
                .contains(
                        ",order.place,RESERVED,orders/1,7,41,1,,,RESERVED,9900,,,,,CARRIED,,,,\"{\"\"sequence\"\":6,");
    }

    @Test
    void anExportIsNeverWrittenOver() throws IOException {
        final Path output = Files.writeString(folder.resolve("kept"), "kept");
        final JournalRun refused = JournalRun.of("export", data, "--output", output.toString());
        assertThat(refused.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(refused.err()).contains("is there already");
        assertThat(output).hasContent("kept");
    }
}
