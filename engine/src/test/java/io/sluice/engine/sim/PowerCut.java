package io.sluice.engine.sim;

/** Ends a simulated engine in the midst of what it does. */
final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
