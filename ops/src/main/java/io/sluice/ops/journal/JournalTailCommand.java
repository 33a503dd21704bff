package io.sluice.ops.journal;

import io.sluice.engine.journal.ReadOnlyJournal;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice journal tail}: the newest records, and those to come. */
@Command(
        name = "tail",
        description = {
            "Print the newest records, one a line: sequence, time, type, outcome, subject and fields.",
            "Records appear as soon as they are appended, before they are forced: after a loss of power a record that"
                    + " was shown here may never have been. The HTTP feed shows durable ones only.",
        },
        mixinStandardHelpOptions = true)
final class JournalTailCommand implements Callable<Integer> {
    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final int WIDEN = 8;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JournalOption data;

    @Mixin
    private EventFilter filter;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "Records to print that are there already, of those the filters let through. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is appended, until interrupted or the output is closed.")
    private boolean follow;

    @Option(names = "--json", description = "Print each record as the HTTP feed's event, a JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        if (lines < 0) {
            throw data.refused("--lines " + lines + ": from 0 on");
        }
        final PrintWriter out = spec.commandLine().getOut();
        try (ReadOnlyJournal journal = data.open()) {
            final long last = journal.lastSequence();
            newest(journal, last).forEach(event -> print(event, out));
            out.flush();
            if (follow) {
                follow(journal, last + 1, out);
            }
        }
        return 0;
    }

    /** Looks further and further back until enough records pass, so that a long journal need not be read whole. */
    private Deque<JournalEvent> newest(final ReadOnlyJournal journal, final long last) {
        final long first = journal.firstSequence();
        if (lines == 0 || last == 0) {
            return new ArrayDeque<>();
        }
        long window = lines;
        Deque<JournalEvent> found = scan(journal, Math.max(first, last + 1 - window), last);
        while (found.size() < lines && last + 1 - window > first) {
            window *= WIDEN;
            found = scan(journal, Math.max(first, last + 1 - window), last);
        }
        return found;
    }

    /** The last of those that pass. */
    private Deque<JournalEvent> scan(final ReadOnlyJournal journal, final long from, final long last) {
        final Deque<JournalEvent> found = new ArrayDeque<>();
        try (EventReader reader = new EventReader(journal, from)) {
            for (JournalEvent event = reader.next(last); event != null; event = reader.next(last)) {
                if (filter.passes(event)) {
                    found.addLast(event);
                }
                if (found.size() > lines) {
                    found.removeFirst();
                }
            }
        }
        return found;
    }

    private void follow(final ReadOnlyJournal journal, final long from, final PrintWriter out) {
        try (EventReader reader = new EventReader(journal, from)) {
            while (!Thread.currentThread().isInterrupted() && !out.checkError()) {
                final JournalEvent event = reader.poll();
                if (event == null) {
                    LockSupport.parkNanos(POLL_NS);
                } else if (filter.passes(event)) {
                    print(event, out);
                }
            }
        }
    }

    private void print(final JournalEvent event, final PrintWriter out) {
        out.println(json ? event.json() : event.line());
    }
}
