package io.sluice.ops.journal;

import io.sluice.engine.journal.ArchivedSegment;
import io.sluice.engine.journal.JournalArchiver;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice journal archive}: compresses files of the journal that nobody appends to any more. */
@Command(
        name = "archive",
        description = {
            "Compress whole files of the journal, each into an archive that takes its place once it is on the disk and"
                    + " holds the same records. Every command, the HTTP feed and the engine read archives like files.",
            "The file with the newest record stays, and so do records that are not known to be forced. It may be"
                    + " interrupted at any point and run again, beside a running engine too.",
        },
        mixinStandardHelpOptions = true)
final class JournalArchiveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private JournalOption data;

    @ArgGroup(multiplicity = "1")
    private RetentionBound bound;

    @Option(names = "--json", description = "Print one JSON object a file.")
    private boolean json;

    @Override
    public Integer call() {
        final PrintWriter out = spec.commandLine().getOut();
        final long below;
        try (ReadOnlyJournal journal = data.open()) {
            below = bound.sequence(journal, data);
        }
        new JournalArchiver(data.directory()).archive(below, segment -> {
            out.println(json ? jsonOf(segment).encode() : lineOf(segment));
            out.flush();
        });
        return 0;
    }

    private static JsonObject jsonOf(final ArchivedSegment segment) {
        return new JsonObject()
                .put("name", segment.name())
                .put("firstSequence", segment.firstSequence())
                .put("lastSequence", segment.lastSequence())
                .put("recordBytes", segment.recordBytes())
                .put("bytes", segment.bytes());
    }

    private static String lineOf(final ArchivedSegment segment) {
        return "archived   " + segment.name() + "  " + segment.firstSequence() + " to " + segment.lastSequence() + "  "
                + segment.recordBytes() + " bytes in " + segment.bytes();
    }
}
