package io.sluice.bench.load.stage;

/** The stage cannot be set; the message says what was asked of whom, and what came. */
public final class StageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what was asked of whom, and what came. */
    public StageException(final String message) {
        super(message);
    }

    /** With its cause. */
    public StageException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
