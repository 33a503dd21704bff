package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import net.openhft.chronicle.queue.RollCycles;

/**
 * The files of a journal: one a cycle, and a cycle is a UTC day of core time, numbered from the epoch's. A record lies in
 * the cycle of its own time.
 */
final class CycleFiles {
    /** Chronicle's name for a day with up to 2^32 records. */
    static final RollCycles ROLL_CYCLE = RollCycles.FAST_DAILY;

    private static final String SUFFIX = ".cq4";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd'F'");

    private final Path directory;

    CycleFiles(final Path directory) {
        this.directory = directory;
    }

    /** The directory the files lie in. */
    Path directory() {
        return directory;
    }

    /** The file of a cycle, whether it exists or not. */
    Path file(final int cycle) {
        return directory.resolve(DAY.format(LocalDate.ofEpochDay(cycle)) + SUFFIX);
    }

    /** The cycles that have a file, ascending. */
    int[] cycles() {
        if (!Files.isDirectory(directory)) {
            return new int[0];
        }
        final IntStream.Builder cycles = IntStream.builder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            files.forEach(file -> cycles.add(cycleOf(file)));
        } catch (final IOException e) {
            throw new UncheckedIOException("journal " + directory, e);
        }
        return cycles.build().sorted().toArray();
    }

    private static int cycleOf(final Path file) {
        final String name = file.getFileName().toString();
        final LocalDate day = LocalDate.parse(name.substring(0, name.length() - SUFFIX.length()), DAY);
        return Math.toIntExact(day.toEpochDay());
    }
}
