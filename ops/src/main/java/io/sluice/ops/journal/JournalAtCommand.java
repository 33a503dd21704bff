package io.sluice.ops.journal;

import io.sluice.engine.Replay;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.view.RoomBoard;
import io.sluice.gateway.room.PastRoom;
import io.vertx.core.buffer.Buffer;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice journal at}: a room, or the history of one thing, as the journal had it at a moment. */
@Command(
        name = "at",
        description = {
            "Print a room's picture as of a record or time, as JSON; or every record up to then that names an order,"
                    + " viewer or item. Behind a viewer's stands what was known of the viewer: guide, group, inviters;"
                    + " behind an item's what is left in each of its stocks, once units of it were set aside."
                    + " Without a moment it is the newest record's.",
            "Of a pruned journal a picture begins with a snapshot, and a history with the oldest record there is.",
            "The picture has no comments and counts no viewers: names and connections are not in the journal.",
        },
        mixinStandardHelpOptions = true)
final class JournalAtCommand implements Callable<Integer> {
    private static final int NOT_FOUND = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JournalOption data;

    @ArgGroup
    private Moment moment;

    @ArgGroup(multiplicity = "1")
    private Matter matter;

    @Option(
            names = "--json",
            description = "Print each record as the HTTP feed's event, a JSON object a line; behind those of a viewer"
                    + " or an item one more says what was known.")
    private boolean json;

    /** As of when. */
    private static final class Moment {
        @Option(names = "--sequence", paramLabel = "SEQ", description = "As of this record, itself included.")
        private Long sequence;

        @Option(
                names = "--time",
                paramLabel = "TIME",
                description = "As of this core time, RFC 3339, as in 2026-11-22T20:00:00Z; the records of that"
                        + " millisecond included.")
        private String time;
    }

    /** What is asked about. */
    private static final class Matter {
        @Option(names = "--room", paramLabel = "ID", description = "The picture of this room.")
        private Long room;

        @Option(names = "--order", paramLabel = "ID", description = "The history of this order.")
        private Long order;

        @Option(names = "--viewer", paramLabel = "ID", description = "The history of this viewer, and what is known.")
        private Long viewer;

        @Option(names = "--item", paramLabel = "ID", description = "The history of this item.")
        private Long item;

        /** Whether an event is about it; a room's are not asked for. */
        boolean isNamedBy(final JournalEvent event) {
            return (order != null && event.names("order", order))
                    || (viewer != null && event.names("viewer", viewer))
                    || (item != null && event.names("item", item));
        }

        @Override
        public String toString() {
            if (room != null) {
                return "room " + room;
            }
            if (order != null) {
                return "order " + order;
            }
            return viewer != null ? "viewer " + viewer : "item " + item;
        }
    }

    @Override
    public Integer call() {
        final PrintWriter out = spec.commandLine().getOut();
        final boolean found;
        final long last;
        try (ReadOnlyJournal journal = data.open()) {
            last = last(journal);
            final boolean happened = matter.room == null ? history(journal, last, out) : picture(journal, last, out);
            found = known(journal, last, out) || happened;
            stocks(journal, last, out);
        }
        out.flush();
        if (!found) {
            tell("the journal knows no " + matter + " at sequence=" + last);
        }
        return found ? 0 : NOT_FOUND;
    }

    private void tell(final String words) {
        final PrintWriter err = spec.commandLine().getErr();
        err.println(spec.qualifiedName() + ": " + words);
        err.flush();
    }

    /** The last record that had been decided at the moment. */
    private long last(final ReadOnlyJournal journal) {
        if (moment == null) {
            return journal.lastSequence();
        }
        if (moment.sequence != null) {
            return data.held("--sequence", moment.sequence, journal);
        }
        final long last = journal.sequenceAtOrAfter(timeMs() + 1) - 1;
        if (last < Math.max(1, journal.firstSequence())) {
            throw data.refused("--time " + moment.time + ": is before the first record");
        }
        return last;
    }

    private long timeMs() {
        return data.timeMs("--time", moment.time);
    }

    private boolean history(final ReadOnlyJournal journal, final long last, final PrintWriter out) {
        final long first = Math.max(1, journal.firstSequence());
        boolean found = false;
        if (first > 1) {
            tell("the journal was pruned: this history begins with " + first);
        }
        try (EventReader reader = new EventReader(journal, first);
                ProgressBar bar = data.progressBar(first, last)) {
            for (JournalEvent event = reader.next(last); event != null; event = reader.next(last)) {
                bar.at(reader.sequence());
                if (matter.isNamedBy(event)) {
                    out.println(json ? event.json() : event.line());
                    found = true;
                }
            }
        }
        return found;
    }

    /** Decides again up to the moment, for records alone do not say what is left of a touch. */
    private boolean known(final ReadOnlyJournal journal, final long last, final PrintWriter out) {
        final KnownViewer known = matter.viewer == null ? null : KnownViewer.of(matter.viewer, replay(journal, last));
        if (known != null) {
            if (json) {
                out.println(known.toJson().encode());
            } else {
                known.lines().forEach(out::println);
            }
        }
        return known != null;
    }

    private void stocks(final ReadOnlyJournal journal, final long last, final PrintWriter out) {
        final KnownStocks stocks = matter.item == null ? null : KnownStocks.of(matter.item, replay(journal, last));
        if (stocks != null && json) {
            out.println(stocks.toJson().encode());
        } else if (stocks != null) {
            stocks.lines().forEach(out::println);
        }
    }

    private boolean picture(final ReadOnlyJournal journal, final long last, final PrintWriter out) {
        final long first = Math.max(1, journal.firstSequence());
        if (first > 1) {
            return print(replay(journal, last).board(), out);
        }
        final RoomBoard board = new RoomBoard();
        try (EventReader reader = new EventReader(journal, first);
                ProgressBar bar = data.progressBar(first, last)) {
            for (RecordFlyweight record = reader.nextRecord(last); record != null; record = reader.nextRecord(last)) {
                board.apply(record);
                bar.at(reader.sequence());
            }
        }
        return print(board, out);
    }

    private Replay replay(final ReadOnlyJournal journal, final long last) {
        final Replay replay = Replay.fromSnapshot(journal.snapshots(), CoreReserves.NONE, journal, last);
        if (journal.firstSequence() > 1) {
            tell("the journal was pruned: this picture begins with the snapshot behind "
                    + replay.chain().sequence());
        }
        try (JournalReader reader = replay.readerOf(journal)) {
            replay.catchUp(reader, last);
        }
        if (replay.chain().sequence() < last) {
            throw new JournalFaultException(replay.chain().sequence() + 1, "cannot be found");
        }
        return replay;
    }

    private boolean print(final RoomBoard board, final PrintWriter out) {
        final Buffer picture =
                PastRoom.picture(board, matter.room, moment == null || moment.time == null ? board.timeMs() : timeMs());
        if (picture != null) {
            out.println(picture.toString(StandardCharsets.UTF_8));
        }
        return picture != null;
    }
}
