package io.sluice.engine.ring;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How two handlers in a row wait on a machine that has few processors: each looks for work some times, gives its
 * processor away some times, then sleeps until it is woken, the first by a producer and the second by the first. The
 * Disruptor's own blocking strategies let a second handler spin for as long as the first is at work, which costs the
 * first its processor where there are only two.
 */
final class HandoverWaitStrategy implements WaitStrategy {
    /** A sleeper looks up by itself this often, so that an alert is seen. */
    private static final long MAX_SLEEP_NS = TimeUnit.MILLISECONDS.toNanos(50);

    private final int spins;
    private final int yields;
    private final boolean sleeps;
    private final Sleeper first;
    private final Sleeper second;

    HandoverWaitStrategy(final int spins, final int yields, final boolean sleeps) {
        this(spins, yields, sleeps, MAX_SLEEP_NS);
    }

    /** As the other, with sleepers that look up by themselves after {@code maxSleepNs}. */
    HandoverWaitStrategy(final int spins, final int yields, final boolean sleeps, final long maxSleepNs) {
        this.spins = spins;
        this.yields = yields;
        this.sleeps = sleeps;
        first = new Sleeper(maxSleepNs);
        second = new Sleeper(maxSleepNs);
    }

    @Override
    public long waitFor(
            final long sequence, final Sequence cursor, final Sequence dependent, final SequenceBarrier barrier)
            throws AlertException {
        final Sleeper sleeper = dependent == cursor ? first : second;
        int looks = 0;
        long available = dependent.get();
        while (available < sequence) {
            barrier.checkAlert();
            if (looks < spins || !sleeps) {
                Thread.onSpinWait();
            } else if (looks < spins + yields) {
                Thread.yield();
            } else {
                sleeper.sleepUnless(dependent, sequence);
                looks = -1;
            }
            looks += sleeps ? 1 : 0;
            available = dependent.get();
        }
        return available;
    }

    /** Nothing: a producer wakes the first when it has published all it has, and an alert is seen without. */
    @Override
    public void signalAllWhenBlocking() {}

    /** Called by producers behind one publication or several. */
    void signalFirst() {
        first.wake();
    }

    /** Called by the first handler behind its batch, once the second may see it. */
    void signalSecond() {
        second.wake();
    }

    /** One handler's place to sleep. */
    private static final class Sleeper {
        private final long maxSleepNs;
        private volatile Thread asleep;

        Sleeper(final long maxSleepNs) {
            this.maxSleepNs = maxSleepNs;
        }

        void sleepUnless(final Sequence dependent, final long sequence) {
            asleep = Thread.currentThread();
            // The load below is plain: without the fence it could pass the store above and miss what is there.
            VarHandle.fullFence();
            if (dependent.get() < sequence) {
                LockSupport.parkNanos(this, maxSleepNs);
            }
            asleep = null;
        }

        void wake() {
            // Publication is a release store: without the fence the load below could pass it and miss a new sleeper.
            VarHandle.fullFence();
            final Thread thread = asleep;
            if (thread != null) {
                LockSupport.unpark(thread);
            }
        }
    }
}
