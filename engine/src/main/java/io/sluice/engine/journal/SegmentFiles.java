package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import net.openhft.chronicle.queue.RollCycles;

/**
 * What lies where in a journal. Each start of an engine appends to files of its own, its run: a directory that has its first
 * record's number for a name. So no start ever writes to what an earlier one left, whole or torn, and a reader at the end of
 * one run knows the name of the next. Within a run there is a file a UTC day of core time. Journals of the time before runs
 * have their files in the journal's directory itself, which is then the first run. Whole files that nobody appends to any
 * more may have been archived, each into one file of the same name with another suffix. Any thread.
 */
final class SegmentFiles {
    /** Chronicle's name for a day with up to 2^32 records. */
    static final RollCycles ROLL_CYCLE = RollCycles.FAST_DAILY;

    /** Of an archive's name. */
    static final String ARCHIVE_SUFFIX = ".archive";
    /** Of the name of what is being written and is not whole yet. */
    static final String UNFINISHED = ".unfinished";

    private static final String CHRONICLE_SUFFIX = ".cq4";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd'F'");
    private static final Pattern RUN_NAME = Pattern.compile("\\d{20}");
    private static final String ASIDE = ".torn";

    private final Path directory;

    SegmentFiles(final Path directory) {
        this.directory = directory;
    }

    /** The directory of the journal. */
    Path directory() {
        return directory;
    }

    /** Where the run that begins with a record lies, whether it exists or not. */
    Path run(final long firstSequence) {
        return directory.resolve(String.format(Locale.ROOT, "%020d", firstSequence));
    }

    /** The file of one of Chronicle's cycles, which are days, in a run. */
    Segment segment(final Path run, final int cycle) {
        return segment(run, DAY.format(LocalDate.ofEpochDay(cycle)), CHRONICLE_SUFFIX);
    }

    private Segment segment(final Path run, final String day, final String suffix) {
        final Path file = run.resolve(day + suffix);
        return new Segment(run, day, file, directory.relativize(file).toString());
    }

    /** All files, oldest first. */
    List<Segment> all() {
        final List<Segment> all = new ArrayList<>(in(directory));
        for (final Path run : runs()) {
            all.addAll(in(run));
        }
        return all;
    }

    /** The runs that have a directory of their own, oldest first. */
    List<Path> runs() {
        return list(directory, path -> RUN_NAME.matcher(path.getFileName().toString())
                .matches());
    }

    /** Number that a run was begun with, 0 for the one without a directory of its own. */
    long firstSequence(final Path run) {
        return run.equals(directory) ? 0 : Long.parseLong(run.getFileName().toString());
    }

    /** The files of a run, oldest first; an archive only once it stands alone. */
    List<Segment> in(final Path run) {
        final SortedMap<String, Segment> byDay = new TreeMap<>();
        // In this order: what is archived meanwhile is found the one way or the other.
        addTo(byDay, run, CHRONICLE_SUFFIX);
        addTo(byDay, run, ARCHIVE_SUFFIX);
        return List.copyOf(byDay.values());
    }

    private void addTo(final SortedMap<String, Segment> byDay, final Path run, final String suffix) {
        for (final Path file : list(run, path -> path.getFileName().toString().endsWith(suffix))) {
            final String name = file.getFileName().toString();
            final String day = name.substring(0, name.length() - suffix.length());
            byDay.putIfAbsent(day, segment(run, day, suffix));
        }
    }

    private static List<Path> list(final Path directory, final DirectoryStream.Filter<Path> filter) {
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory, filter)) {
            return StreamSupport.stream(paths.spliterator(), false).sorted().toList();
        } catch (final NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (final IOException e) {
            throw new UncheckedIOException("journal " + directory, e);
        }
    }

    /** The file behind one of the same run; null when it is the newest. */
    Segment after(final Segment segment) {
        for (final Segment other : in(segment.run())) {
            if (other.day().compareTo(segment.day()) > 0) {
                return other;
            }
        }
        return null;
    }

    /** The first file of the run that begins with a record; null when there is none. */
    Segment firstOfRun(final long firstSequence) {
        final List<Segment> segments = in(run(firstSequence));
        return segments.isEmpty() ? null : segments.get(0);
    }

    /** The archive that stands in for a file, or would. */
    Segment archiveOf(final Segment segment) {
        return segment(segment.run(), segment.day(), ARCHIVE_SUFFIX);
    }

    /** Deletes archives that were begun and never finished. */
    void clearUnfinished() throws IOException {
        final List<Path> places = new ArrayList<>(runs());
        places.add(directory);
        for (final Path place : places) {
            for (final Path unfinished :
                    list(place, path -> path.getFileName().toString().endsWith(UNFINISHED))) {
                Files.delete(unfinished);
            }
        }
    }

    /** Returns when what is in a file, or the names that are in a directory, are on the disk. */
    static void force(final ForcedFile.Opener opener, final Path path) throws IOException {
        try (ForcedFile forced = opener.open(path)) {
            forced.force();
        }
    }

    /** Gives a file or a run another name, under which nobody reads it. */
    static Path setAside(final Path path) throws IOException {
        int number = 0;
        Path aside;
        do {
            number++;
            aside = path.resolveSibling(path.getFileName() + "." + number + ASIDE);
        } while (Files.exists(aside));
        return Files.move(path, aside);
    }
}
