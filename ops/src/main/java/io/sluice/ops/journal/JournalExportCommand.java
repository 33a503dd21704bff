package io.sluice.ops.journal;

import io.sluice.engine.journal.ReadOnlyJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice journal export}: writes records as rows, and can go on where it stopped. */
@Command(
        name = "export",
        description = {
            "Write records as NDJSON, the HTTP feed's events, or as CSV.",
            "With --position a run that was killed is begun again with the same command and goes on: rows behind the"
                    + " position are cut off first, so that none is missing and none twice.",
        },
        mixinStandardHelpOptions = true)
final class JournalExportCommand implements Callable<Integer> {
    /** Records between two confirmed positions. */
    private static final int STRIDE = 1 << 16;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JournalOption data;

    @Option(
            names = "--format",
            defaultValue = "NDJSON",
            description = "${COMPLETION-CANDIDATES}, in any case. Default: ${DEFAULT-VALUE}.")
    private ExportFormat format;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where to, a file that is not there yet. Default: standard output.")
    private Path output;

    @Option(names = "--from", paramLabel = "SEQ", description = "The first record. Default: the oldest.")
    private Long from;

    @Option(names = "--to", paramLabel = "SEQ", description = "The last record. Default: the newest.")
    private Long to;

    @Option(
            names = "--position",
            paramLabel = "FILE",
            description = "Keep in this file how far the output has come, and go on from there. Needs --output.")
    private Path position;

    @Override
    public Integer call() throws IOException {
        if (position != null && output == null) {
            throw data.refused("--position " + position + ": needs --output");
        }
        try (ReadOnlyJournal journal = data.open()) {
            final Optional<ExportPosition> kept = position == null ? Optional.empty() : ExportPosition.read(position);
            if (kept.isEmpty() && output != null && Files.exists(output)) {
                throw data.refused("--output " + output + ": is there already");
            }
            final ExportPosition start = kept.isPresent() ? kept.get() : new ExportPosition(first(journal) - 1, 0);
            final long last = last(journal, start);
            confirm(start);
            try (ExportOutput target = open(start);
                    ProgressBar bar = data.progressBar(start.sequence() + 1, output == null ? 0 : last)) {
                export(journal, start, last, target, bar);
            }
        }
        return 0;
    }

    private long first(final ReadOnlyJournal journal) {
        return from == null ? Math.max(1, journal.firstSequence()) : data.held("--from", from, journal);
    }

    private long last(final ReadOnlyJournal journal, final ExportPosition start) {
        final long newest = journal.lastSequence();
        if (start.sequence() > newest) {
            throw data.refused("--position " + position + ": is at " + start.sequence()
                    + " of another journal; this one ends at " + newest);
        }
        return to == null ? newest : data.held("--to", to, journal);
    }

    private ExportOutput open(final ExportPosition start) throws IOException {
        return output == null ? ExportOutput.of(spec.commandLine().getOut()) : ExportOutput.of(output, start.bytes());
    }

    private void export(
            final ReadOnlyJournal journal,
            final ExportPosition start,
            final long last,
            final ExportOutput target,
            final ProgressBar bar)
            throws IOException {
        if (start.bytes() == 0) {
            target.write(format.header());
        }
        try (EventReader reader = new EventReader(journal, start.sequence() + 1)) {
            for (JournalEvent event = reader.next(last); event != null; event = reader.next(last)) {
                target.write(format.row(event));
                bar.at(reader.sequence());
                if (reader.sequence() % STRIDE == 0) {
                    confirm(new ExportPosition(reader.sequence(), target.confirm()));
                }
            }
            confirm(new ExportPosition(reader.sequence(), target.confirm()));
        }
    }

    private void confirm(final ExportPosition reached) throws IOException {
        if (position != null) {
            reached.write(position);
        }
    }
}
