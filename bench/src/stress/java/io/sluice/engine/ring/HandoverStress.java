package io.sluice.engine.ring;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A handler that goes to sleep while a producer publishes: whatever the order, it is woken. */
@JCStressTest
@State
@Outcome(id = "false", expect = Expect.ACCEPTABLE, desc = "It took the work, asleep or awake.")
@Outcome(id = "true", expect = Expect.FORBIDDEN, desc = "It slept beside the work until its time was up.")
public class HandoverStress {
    /** So long that no producer is late by as much. */
    private static final long SLEEP_NS = TimeUnit.SECONDS.toNanos(10);

    private final HandoverWaitStrategy waits = new HandoverWaitStrategy(0, 0, true, SLEEP_NS);
    private final Sequence published = new Sequence();

    /** Waits for the first slot. */
    @Actor
    public void handler(final Z_Result overslept) {
        final long startNs = System.nanoTime();
        try {
            waits.waitFor(0, published, published, NoAlert.INSTANCE);
        } catch (final AlertException never) {
            throw new IllegalStateException(never);
        }
        overslept.r1 = System.nanoTime() - startNs >= SLEEP_NS;
    }

    /** Publishes it, as the Disruptor does, and wakes. */
    @Actor
    public void producer() {
        published.set(0);
        waits.signalFirst();
    }

    private enum NoAlert implements SequenceBarrier {
        INSTANCE;

        @Override
        public long waitFor(final long sequence) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getCursor() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isAlerted() {
            return false;
        }

        @Override
        public void alert() {}

        @Override
        public void clearAlert() {}

        @Override
        public void checkAlert() {}
    }
}
