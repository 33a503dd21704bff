package io.sluice.engine.journal;

import java.io.Serial;

/** A file of the journal was archived or pruned between being listed and being opened: whoever meets it lists again. */
final class SegmentGoneException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    SegmentGoneException(final Segment segment, final Throwable cause) {
        super("segment " + segment.file() + " is gone", cause);
    }
}
