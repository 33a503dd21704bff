package io.sluice.engine.journal;

import java.nio.file.Path;

/**
 * One file of the journal: records that follow one another, of one UTC day of core time, appended by one start of an engine.
 *
 * @param run    where the files of that start lie.
 * @param file   the file.
 * @param label  the file's path below the journal's directory.
 */
record Segment(Path run, Path file, String label) {}
