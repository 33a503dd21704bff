package io.sluice.ops.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbered Parquet files in a directory. What was written between two confirmations becomes one of them: it is gathered as
 * CSV, made into Parquet beside its name, brought to the disk and renamed, so that under its name a file is whole. One
 * after the other they are the output whose bytes are counted. One thread.
 */
final class ParquetOutput implements ExportOutput {
    private static final Pattern PART = Pattern.compile("part-\\d{8}\\.parquet");
    private static final Pattern UNFINISHED = Pattern.compile("part-\\d{8}\\.(csv|parquet)\\.next");

    private final Path directory;
    private final DuckDb duckDb;
    private int parts;
    private long bytes;
    /** Of the part to come, null when there is none yet. */
    private ExportOutput rows;

    private ParquetOutput(final Path directory, final DuckDb duckDb) {
        this.directory = directory;
        this.duckDb = duckDb;
    }

    /**
     * The directory, of whose parts those behind {@code bytes} are deleted.
     *
     * @throws IOException when its parts are not those that had so many bytes; then nothing is deleted.
     */
    static ParquetOutput of(final Path directory, final long bytes, final DuckDb duckDb) throws IOException {
        Files.createDirectories(directory);
        ExportOutput.force(directory.toAbsolutePath().getParent());
        final ParquetOutput output = new ParquetOutput(directory, duckDb);
        output.goOnBehind(bytes);
        return output;
    }

    private void goOnBehind(final long confirmed) throws IOException {
        final List<Path> found = filesLike(PART);
        while (bytes < confirmed && parts < found.size()) {
            bytes += Files.size(found.get(parts++));
        }
        if (bytes != confirmed || (parts > 0 && !found.get(parts - 1).equals(part(parts)))) {
            throw new IOException(
                    directory + ": its parts are not those of the " + confirmed + " bytes its position says");
        }
        for (final Path behind : found.subList(parts, found.size())) {
            Files.delete(behind);
        }
        for (final Path unfinished : filesLike(UNFINISHED)) {
            Files.delete(unfinished);
        }
        ExportOutput.force(directory);
    }

    private List<Path> filesLike(final Pattern name) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(
                            path -> name.matcher(path.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private Path part(final int number) {
        return directory.resolve(String.format(Locale.ROOT, "part-%08d.parquet", number));
    }

    private Path unfinished(final String suffix) {
        return directory.resolve(String.format(Locale.ROOT, "part-%08d.%s.next", parts + 1, suffix));
    }

    @Override
    public void write(final String row) throws IOException {
        if (rows == null && !row.isEmpty()) {
            rows = ExportOutput.of(unfinished("csv"), 0);
        }
        if (rows != null) {
            rows.write(row);
        }
    }

    @Override
    public long confirm() throws IOException {
        if (rows == null) {
            return bytes;
        }
        rows.confirm();
        rows.close();
        rows = null;
        final Path csv = unfinished("csv");
        final Path parquet = unfinished("parquet");
        duckDb.run(statement(csv, parquet));
        Files.delete(csv);
        ExportOutput.force(parquet);
        Files.move(parquet, part(parts + 1), StandardCopyOption.ATOMIC_MOVE);
        ExportOutput.force(directory);
        parts++;
        bytes += Files.size(part(parts));
        return bytes;
    }

    /** The types are told, not guessed: parts that hold no order have the same columns as the others. */
    private static String statement(final Path csv, final Path parquet) {
        final String columns = Arrays.stream(ExportColumn.values())
                .map(column -> "'" + column.title() + "': '" + column.sqlType() + "'")
                .collect(Collectors.joining(", "));
        return "COPY (SELECT * FROM read_csv(" + literal(withoutPatterns(csv.toString()))
                + ", auto_detect = false, header = false, delim = ',', quote = '\"', escape = '\"', new_line = '\\r\\n'"
                + ", columns = {" + columns + "})) TO " + literal(parquet.toString())
                + " (FORMAT parquet, COMPRESSION zstd)";
    }

    /** DuckDB reads every file that a name's pattern fits; a sign in brackets is no pattern. */
    private static String withoutPatterns(final String path) {
        return path.replaceAll("[*?\\[]", "[$0]");
    }

    private static String literal(final String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
            Files.delete(unfinished("csv"));
        }
    }
}
