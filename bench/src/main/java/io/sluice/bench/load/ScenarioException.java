package io.sluice.bench.load;

/** A scenario that says something it cannot mean; the message names where and why. */
public final class ScenarioException extends Exception {
    private static final long serialVersionUID = 1L;

    ScenarioException(final String message) {
        super(message);
    }
}
