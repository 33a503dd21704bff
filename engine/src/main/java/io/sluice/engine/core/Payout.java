package io.sluice.engine.core;

import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** A payout of commission: what it pays whom follows from the records before the one that opened it. */
public final class Payout {
    private final long id;
    private final long untilMs;
    private final long openedAt;
    private PayoutState state = PayoutState.OPEN;

    Payout(final long id, final long untilMs, final long openedAt) {
        this.id = id;
        this.untilMs = untilMs;
        this.openedAt = openedAt;
    }

    /** The payout's id. */
    public long id() {
        return id;
    }

    /** It pays what is payable by then, inclusive, epoch ms. */
    public long untilMs() {
        return untilMs;
    }

    /** The record that opened it. */
    public long openedAt() {
        return openedAt;
    }

    /** Where it stands. */
    public PayoutState state() {
        return state;
    }

    boolean isPending() {
        return state == PayoutState.OPEN || state == PayoutState.APPROVED;
    }

    void transition(final PayoutState next) {
        state = next;
    }

    void save(final StateOutput output) {
        output.putLong(id);
        output.putLong(untilMs);
        output.putLong(openedAt);
        output.putInt(state.code());
    }

    static Payout load(final StateInput input) {
        final Payout payout = new Payout(input.getLong(), input.getLong(), input.getLong());
        payout.state = PayoutState.ofCode(input.getInt());
        if (payout.state == null) {
            throw new IllegalStateException("payout=" + payout.id + " is in no state there is");
        }
        return payout;
    }
}
