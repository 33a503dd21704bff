package io.sluice.ops.journal;

import io.sluice.engine.journal.ReadOnlyJournal;
import picocli.CommandLine.Option;

/** Up to where a command that archives or prunes is to go: one of its two options is given. */
final class RetentionBound {
    @Option(names = "--below", paramLabel = "SEQ", description = "Files whose records all have lower numbers.")
    private Long below;

    @Option(
            names = "--before",
            paramLabel = "TIME",
            description =
                    "Files whose records are all older than this core time, RFC 3339, as in 2026-11-22T00:00:00Z.")
    private String before;

    /** Number of the oldest record that is to stay. */
    long sequence(final ReadOnlyJournal journal, final JournalOption data) {
        return below != null ? below : journal.sequenceAtOrAfter(data.timeMs("--before", before));
    }
}
