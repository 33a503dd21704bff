package io.sluice.ops.journal;

import io.sluice.engine.journal.ConsumerPosition;
import io.sluice.engine.journal.ConsumerRegistry;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sluice journal consumers}: whom the journal is kept for, and how far each is. */
@Command(
        name = "consumers",
        description = {
            "List the registered consumers, with the last record that each has confirmed and how many lie behind it;"
                    + " register one, or forget one.",
            "'prune' deletes nothing behind the position of a registered consumer. One that reads the HTTP feed confirms"
                    + " by asking for what comes next under its name; others write their position themselves, or have it"
                    + " moved here.",
        },
        mixinStandardHelpOptions = true)
final class JournalConsumersCommand implements Callable<Integer> {
    private static final int NOT_FOUND = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JournalOption data;

    @ArgGroup
    private Change change;

    @Option(
            names = "--position",
            paramLabel = "SEQ",
            description =
                    "With --register: the last record it does not need. Default: the one before the journal's first.")
    private Long position;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** What is to be done before the list is printed. */
    private static final class Change {
        @Option(
                names = "--register",
                paramLabel = "NAME",
                description = "Register a consumer, or move the position of one that is.")
        private String register;

        @Option(names = "--remove", paramLabel = "NAME", description = "Forget a consumer.")
        private String remove;
    }

    @Override
    public Integer call() {
        final ConsumerRegistry registry = new ConsumerRegistry(data.directory());
        if (position != null && (change == null || change.register == null)) {
            throw data.refused("--position " + position + ": needs --register");
        }
        try (ReadOnlyJournal journal = data.open()) {
            if (change != null && change.register != null) {
                register(registry, journal);
            }
            if (change != null && change.remove != null && !registry.remove(change.remove)) {
                final PrintWriter err = spec.commandLine().getErr();
                err.println(spec.qualifiedName() + ": there is no consumer " + change.remove);
                err.flush();
                return NOT_FOUND;
            }
            print(registry, journal.lastSequence());
        }
        return 0;
    }

    private void register(final ConsumerRegistry registry, final ReadOnlyJournal journal) {
        final long kept = position == null ? Math.max(0, journal.firstSequence() - 1) : position;
        try {
            registry.register(change.register, kept);
        } catch (final IllegalArgumentException refused) {
            throw data.refused("--register " + change.register + ": " + refused.getMessage());
        }
    }

    private void print(final ConsumerRegistry registry, final long last) {
        final PrintWriter out = spec.commandLine().getOut();
        final JsonArray consumers = new JsonArray();
        for (final ConsumerPosition consumer : registry.all()) {
            final long lag = Math.max(0, last - consumer.position());
            consumers.add(new JsonObject()
                    .put("name", consumer.name())
                    .put("position", consumer.position())
                    .put("lagRecords", lag));
            if (!json) {
                out.println("consumer   " + consumer.name() + "  at " + consumer.position() + "  " + lag + " behind");
            }
        }
        if (json) {
            out.println(new JsonObject()
                    .put("lastSequence", last)
                    .put("consumers", consumers)
                    .encode());
        }
        out.flush();
    }
}
