package io.sluice.engine.core;

import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.OrderBuilder.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an unpaid order ends: its owner gives it back, or its hold runs out. */
class OrderEndTest {
    private static final long HOLD_MS = Shop.HOLD_SECONDS * 1_000L;

    private final Shop shop = Shop.open();

    @Test
    void itsOwnerCancelsAnUnpaidOrder() {
        final long order = shop.reserve(order("k"));

        final Decision decision = shop.cancel(Shop.VIEWER, order);

        assertThat(decision.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(decision.picture().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(decision.stock(0)).isSameAs(shop.item().shared());
    }

    @Test
    void cancellingAgainIsARepeat() {
        final long order = shop.reserve(order("k"));
        shop.cancel(Shop.VIEWER, order);

        final Decision again = shop.cancel(Shop.VIEWER, order);

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.cause()).isEqualTo(Outcome.CANCELLED);
        assertThat(again.order()).isEqualTo(order);
        assertThat(again.answeredAt()).isEqualTo(again.sequence());
        assertThat(again.stockSize()).isZero();
    }

    @Test
    void anotherViewersOrderIsUnknown() {
        final long order = shop.reserve(order("k"));

        final Decision decision = shop.cancel(8, order);

        assertThat(decision.outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
        assertThat(decision.order()).isZero();
        assertThat(shop.cancel(0, order).outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
        assertThat(shop.cancel(Shop.VIEWER, 99).outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
    }

    @Test
    void aPaidOrAnExpiredOrderIsNotCancelled() {
        assertNotCancellable(shop.expired(order("a")));
        assertNotCancellable(shop.buy(order("b")));
    }

    @Test
    void anOrderIsCancelledUntilItsExpiryIsOnRecord() {
        final long order = shop.reserve(order("k"));

        assertThat(shop.pass(HOLD_MS + 1).cancel(Shop.VIEWER, order).outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void aHoldExpiresAtPayByAndNotBefore() {
        final long order = shop.reserve(order("k"));

        final Decision early = shop.pass(HOLD_MS - 1).expire(order);
        assertThat(early.outcome()).isEqualTo(Outcome.HOLD_NOT_DUE);
        assertThat(early.picture().state()).isEqualTo(OrderState.RESERVED);
        assertThat(shop.item().held()).isEqualTo(1);

        final Decision due = shop.pass(1).expire(order);
        assertThat(due.outcome()).isEqualTo(Outcome.EXPIRED);
        assertThat(due.picture().state()).isEqualTo(OrderState.EXPIRED);
        assertThat(due.latenessMs()).isZero();
    }

    @Test
    void anExpiryKnowsHowLateItCame() {
        final long order = shop.reserve(order("k"));

        assertThat(shop.pass(HOLD_MS + 25).expire(order).latenessMs()).isEqualTo(25);
    }

    @Test
    void whatHoldsNothingDoesNotExpire() {
        final long expired = shop.expired(order("a"));
        final long paid = shop.buy(order("b"));
        final long cancelled = shop.reserve(order("c"));
        shop.cancel(Shop.VIEWER, cancelled);
        shop.pass(HOLD_MS);

        assertThat(shop.expire(expired).outcome()).isEqualTo(Outcome.HOLD_NOT_DUE);
        assertThat(shop.expire(paid).outcome()).isEqualTo(Outcome.HOLD_NOT_DUE);
        assertThat(shop.expire(cancelled).outcome()).isEqualTo(Outcome.HOLD_NOT_DUE);
        assertThat(shop.expire(99).outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
    }

    @Test
    void holdsAreShownOldestFirstAndOnlyWhileTheyHold() {
        shop.sell(offer(101).held(60), 0);
        final long first = shop.reserve(order("a"));
        shop.buy(order("b"));
        final long third = shop.reserve(order("c").of(101, 1));
        final List<Long> holds = new ArrayList<>();

        shop.core().forEachHold((number, payByMs) -> holds.addAll(List.of(number, payByMs)));

        assertThat(holds).containsExactly(first, shop.nowMs() + HOLD_MS, third, shop.nowMs() + 60_000);
    }

    private void assertNotCancellable(final long order) {
        final Decision decision = shop.cancel(Shop.VIEWER, order);
        assertThat(decision.outcome()).isEqualTo(Outcome.ORDER_NOT_CANCELLABLE);
        assertThat(decision.order()).isEqualTo(order);
        assertThat(decision.stockSize()).isZero();
    }
}
