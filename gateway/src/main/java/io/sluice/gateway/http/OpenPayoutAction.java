package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.OpenPayoutEncoder;

/** {@code PUT /operator/payouts/{payout}}; the same again changes nothing. One event loop's. */
final class OpenPayoutAction extends DoneAnswer implements Action {
    private static final long NOT_GIVEN = -1;
    private static final String UNTIL = "until";

    private final LedgerDesk desk;

    OpenPayoutAction(final LedgerDesk desk) {
        this.desk = desk;
    }

    @Override
    public void run(final Exchange exchange) {
        final long payout = exchange.pathId("payout");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        long untilMs = NOT_GIVEN;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!name.equals(UNTIL)) {
                throw json.unknown();
            }
            untilMs = json.time();
            if (untilMs < 0) {
                throw json.invalid("must not be before 1970");
            }
        }
        json.end();
        json.require(untilMs != NOT_GIVEN, UNTIL);
        desk.requireWhole();
        send(exchange, payout, untilMs);
    }

    @Override
    Problem problem(final Exchange exchange, final Outcome refusal, final long detail, final long sequence) {
        final Problem problem = super.problem(exchange, refusal, detail, sequence);
        return switch (refusal) {
            case PAYOUT_STATE_FIXED ->
                new Problem(ProblemCode.PAYOUT_STATE_FIXED, "The payout is there already, until another time.")
                        .field(UNTIL)
                        .sequence(sequence);
            case PAYOUT_NOT_DUE -> problem.field(UNTIL);
            case PAYOUT_PENDING -> problem.field("payout");
            default -> problem;
        };
    }

    private void send(final Exchange exchange, final long payout, final long untilMs) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final OpenPayoutEncoder encoder = new OpenPayoutEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .payout(payout)
                            .untilMs(untilMs);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
