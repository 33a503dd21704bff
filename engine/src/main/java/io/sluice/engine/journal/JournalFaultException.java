package io.sluice.engine.journal;

import java.io.Serial;

/** The journal or a snapshot holds something other than it should: says where and what. */
public final class JournalFaultException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long sequence;

    /**
     * A fault at a record.
     *
     * @param sequence  number of the record at which it was found.
     * @param message   what is wrong, in words.
     */
    public JournalFaultException(final long sequence, final String message) {
        super("sequence=" + sequence + ": " + message);
        this.sequence = sequence;
    }

    /**
     * A fault at a record that another exception brought to light.
     *
     * @param sequence  number of the record at which it was found.
     * @param message   what is wrong, in words.
     * @param cause     what was thrown there.
     */
    public JournalFaultException(final long sequence, final String message, final Throwable cause) {
        super("sequence=" + sequence + ": " + message, cause);
        this.sequence = sequence;
    }

    /** Number of the record at which the fault was found. */
    public long sequence() {
        return sequence;
    }
}
