package io.sluice.engine.ring;

/** How the core and the sealer wait for work. */
public enum WaitMode {
    /** Sleep at once until woken: kind to a machine that does other things. */
    BLOCKING(100, 0),
    /** Look for work for some microseconds, then give the processor away some times, then sleep until woken. */
    BACKOFF(1_000, 100),
    /** Never sleep: only where a processor each is free for the core and the sealer. */
    SPIN(Integer.MAX_VALUE, 0);

    private final int spins;
    private final int yields;

    WaitMode(final int spins, final int yields) {
        this.spins = spins;
        this.yields = yields;
    }

    HandoverWaitStrategy strategy() {
        return new HandoverWaitStrategy(spins, yields);
    }
}
