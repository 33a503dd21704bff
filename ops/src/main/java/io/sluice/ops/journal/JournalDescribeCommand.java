package io.sluice.ops.journal;

import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice journal describe}: the files, and which records lie in them. */
@Command(
        name = "describe",
        description = {
            "List the journal's files with their records, times and sizes, the snapshots, the mark up to which"
                    + " records are known to be forced to the disk, and the durability of the engine that wrote last.",
            "It reads no more records than it takes to find where each file begins and ends; 'verify' reads all. Exits with"
                    + " 1 when the mark is damaged; the rest is told all the same.",
        },
        mixinStandardHelpOptions = true)
final class JournalDescribeCommand implements Callable<Integer> {
    private static final int DAMAGED = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JournalOption data;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        final PrintWriter out = spec.commandLine().getOut();
        final JournalDirectory directory = data.directory();
        final JournalFaultException markFault;
        try (ReadOnlyJournal opened = data.open()) {
            markFault = opened.markFault();
            final ReadOnlyJournal journal = markFault == null ? opened : opened.withoutMark();
            final List<JournalFile> files =
                    journal.segments().stream().map(JournalFile::new).toList();
            final List<SnapshotFile> snapshots = SnapshotFile.in(directory);
            if (json) {
                out.println(object(journal, markFault, files, snapshots).encode());
            } else {
                lines(journal, markFault, files, snapshots).forEach(out::println);
            }
        }
        out.flush();
        return markFault == null ? 0 : DAMAGED;
    }

    private static JsonObject object(
            final ReadOnlyJournal journal,
            final JournalFaultException markFault,
            final List<JournalFile> files,
            final List<SnapshotFile> snapshots) {
        final JsonObject object = new JsonObject()
                .put("firstSequence", journal.firstSequence())
                .put("lastSequence", journal.lastSequence())
                .put("forcedSequence", markFault == null ? journal.forcedSequence() : null)
                .put("durability", journal.durability())
                .put(
                        "files",
                        new JsonArray(files.stream().map(JournalFile::toJson).toList()))
                .put(
                        "snapshots",
                        new JsonArray(
                                snapshots.stream().map(SnapshotFile::toJson).toList()));
        return markFault == null ? object : object.put("fault", new JournalFault(markFault).toJson());
    }

    private static List<String> lines(
            final ReadOnlyJournal journal,
            final JournalFaultException markFault,
            final List<JournalFile> files,
            final List<SnapshotFile> snapshots) {
        final List<String> lines = new ArrayList<>();
        lines.add("records    " + journal.firstSequence() + " to " + journal.lastSequence());
        lines.add("forced     "
                + (markFault == null ? "up to " + journal.forcedSequence() : "unknown, " + markFault.getMessage()));
        lines.add("durability " + Objects.requireNonNullElse(journal.durability(), "unknown"));
        files.forEach(file -> lines.add("file       " + file.toLine()));
        snapshots.forEach(snapshot -> lines.add("snapshot   " + snapshot.toLine()));
        return lines;
    }
}
