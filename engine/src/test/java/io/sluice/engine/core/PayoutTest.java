package io.sluice.engine.core;

import static io.sluice.engine.protocol.PayoutState.APPROVED;
import static io.sluice.engine.protocol.PayoutState.CANCELLED;
import static io.sluice.engine.protocol.PayoutState.OPEN;
import static io.sluice.engine.protocol.PayoutState.PAID;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payouts from their opening to their end. What one pays follows from the records and is no business of the core. */
class PayoutTest {
    private static final long FIRST = 1;
    private static final long SECOND = 2;

    private final CommissionShop shop = CommissionShop.open();
    private final long nowMs = shop.shop().nowMs();

    @Test
    void isOpenedUntilNowAtTheLatest() {
        final Decision early = shop.openPayout(FIRST, nowMs + 1);
        assertThat(early.outcome()).isEqualTo(Outcome.PAYOUT_NOT_DUE);
        assertThat(early.detail()).isEqualTo(nowMs);

        final Decision opened = shop.openPayout(FIRST, nowMs);

        assertThat(opened.outcome()).isEqualTo(Outcome.ACCEPTED);
        final Payout payout = payouts().get(0);
        assertThat(payout.id()).isEqualTo(FIRST);
        assertThat(payout.untilMs()).isEqualTo(nowMs);
        assertThat(payout.openedAt()).isEqualTo(opened.sequence());
        assertThat(payout.state()).isEqualTo(OPEN);
    }

    @Test
    void goesFromOpenToApprovedToPaid() {
        shop.openPayout(FIRST, nowMs);

        assertThat(change(FIRST, APPROVED)).isEqualTo(Outcome.ACCEPTED);
        assertThat(change(FIRST, PAID)).isEqualTo(Outcome.ACCEPTED);
        assertThat(payouts().get(0).state()).isEqualTo(PAID);
    }

    @Test
    void isCancelledWhileItIsOpenOrApproved() {
        shop.openPayout(FIRST, nowMs);
        assertThat(change(FIRST, CANCELLED)).isEqualTo(Outcome.ACCEPTED);

        shop.openPayout(SECOND, nowMs);
        change(SECOND, APPROVED);
        assertThat(change(SECOND, CANCELLED)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void isNotPaidBeforeItIsApproved() {
        shop.openPayout(FIRST, nowMs);

        final Decision refused = shop.changePayoutState(FIRST, PAID);

        assertThat(refused.outcome()).isEqualTo(Outcome.PAYOUT_STATE_FIXED);
        assertThat(refused.detail()).isEqualTo(OPEN.code());
    }

    @Test
    void neverGoesBackNorOnFromItsEnd() {
        shop.openPayout(FIRST, nowMs);
        change(FIRST, APPROVED);
        assertThat(change(FIRST, OPEN)).isEqualTo(Outcome.PAYOUT_STATE_FIXED);
        change(FIRST, PAID);
        for (final PayoutState next : List.of(OPEN, APPROVED, CANCELLED)) {
            assertThat(change(FIRST, next)).isEqualTo(Outcome.PAYOUT_STATE_FIXED);
        }
        shop.openPayout(SECOND, nowMs);
        change(SECOND, CANCELLED);
        for (final PayoutState next : List.of(OPEN, APPROVED, PAID)) {
            assertThat(change(SECOND, next)).isEqualTo(Outcome.PAYOUT_STATE_FIXED);
        }
    }

    @Test
    void whatIsSaidAgainIsRepeatedInAnyState() {
        shop.openPayout(FIRST, nowMs);
        for (final PayoutState state : List.of(OPEN, APPROVED, PAID)) {
            change(FIRST, state);
            assertThat(change(FIRST, state)).isEqualTo(Outcome.REPEATED);
            assertThat(shop.openPayout(FIRST, nowMs).outcome()).isEqualTo(Outcome.REPEATED);
        }
        assertThat(payouts()).hasSize(1);
        assertThat(payouts().get(0).state()).isEqualTo(PAID);
    }

    @Test
    void keepsTheTimeItWasOpenedWith() {
        shop.openPayout(FIRST, nowMs);
        change(FIRST, APPROVED);

        final Decision refused = shop.openPayout(FIRST, nowMs - 1);

        assertThat(refused.outcome()).isEqualTo(Outcome.PAYOUT_STATE_FIXED);
        assertThat(refused.detail()).isEqualTo(APPROVED.code());
        assertThat(payouts().get(0).untilMs()).isEqualTo(nowMs);
    }

    @Test
    void waitsForTheOneBeforeToBePaidOrCancelled() {
        shop.openPayout(FIRST, nowMs);
        assertThat(shop.openPayout(SECOND, nowMs).outcome()).isEqualTo(Outcome.PAYOUT_PENDING);
        change(FIRST, APPROVED);
        final Decision refused = shop.openPayout(SECOND, nowMs);
        assertThat(refused.outcome()).isEqualTo(Outcome.PAYOUT_PENDING);
        assertThat(refused.detail()).isEqualTo(FIRST);

        change(FIRST, PAID);
        assertThat(shop.openPayout(SECOND, nowMs).outcome()).isEqualTo(Outcome.ACCEPTED);
        change(SECOND, CANCELLED);
        assertThat(shop.openPayout(3, nowMs).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void thatThereIsNotHasNoState() {
        assertThat(change(FIRST, APPROVED)).isEqualTo(Outcome.PAYOUT_UNKNOWN);
    }

    @Test
    void withSeveralFaultsIsRefusedForTheFirst() {
        shop.openPayout(FIRST, nowMs);

        assertThat(shop.openPayout(0, nowMs + 1).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.openPayout(ProtocolLimits.MAX_ID + 1, 0).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.openPayout(SECOND, -1).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.openPayout(FIRST, nowMs + 1).outcome()).isEqualTo(Outcome.PAYOUT_STATE_FIXED);
        assertThat(shop.openPayout(SECOND, nowMs + 1).outcome()).isEqualTo(Outcome.PAYOUT_PENDING);
        assertThat(change(99, null)).isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void thereAreOnlySoManyAndThoseCanStillBeChanged() {
        for (long id = 1; id <= ProtocolLimits.MAX_PAYOUTS; id++) {
            shop.openPayout(id, nowMs);
            if (id < ProtocolLimits.MAX_PAYOUTS) {
                change(id, CANCELLED);
            }
        }

        assertThat(shop.openPayout(ProtocolLimits.MAX_PAYOUTS + 1L, nowMs + 1).outcome())
                .isEqualTo(Outcome.CAPACITY);
        assertThat(change(ProtocolLimits.MAX_PAYOUTS, APPROVED)).isEqualTo(Outcome.ACCEPTED);
    }

    private Outcome change(final long payout, final PayoutState next) {
        return shop.changePayoutState(payout, next).outcome();
    }

    private List<Payout> payouts() {
        final List<Payout> payouts = new ArrayList<>();
        shop.core().payouts().forEach(payouts::add);
        return payouts;
    }
}
