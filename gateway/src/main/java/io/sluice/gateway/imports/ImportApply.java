package io.sluice.gateway.imports;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.gateway.link.Reply;
import io.sluice.gateway.link.ReplyHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Sends the lines of a checked file to the engine. Of a command that is refused for one of its lines, the others are sent
 * again without it. One thread.
 */
final class ImportApply implements LineVisitor {
    private static final int NO_ENTRY = 255;

    private final ImportKind kind;
    private final LineReader reader;
    private final ImportErrors errors;
    private final CommandLane lane;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();
    private final Deque<ImportCommand> again = new ArrayDeque<>();
    private int unanswered;
    private long applied;
    private long firstSequence;
    private long lastSequence;
    private ImportFault whyBlocked;

    ImportApply(final ImportKind kind, final LineReader reader, final ImportErrors errors, final CommandLane lane) {
        this.kind = kind;
        this.reader = reader;
        this.errors = errors;
        this.lane = lane;
    }

    /** Applies every line that has no error yet; returns when the engine has answered. */
    void apply(final Path path) throws IOException, InterruptedException {
        new CsvFile(path, kind, errors).read(this);
        send(reader.rest());
        while (unanswered > 0 || !again.isEmpty()) {
            if (again.isEmpty()) {
                lane.hear();
            } else {
                send(again.poll());
            }
        }
    }

    /** Lines the engine has taken. */
    long applied() {
        return applied;
    }

    /** The first record that applied a line, 0 for none. */
    long firstSequence() {
        return firstSequence;
    }

    /** The last record that applied a line, 0 for none. */
    long lastSequence() {
        return lastSequence;
    }

    @Override
    public boolean onLine(final Fields fields) throws InterruptedException {
        if (whyBlocked != null) {
            errors.add(fields.number(), null, whyBlocked, "This line and those behind it were not sent.");
            return false;
        }
        // Checked again on the way: a guide may have left since.
        reader.read(fields);
        if (fields.isGood()) {
            send(reader.take(fields.number()));
        }
        return true;
    }

    /** Sends a command and what is to be sent again; once something was not sent, nothing more is. */
    private void send(final ImportCommand command) throws InterruptedException {
        for (ImportCommand next = command; next != null; next = again.poll()) {
            if (whyBlocked == null) {
                whyBlocked = lane.send(next, new Sent(next));
            }
            if (whyBlocked == null) {
                unanswered++;
            } else {
                tell(next, null, whyBlocked.name(), "The line was not sent.");
            }
        }
    }

    private void accepted(final ImportCommand command, final long sequence) {
        applied += command.size();
        firstSequence = firstSequence == 0 ? sequence : firstSequence;
        lastSequence = sequence;
    }

    private void refused(final ImportCommand command, final Outcome refusal) {
        final String sentence = CoreRefusal.sentence(refusal, decision);
        final String field = CoreRefusal.field(kind, refusal);
        if (decision.entry() == NO_ENTRY) {
            tell(command, field, refusal.name(), sentence);
            return;
        }
        errors.add(command.line(decision.entry()), field, refusal.name(), sentence);
        final ImportCommand rest = command.without(decision.entry());
        if (rest != null) {
            again.add(rest);
        }
    }

    /** Tells something of all lines of a command. */
    private void tell(final ImportCommand command, final String field, final String code, final String detail) {
        for (int entry = 0; entry < command.size(); entry++) {
            errors.add(command.line(entry), field, code, detail);
        }
    }

    /** A command on its way. */
    private final class Sent implements ReplyHandler {
        private final ImportCommand command;

        Sent(final ImportCommand command) {
            this.command = command;
        }

        @Override
        public void onReply(final Reply reply) {
            unanswered--;
            decision.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
            final Outcome outcome = Outcome.ofCode(decision.outcome());
            if (outcome.isRefusal()) {
                refused(command, outcome);
            } else {
                accepted(command, reply.sequence());
            }
        }

        @Override
        public void onLate() {
            unanswered--;
            tell(command, null, ImportFault.ANSWER_LATE.name(), "The answer took too long; the line may be applied.");
        }
    }
}
