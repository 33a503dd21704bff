package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The payouts of commission, one after the other: while one is neither paid nor cancelled there is no other, so that no fen
 * is in two of them.
 */
public final class Payouts {
    private final Long2ObjectHashMap<Payout> byId = new Long2ObjectHashMap<>();
    private final List<Payout> payouts = new ArrayList<>();

    Payouts() {}

    /** Visits all payouts, oldest first. */
    public void forEach(final Consumer<Payout> visitor) {
        payouts.forEach(visitor);
    }

    /** Opens a payout of what is payable at {@code untilMs}. The same again is repeated. */
    public void open(final long id, final long untilMs, final Decision decision) {
        final Payout known = byId.get(id);
        final Payout newest = payouts.isEmpty() ? null : payouts.get(payouts.size() - 1);
        if (!Brand.isId(id) || untilMs < 0) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (known != null && known.untilMs() == untilMs) {
            decision.accept(Outcome.REPEATED);
        } else if (known != null) {
            decision.refuse(Outcome.PAYOUT_STATE_FIXED, known.state().code());
        } else if (payouts.size() >= ProtocolLimits.MAX_PAYOUTS) {
            decision.refuse(Outcome.CAPACITY);
        } else if (newest != null && newest.isPending()) {
            decision.refuse(Outcome.PAYOUT_PENDING, newest.id());
        } else if (untilMs > decision.timeMs()) {
            decision.refuse(Outcome.PAYOUT_NOT_DUE, decision.timeMs());
        } else {
            add(new Payout(id, untilMs, decision.sequence()));
            decision.accept(Outcome.ACCEPTED);
        }
    }

    /** Moves a payout on; {@code next} is null when the command named no state that exists. The same again is repeated. */
    public void changeState(final long id, final PayoutState next, final Decision decision) {
        final Payout payout = byId.get(id);
        if (next == null) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (payout == null) {
            decision.refuse(Outcome.PAYOUT_UNKNOWN);
        } else if (payout.state() == next) {
            decision.accept(Outcome.REPEATED);
        } else if (!payout.state().canBecome(next)) {
            decision.refuse(Outcome.PAYOUT_STATE_FIXED, payout.state().code());
        } else {
            payout.transition(next);
            decision.accept(Outcome.ACCEPTED);
        }
    }

    boolean isEmpty() {
        return payouts.isEmpty();
    }

    void save(final StateOutput output) {
        output.putInt(payouts.size());
        payouts.forEach(payout -> payout.save(output));
    }

    void load(final StateInput input) {
        for (int i = Brand.count(input, ProtocolLimits.MAX_PAYOUTS); i > 0; i--) {
            add(Payout.load(input));
        }
    }

    private void add(final Payout payout) {
        byId.put(payout.id(), payout);
        payouts.add(payout);
    }
}
