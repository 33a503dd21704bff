package io.sluice.ops.journal;

import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.ReadOnlyJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that names the journal, and the journal it names. */
final class JournalOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "The data directory, of a stopped or a running engine.")
    private Path data;

    /**
     * The data directory.
     *
     * @throws ParameterException when it holds no journal.
     */
    JournalDirectory directory() {
        final JournalDirectory directory = new JournalDirectory(data);
        if (!Files.isDirectory(directory.journal())) {
            throw refused("--data " + data + ": there is no journal");
        }
        return directory;
    }

    /**
     * The journal, to be read.
     *
     * @throws ParameterException when there is none.
     */
    ReadOnlyJournal open() {
        return ReadOnlyJournal.open(directory());
    }

    /**
     * The option's sequence, if the journal holds it.
     *
     * @throws ParameterException when it does not; the message says what it holds.
     */
    long held(final String option, final long sequence, final ReadOnlyJournal journal) {
        final long first = journal.firstSequence();
        final long last = journal.lastSequence();
        if (last == 0) {
            throw refused(option + " " + sequence + ": the journal holds no records");
        }
        if (sequence < first || sequence > last) {
            throw refused(option + " " + sequence + ": the journal holds " + first + " to " + last);
        }
        return sequence;
    }

    /**
     * The option's moment, epoch ms.
     *
     * @throws ParameterException when it is none.
     */
    long timeMs(final String option, final String time) {
        try {
            return OffsetDateTime.parse(time).toInstant().toEpochMilli();
        } catch (final DateTimeException | ArithmeticException e) {
            throw refused(option + " " + time + ": is no time as RFC 3339 writes it");
        }
    }

    /** A bar on the command's stderr, drawn when that is a terminal. */
    ProgressBar progressBar(final long first, final long last) {
        return new ProgressBar(spec.commandLine().getErr(), ProgressBar.isTerminal(), first, last);
    }

    /** Wrong usage of the command that has this option. */
    ParameterException refused(final String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
