package io.sluice.bench.peer;

/** The load could not be made as it was asked; the message is for whoever asked. */
final class LoadException extends Exception {
    private static final long serialVersionUID = 1L;

    LoadException(final String message) {
        super(message);
    }
}
