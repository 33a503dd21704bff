package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.StockKind;

/** A command about allotments, waiting lines or proposals as a value; a kind is null for none that there is. */
public interface StockCommand extends Command {
    /** Has it decided by the part of a decider that knows of stocks. */
    Verdict decidedBy(StockDecider decider);

    @Override
    default Verdict decidedBy(final Decider decider) {
        return decidedBy(decider.stocks());
    }

    /** A part of an item's units: its kind, and whose it is. */
    record Part(StockKind kind, long of) {}

    /** See the allotments' method of this name. */
    record MoveStock(long item, Part from, Part to, long units) implements StockCommand {
        @Override
        public Verdict decidedBy(final StockDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the allotments' method of this name. */
    record CloseAllotment(long item, Part part) implements StockCommand {
        @Override
        public Verdict decidedBy(final StockDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the waiting lines' method of this name. */
    record JoinLine(long viewer, long room, long offer, int units) implements StockCommand {
        @Override
        public Verdict decidedBy(final StockDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the waiting lines' method of this name. */
    record LeaveLine(long viewer, long offer) implements StockCommand {
        @Override
        public Verdict decidedBy(final StockDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the waiting lines' method of this name. */
    record CallNext(long offer) implements StockCommand {
        @Override
        public Verdict decidedBy(final StockDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the waiting lines' method of this name. */
    record EndTurn(long viewer, long offer) implements StockCommand {
        @Override
        public Verdict decidedBy(final StockDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the stock changes' method of this name. */
    record Approve(long actor, long proposal) implements StockCommand {
        @Override
        public Verdict decidedBy(final StockDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the stock changes' method of this name. */
    record Withdraw(long actor, long proposal) implements StockCommand {
        @Override
        public Verdict decidedBy(final StockDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the waiting lines' query. */
    record FindPlaces(long viewer) implements StockCommand {
        @Override
        public Verdict decidedBy(final StockDecider decider) {
            return decider.decide(this);
        }
    }
}
