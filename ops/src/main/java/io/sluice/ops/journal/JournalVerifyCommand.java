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
                "Check the chain of records and decide every command again. Exits with 1 at the first fault, or when"
                        + " more was sold than there was.",
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
        try (ProgressBar bar = data.progressBar(journal.firstSequence(), journal.lastSequence())) {
            return JournalAudit.of(journal, bar::at);
        }
    }

    private static String textOf(final JournalAudit audit, final JournalFaultException fault) {
        return String.format(
                Locale.ROOT,
                "records    %d to %d%ncommands   %d, %d of them refused%norders     %d%nsold       %d units%n"
                        + "oversold   %d units%nfaults     %s%nstate hash %016x%n",
                audit.firstSequence(),
                audit.lastSequence(),
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
                .put("lastSequence", audit.lastSequence())
                .put("commands", audit.tally().commands())
                .put("refused", audit.tally().refused())
                .put("orders", audit.tally().orders())
                .put("soldUnits", audit.tally().soldUnits())
                .put("oversoldUnits", audit.tally().oversoldUnits())
                .put("faults", fault == null ? 0 : 1);
        if (fault != null) {
            object.put("firstFault", jsonOf(fault));
        }
        final String stateHash = String.format(Locale.ROOT, "%016x", audit.stateHash());
        return object.put("stateHash", stateHash).encode() + System.lineSeparator();
    }

    private static JsonObject jsonOf(final JournalFaultException fault) {
        final JsonObject object =
                new JsonObject().put("sequence", fault.sequence()).put("reason", fault.reason());
        if (fault.position() != JournalFaultException.NO_POSITION) {
            object.put("file", fault.file()).put("byte", fault.position());
        }
        return object;
    }
}
