package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.codec.ChangePayoutStateEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;

/** {@code POST /operator/payouts/{payout}/state}; the state it is in already changes nothing. One event loop's. */
final class SetPayoutStateAction extends DoneAnswer implements Action {
    private static final String STATE = "state";

    private final LedgerDesk desk;

    SetPayoutStateAction(final LedgerDesk desk) {
        this.desk = desk;
    }

    @Override
    public void run(final Exchange exchange) {
        final long payout = exchange.pathId("payout");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        PayoutState state = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!name.equals(STATE)) {
                throw json.unknown();
            }
            state = json.constant(PayoutState.class);
            if (state == PayoutState.OPEN) {
                throw json.invalid("must be one of APPROVED, PAID, CANCELLED");
            }
        }
        json.end();
        json.require(state != null, STATE);
        if (state == PayoutState.PAID) {
            desk.requireWhole();
        }
        send(exchange, payout, state);
    }

    @Override
    Problem problem(final Exchange exchange, final Outcome refusal, final long detail, final long sequence) {
        final Problem problem = super.problem(exchange, refusal, detail, sequence);
        return switch (refusal) {
            case PAYOUT_UNKNOWN -> problem.field("payout");
            case PAYOUT_STATE_FIXED -> problem.field(STATE);
            default -> problem;
        };
    }

    private void send(final Exchange exchange, final long payout, final PayoutState state) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final ChangePayoutStateEncoder encoder = new ChangePayoutStateEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .payout(payout)
                            .state(state.code());
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
