package io.sluice.ops.journal;

import io.sluice.engine.journal.ReadOnlyJournal;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sluice journal explain}: who an order counts for, which record decided that, and who earns of it. */
@Command(
        name = "explain",
        description = {
            "Say in a sentence who an order counts for and why, and in another who earns what of it, until when that is frozen"
                    + " and what refunds took back; then who that is, the rule, the policy, the record that decided,"
                    + " the allotments that its units came from, the turns in waiting lines that it used up, and what each"
                    + " record moved. Names are those of the moment of the order, of a pruned journal those of its oldest snapshot.",
            "Of a pruned journal the oldest snapshot has names and policy, and an order may be read from a later record"
                    + " about it.",
        },
        mixinStandardHelpOptions = true)
final class JournalExplainCommand implements Callable<Integer> {
    private static final int NOT_FOUND = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JournalOption data;

    @Parameters(paramLabel = "ORDER", description = "Number of the order.")
    private long order;

    @Option(
            names = "--lang",
            defaultValue = "en",
            description = "${COMPLETION-CANDIDATES}, in any case. Default: ${DEFAULT-VALUE}.")
    private Language language;

    @Option(names = "--json", description = "Print one JSON object, with the sentence in every language.")
    private boolean json;

    @Override
    public Integer call() {
        if (order < 1) {
            throw data.refused("ORDER " + order + ": from 1 on");
        }
        final OrderExplanation found;
        final String begins;
        try (ReadOnlyJournal journal = data.open();
                ProgressBar bar = data.progressBar(journal.firstSequence(), journal.lastSequence())) {
            found = new OrderFinder(journal, order).find(bar);
            final long first = journal.firstSequence();
            begins = first > 1 ? "; it was pruned and begins with " + first : "";
        }
        if (found == null) {
            tell("the journal knows no order " + order + begins);
            return NOT_FOUND;
        }
        final PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(found.toJson().encode());
        } else {
            found.lines(language).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private void tell(final String words) {
        final PrintWriter err = spec.commandLine().getErr();
        err.println(spec.qualifiedName() + ": " + words);
        err.flush();
    }
}
