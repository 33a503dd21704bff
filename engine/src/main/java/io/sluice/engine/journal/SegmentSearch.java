package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds a place in a file by halving it. In the middle the next record is looked for byte by byte, and is taken for one only
 * if the records behind it chain: what a viewer sends stands in records, and could be made to look like one or two. What
 * cannot be proven, at the end or where pages were lost, counts as behind the place, so that the last steps are walked from
 * a record that is certain. One thread.
 */
final class SegmentSearch {
    /** More than fit into one record next to each other. */
    private static final int PROOF_RECORDS = 16;
    /** Less is walked and not halved. */
    private static final long WALK_BYTES = 128 << 10;
    /** More than a record and what Chronicle puts between two. */
    private static final int LOOK_BYTES = 128 << 10;

    private static final int DOCUMENT_AND_LENGTH_BYTES = 2 * Integer.BYTES;
    private static final int ALIGNMENT = 4;
    private static final long NOWHERE = -1;

    private final ChronicleCursor cursor;
    private final RecordChain chain = new RecordChain();
    private final ByteBuffer look = ByteBuffer.allocate(LOOK_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    SegmentSearch(final ChronicleCursor cursor) {
        this.cursor = cursor;
    }

    /** As {@link SegmentCursor#seek(SegmentCursor.Precedence)}. */
    long seek(final SegmentCursor.Precedence precedence) {
        long low = 0;
        long high = cursor.size();
        while (high - low > WALK_BYTES) {
            final long middle = low + (high - low) / 2 & -ALIGNMENT;
            final long proven = provenFrom(middle, high);
            if (proven != NOWHERE && precedence.precedes(cursor.sequence(), cursor.timeMs())) {
                low = proven;
            } else {
                high = middle;
            }
        }
        return walk(low, precedence);
    }

    private long walk(final long from, final SegmentCursor.Precedence precedence) {
        cursor.seek(from);
        long place = from;
        long sequence = 0;
        while (cursor.read() && cursor.sound() && precedence.precedes(cursor.sequence(), cursor.timeMs())) {
            place = cursor.nextPosition();
            sequence = cursor.sequence();
        }
        cursor.seek(place);
        return sequence;
    }

    /** Where the first proven record at or behind a position begins, with the cursor at it. */
    private long provenFrom(final long from, final long end) {
        cursor.copy(from, look.clear());
        final int lookEnd = (int) Math.min(end - from, look.flip().limit() - DOCUMENT_AND_LENGTH_BYTES);
        for (int index = 0; index < lookEnd; index += ALIGNMENT) {
            if (ChronicleCursor.mayBeginAt(look, index) && isProven(from + index)) {
                cursor.seek(from + index);
                cursor.read();
                return from + index;
            }
        }
        return NOWHERE;
    }

    private boolean isProven(final long at) {
        cursor.seek(at);
        if (!cursor.read() || cursor.beginChain(chain) != RecordFault.NONE) {
            return false;
        }
        for (int behind = 1; behind < PROOF_RECORDS; behind++) {
            if (!cursor.read() || chain.follow(cursor.buffer(), 0, cursor.length()) != RecordFault.NONE) {
                return false;
            }
        }
        return true;
    }
}
