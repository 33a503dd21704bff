package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The heap of what is due, beside a queue of the JDK. */
class DueTimersTest {
    private static final int STEPS = 3_000;

    @Test
    void aNumberIsDueAtItsTimeAndNotBefore() {
        final DueTimers timers = new DueTimers(1);
        assertThat(timers.isDue(Long.MAX_VALUE)).isFalse();
        timers.add(7, 100);

        assertThat(timers.isDue(99)).isFalse();
        assertThat(timers.isDue(100)).isTrue();
        assertThat(timers.next()).isEqualTo(7);
        timers.dropNext();
        assertThat(timers.isDue(100)).isFalse();
        assertThat(timers.size()).isZero();
    }

    @Property(tries = 100)
    void numbersAreDueInTheOrderOfTheirTimesHoweverTheyCome(
            @ForAll final long seed, @ForAll @IntRange(min = 1, max = 3_000) final int spreadMs) {
        final Random random = new Random(seed);
        final DueTimers timers = new DueTimers(1);
        final PriorityQueue<Hold> queue = new PriorityQueue<>(Comparator.comparingLong(Hold::payByMs));
        final Map<Long, Long> held = new HashMap<>();
        long nowMs = 0;
        for (long order = 1; order <= STEPS; order++) {
            final Hold hold = new Hold(order, nowMs + random.nextInt(spreadMs));
            timers.add(hold.order(), hold.payByMs());
            queue.add(hold);
            held.put(hold.order(), hold.payByMs());
            nowMs += random.nextInt(3);
            endWhatIsDue(timers, queue, held, nowMs);
        }
        endWhatIsDue(timers, queue, held, Long.MAX_VALUE);
        assertThat(held).isEmpty();
    }

    /** Of several that end at one time either may be next, but each has to come once and at its own time. */
    private static void endWhatIsDue(
            final DueTimers timers, final PriorityQueue<Hold> queue, final Map<Long, Long> held, final long nowMs) {
        while (!queue.isEmpty() && queue.peek().payByMs() <= nowMs) {
            assertThat(timers.isDue(nowMs)).isTrue();
            assertThat(held.remove(timers.next())).isEqualTo(queue.remove().payByMs());
            timers.dropNext();
        }
        assertThat(timers.isDue(nowMs)).isFalse();
        assertThat(timers.size()).isEqualTo(queue.size());
    }

    private record Hold(long order, long payByMs) {}
}
