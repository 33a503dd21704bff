package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TickPaceTest {
    private final TickPace pace = new TickPace(new RoomOptions().tickMs(250).slowestTickMs(1_000));

    @Test
    void roomsTickEachTimeWhileRoundsAreShort() {
        assertThat(ticksOf(8, 124)).isEqualTo(8);
        assertThat(pace.tickMs()).isEqualTo(250);
    }

    @Test
    void longRoundsMakeTicksRarerDownToTheSlowest() {
        ticksOf(1, 126);
        assertThat(pace.tickMs()).isEqualTo(500);
        assertThat(ticksOf(8, 126)).isEqualTo(4);
        assertThat(pace.tickMs()).isEqualTo(500);
        ticksOf(2, 251);
        assertThat(pace.tickMs()).isEqualTo(1_000);
        ticksOf(4, 5_000);
        assertThat(pace.tickMs()).isEqualTo(1_000);
    }

    @Test
    void ticksComeAsOftenAsBeforeOnceRoundsAreShortAgain() {
        ticksOf(3, 900);
        assertThat(pace.tickMs()).isEqualTo(1_000);
        ticksOf(4, 201);
        assertThat(pace.tickMs()).isEqualTo(1_000);
        ticksOf(4, 199);
        assertThat(pace.tickMs()).isEqualTo(500);
        ticksOf(2, 99);
        assertThat(pace.tickMs()).isEqualTo(250);
    }

    @Test
    void aSlowestTickThatIsNoSlowerNeverSlowsDown() {
        final TickPace steady = new TickPace(new RoomOptions().tickMs(250).slowestTickMs(100));

        assertThat(steady.isDue(TimeUnit.SECONDS.toNanos(9))).isTrue();
        assertThat(steady.isDue(TimeUnit.SECONDS.toNanos(9))).isTrue();
        assertThat(steady.tickMs()).isEqualTo(250);
    }

    /** How many of so many calls were ticks, each round having taken so many ms. */
    private int ticksOf(final int calls, final int roundMs) {
        int ticks = 0;
        for (int i = 0; i < calls; i++) {
            ticks += pace.isDue(TimeUnit.MILLISECONDS.toNanos(roundMs)) ? 1 : 0;
        }
        return ticks;
    }
}
