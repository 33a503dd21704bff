package io.sluice.ops.rehearse;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to play, and where the result goes; {@code rehearse} and {@code rehearse run} take the same. */
final class RunOptions {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description =
                    "A file, or what is shipped: smoke, evening, flash, comment-storm, herd, slow-viewers, soak, room, step. A"
                            + " file of that name: ./smoke")
    private String scenario;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the result goes; no result may be there. Default: rehearsal-<time, UTC>.")
    private Path out;

    @Mixin
    private WorkerOptions workers;

    /** Who plays. */
    WorkerOptions workers() {
        return workers;
    }

    /** As typed; null for none. */
    String scenario() {
        return scenario;
    }

    /** The result's directory, for a run that begins now. */
    Path out(final Instant now) {
        return orByTime(out, now);
    }

    /** The directory that was named, or one that the time names. */
    static Path orByTime(final Path named, final Instant now) {
        return named == null ? Path.of("rehearsal-" + STAMP.format(now)) : named;
    }
}
