package io.sluice.ops.journal;

import io.sluice.engine.JournalAudit;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice journal verify}: reads every record, decides it again and says whether all is well. */
@Command(
        name = "verify",
        description =
                "Check the chain of records and decide every command again; of a pruned journal, those behind the oldest"
                        + " snapshot that verifies, and where none does the chain alone. Exits with 1 at the first fault, when"
                        + " not all could be checked, or when more was sold than there was.",
        mixinStandardHelpOptions = true)
final class JournalVerifyCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JournalOption data;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        try (ReadOnlyJournal journal = data.open()) {
            final JournalAudit audit = audit(journal);
            final JournalFaultException fault = audit.fault() == null ? null : journal.located(audit.fault());
            final PrintWriter out = spec.commandLine().getOut();
            out.print(json ? jsonOf(audit, fault) : textOf(audit, fault));
            out.flush();
            return fault == null && audit.tally().oversoldUnits() == 0 ? 0 : FAILED;
        }
    }

    private JournalAudit audit(final ReadOnlyJournal journal) {
        try (ProgressBar bar = progressBar(journal)) {
            return JournalAudit.of(journal, bar::at);
        }
    }

    /** Without a goal none is drawn: what keeps its ends from being told is for the audit to find. */
    private ProgressBar progressBar(final ReadOnlyJournal journal) {
        try {
            return data.progressBar(journal.firstSequence(), journal.lastSequence());
        } catch (final JournalFaultException damaged) {
            return data.progressBar(1, 0);
        }
    }

    private static String textOf(final JournalAudit audit, final JournalFaultException fault) {
        return String.format(
                Locale.ROOT,
                "records    %d to %d%n%scommands   %d, %d of them refused%norders     %d%nsold       %d units%n"
                        + "oversold   %d units%nfaults     %s%nstate hash %016x%n",
                audit.firstSequence(),
                audit.lastSequence(),
                audit.snapshot() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "decided    %d to %d, behind a snapshot, and these are counted%n",
                                audit.snapshot() + 1,
                                audit.lastSequence()),
                audit.tally().commands(),
                audit.tally().refused(),
                audit.tally().orders(),
                audit.tally().soldUnits(),
                audit.tally().oversoldUnits(),
                fault == null ? "0" : "1, " + fault.getMessage(),
                audit.stateHash());
    }

    private static String jsonOf(final JournalAudit audit, final JournalFaultException fault) {
        final JsonObject object = new JsonObject()
                .put("firstSequence", audit.firstSequence())
                .put("snapshot", audit.snapshot())
                .put("lastSequence", audit.lastSequence())
                .put("commands", audit.tally().commands())
                .put("refused", audit.tally().refused())
                .put("orders", audit.tally().orders())
                .put("soldUnits", audit.tally().soldUnits())
                .put("oversoldUnits", audit.tally().oversoldUnits())
                .put("faults", fault == null ? 0 : 1);
        if (fault != null) {
            object.put("firstFault", new JournalFault(fault).toJson());
        }
        final String stateHash = String.format(Locale.ROOT, "%016x", audit.stateHash());
        return object.put("stateHash", stateHash).encode() + System.lineSeparator();
    }
}
