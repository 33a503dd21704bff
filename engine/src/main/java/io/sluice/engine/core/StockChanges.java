package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import io.sluice.engine.protocol.StockReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Units that come in and units that are written off. Who writes off more than {@link CoreLimits#maxWriteOff} only proposes
 * it: it is done when another person approves it within an hour, and only then is looked whether the units are there. No
 * timer ends a proposal; one that is too old is as none, and makes way for the next.
 */
public final class StockChanges {
    private final Catalogue catalogue;
    private final List<Proposal> proposals = new ArrayList<>();
    private long maxWriteOff;

    StockChanges(final Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void limits(final CoreLimits limits) {
        maxWriteOff = limits.maxWriteOff();
    }

    /** Restocks, writes off or proposes it; {@code reason} is null when the command named none that exists. */
    public void change(
            final long actor, final long id, final long change, final StockReason reason, final Decision decision) {
        final Item item = catalogue.item(id);
        if (reason == null || (reason == StockReason.RESTOCK ? change <= 0 : change >= 0)) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (item == null) {
            decision.refuse(Outcome.ITEM_UNKNOWN);
        } else if (reason == StockReason.RESTOCK && change > ProtocolLimits.MAX_STOCK - item.stocked()) {
            decision.refuse(Outcome.CAPACITY).showStock(item.shared());
        } else if (reason == StockReason.RESTOCK) {
            item.shared().restock(change);
            decision.accept(Outcome.ACCEPTED).showStock(item.shared());
        } else if (change < -item.shared().available()) {
            decision.refuse(Outcome.STOCK_TOO_LOW, item.shared().available()).showStock(item.shared());
        } else if (maxWriteOff > 0 && -change > maxWriteOff) {
            propose(actor, item, -change, decision);
        } else {
            item.shared().writeOff(-change);
            decision.accept(Outcome.ACCEPTED).showStock(item.shared());
        }
    }

    /** Writes off what somebody else proposed. */
    public void approve(final long actor, final long sequence, final Decision decision) {
        final Proposal proposal = openOne(sequence, decision.timeMs());
        if (proposal == null) {
            decision.refuse(Outcome.PROPOSAL_UNKNOWN);
            return;
        }
        final Stock stock = proposal.item().shared();
        if (proposal.actor() == actor) {
            decision.refuse(Outcome.SECOND_PERSON_NEEDED, actor).showStock(stock);
        } else if (proposal.units() > stock.available()) {
            decision.refuse(Outcome.STOCK_TOO_LOW, stock.available()).showStock(stock);
        } else {
            stock.writeOff(proposal.units());
            proposals.remove(proposal);
            decision.accept(Outcome.ACCEPTED).detail(proposal.units()).showStock(stock);
        }
    }

    /** Takes a proposal back, whoever made it. */
    public void withdraw(final long sequence, final Decision decision) {
        final Proposal proposal = openOne(sequence, decision.timeMs());
        if (proposal == null) {
            decision.refuse(Outcome.PROPOSAL_UNKNOWN);
        } else {
            proposals.remove(proposal);
            decision.accept(Outcome.ACCEPTED)
                    .detail(proposal.units())
                    .showStock(proposal.item().shared());
        }
    }

    /** Visits what can be approved at a time, the oldest first. Changes nothing. */
    public void forEachOpen(final long timeMs, final Consumer<Proposal> visitor) {
        for (final Proposal proposal : proposals) {
            if (proposal.isOpenAt(timeMs)) {
                visitor.accept(proposal);
            }
        }
    }

    boolean isEmpty() {
        return proposals.isEmpty();
    }

    void save(final StateOutput output) {
        output.putInt(proposals.size());
        proposals.forEach(proposal -> proposal.save(output));
    }

    void load(final StateInput input) {
        for (int i = Brand.count(input, ProtocolLimits.MAX_PROPOSALS); i > 0; i--) {
            proposals.add(Proposal.load(input, catalogue));
        }
    }

    private void propose(final long actor, final Item item, final long units, final Decision decision) {
        final long nowMs = decision.timeMs();
        final boolean isFull = proposals.size() >= ProtocolLimits.MAX_PROPOSALS
                && proposals.get(0).isOpenAt(nowMs);
        if (isFull) {
            decision.refuse(Outcome.CAPACITY).showStock(item.shared());
        } else {
            proposals.removeIf(proposal -> !proposal.isOpenAt(nowMs));
            final long untilMs = nowMs + ProtocolLimits.PROPOSAL_MS;
            proposals.add(new Proposal(decision.sequence(), actor, item, units, untilMs));
            decision.accept(Outcome.PROPOSED).detail(untilMs).showStock(item.shared());
        }
    }

    private Proposal openOne(final long sequence, final long timeMs) {
        for (final Proposal proposal : proposals) {
            if (proposal.sequence() == sequence && proposal.isOpenAt(timeMs)) {
                return proposal;
            }
        }
        return null;
    }
}
