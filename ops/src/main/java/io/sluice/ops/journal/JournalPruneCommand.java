package io.sluice.ops.journal;

import io.sluice.engine.Replay;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.journal.JournalPruner;
import io.sluice.engine.journal.PrunedSegment;
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

/** {@code sluice journal prune}: deletes the oldest files of the journal, if nothing needs them any more. */
@Command(
        name = "prune",
        description = {
            "Delete whole files of the journal, archived or not, the oldest first.",
            "Refuses with exit code 1, and deletes nothing, when one of them is still needed: by a registered consumer,"
                    + " which has not confirmed its records, or by a start, which begins with a snapshot; the older of the"
                    + " two that are kept counts, so that one that does not verify has a predecessor.",
            "The file with the newest record stays. It may be run beside a running engine.",
        },
        mixinStandardHelpOptions = true)
final class JournalPruneCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private JournalOption data;

    @ArgGroup(multiplicity = "1")
    private RetentionBound bound;

    @Option(names = "--dry-run", description = "Print what would be deleted, and delete nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object a file.")
    private boolean json;

    @Override
    public Integer call() {
        try (ReadOnlyJournal journal = data.open()) {
            final long below = bound.sequence(journal, data);
            final JournalPruner pruner = new JournalPruner(data.directory(), snapshot -> Replay.behind(
                            snapshot, journal.snapshots(), CoreReserves.NONE, journal)
                    .isPresent());
            if (dryRun) {
                pruner.plan(below).forEach(this::print);
            } else {
                pruner.prune(below, this::print);
            }
        }
        return 0;
    }

    private void print(final PrunedSegment segment) {
        final PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonObject()
                    .put("name", segment.name())
                    .put("firstSequence", segment.firstSequence())
                    .put("lastSequence", segment.lastSequence())
                    .put("deleted", !dryRun)
                    .encode());
        } else {
            out.println((dryRun ? "would prune  " : "pruned     ") + segment.name() + "  " + segment.firstSequence()
                    + " to " + segment.lastSequence());
        }
        out.flush();
    }
}
