package io.sluice.engine.ring;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** Two threads that fail at the same moment: one reason is told, once, and it is the one that is kept. */
@JCStressTest
@State
@Outcome(id = "true, 1", expect = Expect.ACCEPTABLE, desc = "The first reason, told once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Told twice, never, or another than is kept.")
public class HaltStress {
    private final RuntimeException inCore = new IllegalStateException("core");
    private final RuntimeException inSealer = new IllegalStateException("sealer");
    private final HaltSignal halt = new HaltSignal(this::onHalt);
    private int toldByCore;
    private int toldBySealer;

    /** The core's thread. */
    @Actor
    public void core() {
        halt.raise(inCore);
    }

    /** The sealer's thread. */
    @Actor
    public void sealer() {
        halt.raise(inSealer);
    }

    /** What is known afterwards. */
    @Arbiter
    public void afterwards(final ZI_Result result) {
        result.r1 = toldBySealer == (halt.reason() == inSealer ? 1 : 0);
        result.r2 = toldByCore + toldBySealer;
    }

    /** Each reason is told on the thread that found it. */
    private void onHalt(final Throwable why) {
        if (why == inCore) {
            toldByCore++;
        } else {
            toldBySealer++;
        }
    }
}
