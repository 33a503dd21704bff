package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Payouts by what was asked of them; no evening has as many as there may be. */
final class NaivePayouts {
    private final Map<Long, Payout> payouts = new LinkedHashMap<>();

    NaiveCatalogue.Answer open(final Command.OpenPayout command, final long nowMs) {
        if (command.payout() < 1 || command.payout() > ProtocolLimits.MAX_ID || command.untilMs() < 0) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        final Payout known = payouts.get(command.payout());
        if (known != null) {
            return known.untilMs() == command.untilMs()
                    ? NaiveCatalogue.Answer.of(Outcome.REPEATED)
                    : new NaiveCatalogue.Answer(
                            Outcome.PAYOUT_STATE_FIXED, known.state().code());
        }
        for (final Map.Entry<Long, Payout> other : payouts.entrySet()) {
            if (List.of(PayoutState.OPEN, PayoutState.APPROVED)
                    .contains(other.getValue().state())) {
                return new NaiveCatalogue.Answer(Outcome.PAYOUT_PENDING, other.getKey());
            }
        }
        if (command.untilMs() > nowMs) {
            return new NaiveCatalogue.Answer(Outcome.PAYOUT_NOT_DUE, nowMs);
        }
        payouts.put(command.payout(), new Payout(command.untilMs(), PayoutState.OPEN));
        return NaiveCatalogue.Answer.of(Outcome.ACCEPTED);
    }

    NaiveCatalogue.Answer change(final Command.ChangePayoutState command) {
        if (command.next() == null) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        final Payout payout = payouts.get(command.payout());
        if (payout == null) {
            return NaiveCatalogue.Answer.of(Outcome.PAYOUT_UNKNOWN);
        }
        if (payout.state() == command.next()) {
            return NaiveCatalogue.Answer.of(Outcome.REPEATED);
        }
        final List<PayoutState> ways =
                switch (payout.state()) {
                    case OPEN -> List.of(PayoutState.APPROVED, PayoutState.CANCELLED);
                    case APPROVED -> List.of(PayoutState.PAID, PayoutState.CANCELLED);
                    case PAID, CANCELLED -> List.of();
                };
        if (!ways.contains(command.next())) {
            return new NaiveCatalogue.Answer(
                    Outcome.PAYOUT_STATE_FIXED, payout.state().code());
        }
        payouts.put(command.payout(), new Payout(payout.untilMs(), command.next()));
        return NaiveCatalogue.Answer.of(Outcome.ACCEPTED);
    }

    /** Every payout as the core shows it, oldest first. */
    List<Shown> shown() {
        return payouts.entrySet().stream()
                .map(each -> new Shown(
                        each.getKey(),
                        each.getValue().untilMs(),
                        each.getValue().state()))
                .toList();
    }

    private record Payout(long untilMs, PayoutState state) {}

    /** A payout as it is shown. */
    record Shown(long payout, long untilMs, PayoutState state) {}
}
