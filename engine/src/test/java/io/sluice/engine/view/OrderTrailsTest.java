package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import org.junit.jupiter.api.Test;

/** Where the journal tells of an order. */
class OrderTrailsTest {
    private static final long ROOM = 7;
    private static final long OFFER = 1_001;
    private static final int STEPS = 1 << 10;

    private final RecordBuilder records = new RecordBuilder();
    private final OrderTrails trails = new OrderTrails(1, STEPS);

    @Test
    void theStepsOfAnOrderAreTheRecordsThatDidSomethingAboutIt() {
        final long order = apply(place(Outcome.RESERVED));
        apply(records.addLikes(ROOM, 1).accepted());
        apply(place(Outcome.RESERVED));
        apply(expire(order, Outcome.HOLD_NOT_DUE));
        apply(expire(order, Outcome.REPEATED));
        final long ended = apply(expire(order, Outcome.EXPIRED));

        assertThat(trails.steps(order)).containsExactly(order, ended);
        assertThat(trails.steps(99)).isEmpty();
    }

    @Test
    void whatItForgetsItSays() {
        final long first = apply(place(Outcome.RESERVED));
        for (int i = 1; i < STEPS; i++) {
            apply(place(Outcome.RESERVED));
        }
        final long ended = apply(expire(first, Outcome.EXPIRED));

        assertThat(trails.steps(first)).containsExactly(ended);
        assertThat(trails.fromSequence()).isEqualTo(first + 1);
        apply(expire(2, Outcome.EXPIRED));
        assertThat(trails.steps(2)).containsExactly(ended + 1);
        assertThat(trails.fromSequence()).isEqualTo(3);
        assertThat(trails.steps(3)).containsExactly(3);
    }

    @Test
    void aRoomsNewestOrdersComeFirstAndRefusedOnesAreNone() {
        for (int i = 0; i < OrderTrails.ROOM_ORDERS + 3; i++) {
            apply(place(Outcome.RESERVED));
        }
        apply(place(Outcome.SOLD_OUT));

        final long newest = OrderTrails.ROOM_ORDERS + 3;
        assertThat(trails.ordersOf(ROOM, Long.MAX_VALUE, 2)).containsExactly(newest, newest - 1);
        assertThat(trails.ordersOf(ROOM, 6, 9)).containsExactly(5, 4);
        assertThat(trails.ordersOf(8, Long.MAX_VALUE, 2)).isEmpty();
    }

    @Test
    void aRecordThatWasLeftOutStopsThem() {
        place(Outcome.RESERVED);

        assertThatThrownBy(() -> apply(place(Outcome.RESERVED)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sequence=2");
    }

    private long apply(final RecordFlyweight record) {
        trails.apply(record);
        return record.sequence();
    }

    /** An order has the number of the record that places it, a refused one has none. */
    private RecordFlyweight place(final Outcome outcome) {
        final long order = outcome == Outcome.RESERVED ? trails.sequence() + 1 : 0;
        return records.placeOrder(ROOM, OFFER, 1).ofOrder(order, outcome, ROOM, OFFER);
    }

    private RecordFlyweight expire(final long order, final Outcome outcome) {
        return records.expireOrder(order).ofOrder(order, outcome, ROOM, OFFER);
    }
}
