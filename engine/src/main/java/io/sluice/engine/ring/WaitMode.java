package io.sluice.engine.ring;

/** How the core and the sealer wait for work. */
public enum WaitMode {
    /** Sleep at once until woken: kind to a machine that does other things. */
    BLOCKING(100, 0, true),
    /** Look for work for some microseconds, then give the processor away some times, then sleep until woken. */
    BACKOFF(1_000, 100, true),
    /** Never sleep: only where a processor each is free for the core and the sealer. */
    SPIN(0, 0, false);

    private final int spins;
    private final int yields;
    private final boolean sleeps;

    WaitMode(final int spins, final int yields, final boolean sleeps) {
        this.spins = spins;
        this.yields = yields;
        this.sleeps = sleeps;
    }

    HandoverWaitStrategy strategy() {
        return new HandoverWaitStrategy(spins, yields, sleeps);
    }
}
