package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.ArrayList;
import java.util.List;

/** Write-offs that wait for a second person: a list of all that were not decided, looked through each time. */
final class NaiveProposals {
    private final List<Waiting> undecided = new ArrayList<>();
    private long maxWriteOff;

    void maxWriteOff(final long units) {
        maxWriteOff = units;
    }

    boolean areNeeded(final long units) {
        return maxWriteOff > 0 && units > maxWriteOff;
    }

    NaiveCatalogue.Answer propose(
            final long sequence, final long nowMs, final long actor, final NaiveItem item, final long units) {
        if (open(nowMs).size() == ProtocolLimits.MAX_PROPOSALS) {
            return NaiveCatalogue.Answer.of(Outcome.CAPACITY);
        }
        final Waiting waiting = new Waiting(sequence, actor, item, units, nowMs + ProtocolLimits.PROPOSAL_MS);
        undecided.add(waiting);
        return new NaiveCatalogue.Answer(Outcome.PROPOSED, waiting.untilMs());
    }

    /** Those that can be approved, oldest first. */
    List<Waiting> open(final long nowMs) {
        return undecided.stream().filter(waiting -> nowMs < waiting.untilMs()).toList();
    }

    /** The open one of a record, null for none. */
    Waiting find(final long sequence, final long nowMs) {
        return open(nowMs).stream()
                .filter(waiting -> waiting.sequence() == sequence)
                .findFirst()
                .orElse(null);
    }

    void remove(final Waiting decided) {
        undecided.remove(decided);
    }

    /** One that waits. */
    record Waiting(long sequence, long actor, NaiveItem item, long units, long untilMs) {}
}
