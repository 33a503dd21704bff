package io.sluice.engine.journal;

import java.nio.file.Path;

/**
 * One file of the journal: records that follow one another, of one UTC day of core time, appended by one start of an engine.
 * Where it is an archive, it stands in for the file that Chronicle wrote.
 *
 * @param run    where the files of that start lie.
 * @param day    the file's name without its suffix: later days sort behind earlier ones.
 * @param file   the file.
 * @param label  the file's path below the journal's directory.
 */
record Segment(Path run, String day, Path file, String label) {
    /** Whether it is an archive. */
    boolean isArchive() {
        return file.getFileName().toString().endsWith(SegmentFiles.ARCHIVE_SUFFIX);
    }

    /** Whether both hold the same records, be one of them archived or not. */
    boolean isSameAs(final Segment other) {
        return other != null && run.equals(other.run) && day.equals(other.day);
    }
}
