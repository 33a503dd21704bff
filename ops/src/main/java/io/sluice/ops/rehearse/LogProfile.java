package io.sluice.ops.rehearse;

import io.sluice.bench.load.Flow;
import io.sluice.bench.load.Profile;
import io.sluice.ops.demo.CsvTable;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Counts the rows of a log second by second; nothing else of it is kept. A row is a comment; in a log with a column {@code
 * order} it is an order, the rows of one number are one, and those whose column {@code cancelled} is 1 are none.
 */
final class LogProfile {
    private static final long MS_PER_SECOND = 1_000;
    private static final String ORDER = "order";
    private static final String CANCELLED = "cancelled";

    private final Path log;
    private final String timeColumn;
    private final long fromSecond;
    private final int[] counts;
    /** Whether what lies behind the stretch is left out, or is too much. */
    private final boolean cut;

    private final Set<String> orders = new HashSet<>();
    private int seconds;
    private boolean isEmpty = true;

    /**
     * A count that has not begun.
     *
     * @param log         a CSV with a header; inflated when its name ends in .gz.
     * @param timeColumn  the column that has the moment, ms from the log's beginning.
     * @param fromSecond  where the stretch that is counted begins.
     * @param lasts       how many seconds it has; 0 for all that there are.
     */
    LogProfile(final Path log, final String timeColumn, final long fromSecond, final int lasts) {
        this.log = log;
        this.timeColumn = timeColumn;
        this.fromSecond = fromSecond;
        cut = lasts > 0;
        counts = new int[cut ? lasts : Profile.MAX_SECONDS];
        seconds = lasts;
    }

    /**
     * Counts.
     *
     * @param as  what the rows are; null for what the columns say.
     * @throws IOException when it cannot be read, or is no such log; the message names the file and the line.
     */
    Profile read(final Flow as) throws IOException {
        final Flow flow;
        try (InputStream file = open();
                BufferedReader in = rows(file)) {
            final String first = in.readLine();
            final List<String> header = first == null ? List.of() : CsvTable.fields(first);
            if (!header.contains(timeColumn)) {
                throw new IOException(log + ": line 1: there is no column " + timeColumn + " among "
                        + String.join(", ", header) + "; --time names the one that has the moment in ms");
            }
            flow = as == null ? flowOf(header) : as;
            long line = 2;
            for (String row = in.readLine(); row != null; row = in.readLine()) {
                count(line++, header, CsvTable.fields(row));
            }
        } catch (final ZipException | EOFException broken) {
            throw new IOException(log + ": cannot be inflated: " + broken.getMessage(), broken);
        }
        if (isEmpty) {
            throw new IOException(log + ": has nothing from second " + fromSecond + " on"
                    + (cut ? ", for " + counts.length + " s" : ""));
        }
        final Profile profile = new Profile(seconds);
        for (int second = 0; second < seconds; second++) {
            profile.add(flow, second, counts[second]);
        }
        return profile;
    }

    private static Flow flowOf(final List<String> header) {
        return header.contains(ORDER) ? Flow.ORDERS : Flow.COMMENTS;
    }

    private InputStream open() throws IOException {
        if (!Files.isRegularFile(log)) {
            throw new IOException(log + ": there is no such file");
        }
        return Files.newInputStream(log);
    }

    private BufferedReader rows(final InputStream file) throws IOException {
        final InputStream in = log.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private void count(final long line, final List<String> header, final List<String> row) throws IOException {
        if (row.size() != header.size()) {
            throw new IOException(
                    log + ": line " + line + ": " + row.size() + " fields, and the header has " + header.size());
        }
        final long second = momentMs(line, row.get(header.indexOf(timeColumn))) / MS_PER_SECOND - fromSecond;
        if (second < 0 || !isOne(header, row)) {
            return;
        }
        if (second < counts.length) {
            counts[(int) second]++;
            isEmpty = false;
            seconds = Math.max(seconds, (int) second + 1);
        } else if (!cut) {
            throw new IOException(log + ": line " + line + ": is more than " + Profile.MAX_SECONDS
                    + " s behind the beginning; --from and --lasts cut a stretch out of it");
        }
    }

    private long momentMs(final long line, final String field) throws IOException {
        try {
            final long ms = Long.parseLong(field);
            if (ms >= 0) {
                return ms;
            }
        } catch (final NumberFormatException none) {
            // Told below, as is a moment before the beginning.
        }
        throw new IOException(
                log + ": line " + line + ": " + timeColumn + ": '" + field + "' is no time in ms from 0 on");
    }

    private boolean isOne(final List<String> header, final List<String> row) {
        final int order = header.indexOf(ORDER);
        final int cancelled = header.indexOf(CANCELLED);
        return (cancelled < 0 || !row.get(cancelled).equals("1")) && (order < 0 || orders.add(row.get(order)));
    }
}
