package io.sluice.engine.journal;

import java.io.Serial;

/** The journal or a snapshot holds something other than it should: says where and what. */
public final class JournalFaultException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** No position is known. */
    public static final long NO_POSITION = -1;

    private final long sequence;
    private final String reason;
    private final String file;
    private final long position;

    /**
     * A fault at a record.
     *
     * @param sequence  number of the record at which it was found.
     * @param reason    what is wrong, in words.
     */
    public JournalFaultException(final long sequence, final String reason) {
        this(sequence, reason, null);
    }

    /**
     * A fault at a record that another exception brought to light.
     *
     * @param sequence  number of the record at which it was found.
     * @param reason    what is wrong, in words.
     * @param cause     what was thrown there.
     */
    public JournalFaultException(final long sequence, final String reason, final Throwable cause) {
        super("sequence=" + sequence + ": " + reason, cause);
        this.sequence = sequence;
        this.reason = reason;
        file = null;
        position = NO_POSITION;
    }

    /**
     * A fault at a record whose place is known.
     *
     * @param sequence  number of the record at which it was found.
     * @param reason    what is wrong, in words.
     * @param segment   the file.
     * @param position  where in it the record's document begins.
     */
    JournalFaultException(final long sequence, final String reason, final Segment segment, final long position) {
        this(sequence, reason, segment.label(), position);
    }

    /**
     * A fault whose place is known.
     *
     * @param sequence  number of the record that it is about.
     * @param reason    what is wrong, in words.
     * @param file      the file's name.
     * @param position  where in it.
     */
    JournalFaultException(final long sequence, final String reason, final String file, final long position) {
        super("sequence=" + sequence + ": " + reason + ", in " + file + " at byte " + position);
        this.sequence = sequence;
        this.reason = reason;
        this.file = file;
        this.position = position;
    }

    /** Number of the record at which the fault was found. */
    public long sequence() {
        return sequence;
    }

    /** What is wrong, in words; without number and place. */
    public String reason() {
        return reason;
    }

    /**
     * The file it was found in, as a path below the journal's directory, or the forced mark, which lies beside that; null when
     * it is not known.
     */
    public String file() {
        return file;
    }

    /** Where in the file the faulty record's document begins; {@link #NO_POSITION} when that is not known. */
    public long position() {
        return position;
    }
}
