package io.sluice.ops.journal;

import io.sluice.engine.journal.ReadOnlyJournal;
import java.io.IOException;
import java.io.PrintWriter;
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
            "Write records as NDJSON, the HTTP feed's events, as CSV, or as Parquet.",
            "Parquet is a directory of files part-00000001.parquet and so on, each whole, with the columns of CSV:"
                    + " sequence, room, viewer, order, offer, item, totalFen, store, guide, group and inviter BIGINT, time"
                    + " TIMESTAMP in UTC, type, outcome, subject, state, rule and data VARCHAR. It is written by DuckDB, whose driver is found by"
                    + " --duckdb-jar or, named duckdb_jdbc*.jar, beside the program's jar.",
            "Only records that are known to be forced to the disk are written; a later run gets those to come.",
            "With --position a run that was killed is begun again with the same command and goes on: rows behind the"
                    + " position are cut off first, so that none is missing and none twice. A position of another"
                    + " output, format, first record or journal is refused.",
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
            description = "Where to, a file that is not there yet; with PARQUET a directory. Default: standard output.")
    private Path output;

    @Option(names = "--from", paramLabel = "SEQ", description = "The first record. Default: the oldest.")
    private Long from;

    @Option(names = "--to", paramLabel = "SEQ", description = "The last record. Default: the newest there may be.")
    private Long to;

    @Option(
            names = "--position",
            paramLabel = "FILE",
            description = "Keep in this file how far the output has come, and go on from there. Needs --output.")
    private Path position;

    @Option(
            names = "--appended",
            description = "Write records too that are not known to be forced, up to the end. After a loss of power the"
                    + " output may hold some that never were, and lack those that got their numbers. Of an engine with"
                    + " durability PROCESS the mark of what is forced moves at a clean stop only.")
    private boolean appended;

    @Option(
            names = "--duckdb-jar",
            paramLabel = "FILE",
            description = "With PARQUET: DuckDB's JDBC driver, of the kind of " + DuckDb.ARTIFACT + ". Default: the one"
                    + " beside the program's jar.")
    private Path duckDbJar;

    @Override
    public Integer call() throws IOException {
        if (position != null && output == null) {
            throw data.refused("--position " + position + ": needs --output");
        }
        try (ReadOnlyJournal journal = data.open();
                DuckDb duckDb = format == ExportFormat.PARQUET ? duckDb() : null) {
            final Optional<ExportPosition> kept = position == null ? Optional.empty() : ExportPosition.read(position);
            if (kept.isEmpty() && output != null && Files.exists(output)) {
                throw data.refused("--output " + output + ": is there already");
            }
            final long last = last(journal);
            final long first = kept.isPresent() ? behind(kept.get(), journal) : first(journal);
            try (EventReader reader = new EventReader(journal, first)) {
                kept.ifPresent(reached -> refuseOther(reached, reader));
                final long bytes = kept.map(ExportPosition::bytes).orElse(0L);
                export(reader, last, bytes, duckDb);
            }
        }
        return 0;
    }

    private long first(final ReadOnlyJournal journal) {
        return from == null ? Math.max(1, journal.firstSequence()) : data.held("--from", from, journal);
    }

    private long last(final ReadOnlyJournal journal) {
        final long end = appended ? journal.lastSequence() : journal.forcedSequence();
        if (to == null) {
            tellLeftOut(journal.lastSequence() - end);
            return end;
        }
        if (data.held("--to", to, journal) > end) {
            throw data.refused("--to " + to + ": is known to be forced up to " + end + " only; see --appended");
        }
        return to;
    }

    /** An export that ends before the newest record, or is empty, is not to be taken for all there is. */
    private void tellLeftOut(final long records) {
        if (records > 0 && !appended) {
            final PrintWriter err = spec.commandLine().getErr();
            err.println(spec.qualifiedName() + ": left out " + records
                    + " records that are not known to be forced; see --appended");
            err.flush();
        }
    }

    /** What a run has to share with the one before it to go on where that stopped: options, and the number of columns. */
    private String shared() {
        final String columns = format == ExportFormat.NDJSON ? "" : " of " + ExportColumn.values().length + " columns";
        return "--output " + output.toAbsolutePath().normalize() + " --format " + format + columns
                + (from == null ? "" : " --from " + from);
    }

    /** The record that comes behind a position, if the position is this export's and the journal reaches it. */
    private long behind(final ExportPosition kept, final ReadOnlyJournal journal) {
        if (!kept.export().equals(shared())) {
            throw data.refused(
                    "--position " + position + ": belongs to '" + kept.export() + "', not to '" + shared() + "'");
        }
        final long first = journal.firstSequence();
        final long last = journal.lastSequence();
        if (kept.sequence() + 1 < first || kept.sequence() > last) {
            throw data.refused("--position " + position + ": is at " + kept.sequence()
                    + " of another journal; this one holds " + first + " to " + last);
        }
        return kept.sequence() + 1;
    }

    private void refuseOther(final ExportPosition kept, final EventReader reader) {
        if (kept.hash() != reader.hash()) {
            throw data.refused("--position " + position + ": is at " + kept.sequence()
                    + " of another journal; this one holds another record there");
        }
    }

    private DuckDb duckDb() throws IOException {
        if (output == null) {
            throw data.refused("--format PARQUET: needs --output");
        }
        final Path jar = duckDbJar == null ? DuckDb.driverBesideProgram().orElse(null) : duckDbJar;
        if (jar == null) {
            throw data.refused("--format PARQUET: needs DuckDB's JDBC driver, and there is none in "
                    + DuckDb.programFolder() + "; name it with --duckdb-jar, or lay it there: mvn dependency:copy"
                    + " -Dartifact=" + DuckDb.ARTIFACT + " -DoutputDirectory=" + DuckDb.programFolder());
        }
        try {
            return DuckDb.open(jar);
        } catch (final IOException unusable) {
            throw data.refused("--duckdb-jar " + jar + ": " + unusable.getMessage());
        }
    }

    private void export(final EventReader reader, final long last, final long bytes, final DuckDb duckDb)
            throws IOException {
        confirm(reader, bytes);
        try (ExportOutput target = open(bytes, duckDb);
                ProgressBar bar = data.progressBar(reader.sequence() + 1, output == null ? 0 : last)) {
            if (bytes == 0) {
                target.write(format.header());
            }
            for (JournalEvent event = reader.next(last); event != null; event = reader.next(last)) {
                target.write(format.row(event));
                bar.at(reader.sequence());
                if (reader.sequence() % STRIDE == 0) {
                    confirm(reader, target.confirm());
                }
            }
            confirm(reader, target.confirm());
        }
    }

    private ExportOutput open(final long bytes, final DuckDb duckDb) throws IOException {
        if (output == null) {
            return ExportOutput.of(spec.commandLine().getOut());
        }
        return duckDb == null ? ExportOutput.of(output, bytes) : ParquetOutput.of(output, bytes, duckDb);
    }

    private void confirm(final EventReader reader, final long bytes) throws IOException {
        if (position != null) {
            new ExportPosition(shared(), reader.sequence(), reader.hash(), bytes).write(position);
        }
    }
}
