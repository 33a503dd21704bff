package io.sluice.bench.load.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a run's result into one directory: {@code result.json}, {@code report.html}, and an interval log a measure. Each
 * file appears under its name when it is whole, the result first, so what a full disk leaves behind is never half a result.
 */
public final class ResultWriter {
    /** The result as data. */
    public static final String RESULT = "result.json";
    /** The result as a page. */
    public static final String REPORT = "report.html";
    /** How the interval logs' names end, behind the measure's key. */
    public static final String LOG_ENDING = ".hlog";

    private final Path directory;

    private ResultWriter(final Path directory) {
        this.directory = directory;
    }

    /**
     * A writer into this directory, which is made when it is missing. To be called before the run: what is wrong with the
     * directory is found out before an evening was spent on it.
     *
     * @throws IOException when it holds a result already, or cannot be written to; the message names it.
     */
    public static ResultWriter into(final Path directory) throws IOException {
        if (Files.exists(directory.resolve(RESULT))) {
            throw new IOException(directory + ": holds the result of another run already");
        }
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "rehearsal", WholeFile.PART_ENDING));
        } catch (final FileAlreadyExistsException file) {
            throw new IOException(file.getMessage() + ": is no directory", file);
        } catch (final IOException refused) {
            throw new IOException(directory + ": cannot be written to: " + refused.getMessage(), refused);
        }
        return new ResultWriter(directory);
    }

    /**
     * Writes all files.
     *
     * @throws IOException when the disk is full or the like; the message names the file, and those before it are whole.
     */
    public void write(final RunResult result) throws IOException {
        final ObjectNode json = ResultJson.of(result);
        write(RESULT, bytes(json));
        write(REPORT, ReportPage.of(json).getBytes(StandardCharsets.UTF_8));
        for (final Measure measure : Measure.values()) {
            if (result.figures().times(measure).getTotalCount() > 0) {
                write(measure.key() + LOG_ENDING, IntervalLog.of(result, measure));
            }
        }
    }

    private void write(final String name, final byte[] content) throws IOException {
        WholeFile.write(directory.resolve(name), content);
    }

    private static byte[] bytes(final ObjectNode json) {
        try {
            return new ObjectMapper().writeValueAsBytes(json);
        } catch (final JsonProcessingException bug) {
            throw new IllegalStateException("a tree of nodes is always JSON", bug);
        }
    }
}
