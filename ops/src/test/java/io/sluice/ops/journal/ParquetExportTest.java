package io.sluice.ops.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetExportTest {
    private static final int FINE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    private Path output;

    @BeforeAll
    static void sell() {
        SaleJournal.writeTo(data);
    }

    /** A name that DuckDB would take for a pattern and SQL for the end of a text. */
    @BeforeEach
    void nameOutput() {
        output = folder.resolve("o'clock [1]*");
    }

    @Test
    void aTableHoldsWhatCsvHolds() throws SQLException, IOException {
        assertThat(export().exitCode()).isEqualTo(FINE);

        assertThat(rowsOf(parts())).isEqualTo(rowsOfCsv());
        assertThat(names()).containsExactly("part-00000001.parquet");
    }

    @Test
    void columnsHaveTheirTypesWhateverTheRecordsHold() throws SQLException, IOException {
        assertThat(export("--to", "1").exitCode()).isEqualTo(FINE);

        assertThat(typesOf(parts()))
                .containsExactly(
                        "sequence BIGINT",
                        "time TIMESTAMP",
                        "type VARCHAR",
                        "outcome VARCHAR",
                        "subject VARCHAR",
                        "room BIGINT",
                        "viewer BIGINT",
                        "order BIGINT",
                        "offer BIGINT",
                        "item BIGINT",
                        "state VARCHAR",
                        "totalFen BIGINT",
                        "store BIGINT",
                        "guide BIGINT",
                        "group BIGINT",
                        "inviter BIGINT",
                        "rule VARCHAR",
                        "commissionFen BIGINT",
                        "campaign BIGINT",
                        "pointsMoved BIGINT",
                        "data VARCHAR");
    }

    @Test
    void anExportThatWasKilledGoesOnBehindItsPosition() throws SQLException, IOException {
        assertThat(exportOn("--to", "6").exitCode()).isEqualTo(FINE);
        // As a kill leaves it: a part that no position vouches for, and the beginnings of another.
        Files.copy(output.resolve("part-00000001.parquet"), output.resolve("part-00000002.parquet"));
        Files.writeString(output.resolve("part-00000003.csv.next"), "7,half a row that was never confir");
        Files.writeString(output.resolve("part-00000003.parquet.next"), "PAR1");

        assertThat(exportOn().exitCode()).isEqualTo(FINE);

        assertThat(rowsOf(parts())).isEqualTo(rowsOfCsv());
        assertThat(names()).containsExactly("part-00000001.parquet", "part-00000002.parquet");
        assertThat(exportOn().exitCode()).isEqualTo(FINE);
        assertThat(names()).hasSize(2);
    }

    @Test
    void aConfirmedPartThatIsGoneEndsAnExportBeforeAnythingIsDeleted() throws IOException {
        assertThat(exportOn("--to", "3").exitCode()).isEqualTo(FINE);
        assertThat(exportOn("--to", "6").exitCode()).isEqualTo(FINE);
        Files.delete(output.resolve("part-00000001.parquet"));

        final JournalRun failed = JournalRun.of("export", data, options("--position", position()));

        assertThat(failed.exitCode()).isEqualTo(FAILED);
        assertThat(names()).containsExactly("part-00000002.parquet");
    }

    @Test
    void anExportThatIsThereIsNotWrittenOver() throws IOException {
        assertThat(export().exitCode()).isEqualTo(FINE);
        final JournalRun refused = export();
        assertThat(refused.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(refused.err()).contains("is there already");
    }

    @Test
    void aDriverThatIsNotThereIsAskedFor() throws IOException {
        final JournalRun none = JournalRun.of("export", data, "--format", "parquet", "--output", output.toString());
        assertThat(none.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(none.err())
                .contains("needs DuckDB's JDBC driver", "--duckdb-jar", "mvn dependency:copy -Dartifact=org.duckdb");

        final Path other = Files.writeString(folder.resolve("other.jar"), "no jar");
        final JournalRun unusable = JournalRun.of(
                "export", data, "--format", "parquet", "--output", output.toString(), "--duckdb-jar", other.toString());
        assertThat(unusable.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(unusable.err()).contains("--duckdb-jar " + other + ": no driver of DuckDB");
        assertThat(output).doesNotExist();
    }

    @Test
    void aTableIsNotPrinted() {
        final JournalRun refused = JournalRun.of("export", data, "--format", "parquet");
        assertThat(refused.exitCode()).isEqualTo(WRONG_USAGE);
        assertThat(refused.err()).contains("--format PARQUET: needs --output");
    }

    @Test
    void theDriverThatIsNamedIsTheOneThatIsTested() {
        final String[] artifact = DuckDb.ARTIFACT.split(":", -1);
        assertThat(driverJar()).endsWith(artifact[1] + "-" + artifact[2] + ".jar");
    }

    private JournalRun export(final String... more) {
        return JournalRun.of("export", data, options(more));
    }

    private JournalRun exportOn(final String... more) {
        return export(Stream.concat(Stream.of("--position", position()), Arrays.stream(more))
                .toArray(String[]::new));
    }

    private String position() {
        return folder.resolve("position").toString();
    }

    private String[] options(final String... more) {
        final List<String> options = new ArrayList<>(
                List.of("--format", "parquet", "--output", output.toString(), "--duckdb-jar", driverJar()));
        options.addAll(List.of(more));
        return options.toArray(String[]::new);
    }

    private static String driverJar() {
        try {
            return Path.of(DuckDBDriver.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (final URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(output)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private String parts() {
        return "read_parquet('" + output.toString().replace("[1]*", "[[]1][*]").replace("'", "''") + "/*.parquet')";
    }

    /** What the CSV export says, read with nothing but texts. */
    private List<String> rowsOfCsv() throws SQLException {
        final Path csv = folder.resolve("all.csv");
        assertThat(JournalRun.of("export", data, "--format", "csv", "--output", csv.toString())
                        .exitCode())
                .isEqualTo(FINE);
        return rowsOf("read_csv('" + csv + "', all_varchar = true)");
    }

    private static List<String> rowsOf(final String table) throws SQLException {
        final List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * REPLACE (epoch_ms(time::TIMESTAMP) AS time) FROM "
                        + table + " ORDER BY sequence::BIGINT")) {
            while (found.next()) {
                final StringBuilder row = new StringBuilder();
                for (final ExportColumn column : ExportColumn.values()) {
                    row.append(column.title())
                            .append('=')
                            .append(found.getString(column.title()))
                            .append(' ');
                }
                rows.add(row.toString());
            }
        }
        assertThat(rows).hasSize((int) SaleJournal.LAST);
        return rows;
    }

    private static List<String> typesOf(final String table) throws SQLException {
        final List<String> types = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("DESCRIBE SELECT * FROM " + table)) {
            while (found.next()) {
                types.add(String.format(
                        Locale.ROOT, "%s %s", found.getString("column_name"), found.getString("column_type")));
            }
        }
        return types;
    }
}
