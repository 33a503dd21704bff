package io.sluice.ops.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.ops.demo.SharedData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RehearseProfileCommandTest {
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aChatBecomesItsCountsAndNoWordOfIt() throws IOException {
        assertThat(profileOf("ms_from_start,user,text", "0,1,hi", "2500,2,\"a, b\"", "2999,3,c"))
                .isEqualTo("second,joins,orders,comments,likes\n0,0,0,1,0\n1,0,0,0,0\n2,0,0,2,0\n");
        assertThat(err.toString()).contains("3 comments in 3 s");
    }

    @Test
    void theLinesOfAnOrderAreOneOrderAndACancellationIsNone() throws IOException {
        assertThat(profileOf("ms_from_start,order,item,cancelled", "0,1,7,0", "0,1,8,0", "900,2,7,1", "950,3,7,0"))
                .endsWith("\n0,0,2,0,0\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user,text          | 1,a    | line 1: there is no column ms_from_start among user, text",
                "ms_from_start,text | soon,a | line 2: ms_from_start: 'soon' is no time in ms",
                "ms_from_start,text | -1,a   | line 2: ms_from_start: '-1' is no time in ms",
                "ms_from_start,text | 1      | line 2: 1 fields, and the header has 2",
                "ms_from_start,text | 99999999,a | line 2: is more than 43200 s behind the beginning; --from and --lasts",
            })
    void whatIsNoLogIsToldByItsLine(final String header, final String row, final String told) throws IOException {
        final Path log = Files.writeString(folder.resolve("log.csv"), header + "\n" + row + "\n");

        assertThat(execute(log, "out.csv")).isEqualTo(1);
        assertThat(err.toString()).contains(log + ": " + told);
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void aStretchWithoutARowIsTold() throws IOException {
        final Path log = Files.writeString(folder.resolve("log.csv"), "ms_from_start,text\n1000,a\n");

        assertThat(execute(log, "out.csv", "--from", "9", "--lasts", "60")).isEqualTo(1);
        assertThat(err.toString()).contains(log + ": has nothing from second 9 on, for 60 s");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void aFileThatOnlyCallsItselfDeflatedIsTold() throws IOException {
        final Path log = Files.writeString(folder.resolve("log.csv.gz"), "ms_from_start,text\n");

        assertThat(execute(log, "out.csv")).isEqualTo(1);
        assertThat(err.toString()).contains(log + ": cannot be inflated: Not in GZIP format");
    }

    @Test
    void aLogThatIsNotThereIsTold() {
        assertThat(execute(folder.resolve("none.csv"), "out.csv")).isEqualTo(1);
        assertThat(err.toString()).contains("none.csv: there is no such file");
    }

    @Test
    void whatIsShippedIsWhatTheRealLogsCount() throws IOException {
        final SharedData data = SharedData.required();

        execute(data.file("chat-bili-a1.csv.gz"), "room.csv", "--from", "2700", "--lasts", "600");
        execute(
                data.file("flash-bili-a.csv.gz"),
                "rush.csv",
                "--time",
                "ms_from_storm_start",
                "--as",
                "orders",
                "--lasts",
                "60");

        for (final String name : new String[] {"room.csv", "rush.csv"}) {
            assertThat(Files.readString(folder.resolve(name))).isEqualTo(shipped(name));
        }
    }

    private static String shipped(final String name) throws IOException {
        return new String(
                RehearseProfileCommandTest.class
                        .getResourceAsStream("/profiles/" + name)
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    private String profileOf(final String... lines) throws IOException {
        final Path log = Files.writeString(folder.resolve("log.csv"), String.join("\n", lines) + "\n");
        assertThat(execute(log, "out.csv")).as(err.toString()).isZero();
        return Files.readString(folder.resolve("out.csv"));
    }

    private int execute(final Path log, final String out, final String... more) {
        final String[] arguments = new String[4 + more.length];
        System.arraycopy(
                new String[] {
                    "profile", log.toString(), "--out", folder.resolve(out).toString()
                },
                0,
                arguments,
                0,
                4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return new CommandLine(new RehearseCommand())
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
