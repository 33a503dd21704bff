package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.ReturnedStock;
import java.util.List;

/** A command that operators give on a customer's behalf, as a value. */
public interface ServiceCommand extends Command {
    /** Has it decided by the part of a decider that knows of it. */
    Verdict decidedBy(ServiceDecider decider);

    @Override
    default Verdict decidedBy(final Decider decider) {
        return decidedBy(decider.service());
    }

    /** See the core's method of this name; an actor of 0 is the viewer. */
    record CancelOrder(long viewer, long order, long actor) implements ServiceCommand {
        @Override
        public Verdict decidedBy(final ServiceDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the method {@code request} of the core's pending refunds; {@code returned} is null for none that there is. */
    record RequestRefund(long actor, long order, List<Units> lines, ReturnedStock returned, String key)
            implements ServiceCommand {
        @Override
        public Verdict decidedBy(final ServiceDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the method {@code withdraw} of the core's pending refunds. */
    record WithdrawRefundRequest(long actor, long order, long request) implements ServiceCommand {
        @Override
        public Verdict decidedBy(final ServiceDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the method {@code decline} of the core's pending refunds; it is the provider's. */
    record DeclineRefund(long order, long request) implements ServiceCommand {
        @Override
        public Verdict decidedBy(final ServiceDecider decider) {
            return decider.decide(this);
        }
    }
}
