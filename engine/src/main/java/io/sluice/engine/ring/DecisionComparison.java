package io.sluice.engine.ring;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.GroupSizeEncodingDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * Holds a decision that was made again against the recorded one, byte by byte, in the lengths of the recorded one: what
 * later versions appended to its blocks and entries is passed over, for nobody said it at the time. Number of entries and
 * texts have to be the same. One thread; allocates nothing.
 */
final class DecisionComparison {
    /** The decisions are the same. */
    static final int SAME = -1;

    /** Lines and stock. */
    private static final int ORDER_GROUPS = 2;

    /** Of the messages that may follow, commission and points. */
    private static final int GROUPS_BEHIND = 1;

    private static final int TEMPLATE_AND_SCHEMA_BYTES = 4;

    private DirectBuffer recorded;
    private int at;
    private int end;
    private DirectBuffer derived;
    private int derivedAt;
    private int derivedEnd;
    private boolean sameVersion;

    /**
     * Compares the decision of {@code record} with the one of {@code length} bytes at {@code offset}.
     *
     * @return where in the recorded decision the first byte lies that is not found again; {@link #SAME} for none.
     */
    int firstDifference(
            final RecordFlyweight record, final DirectBuffer derivedBuffer, final int offset, final int length) {
        if (isCopy(record, derivedBuffer, offset, length)) {
            return SAME;
        }
        look(record.buffer(), derivedBuffer);
        at = record.decisionOffset();
        end = at + record.decisionLength();
        derivedAt = offset;
        derivedEnd = offset + length;
        final boolean isOrder = record.decisionType() == OrderDecisionDecoder.TEMPLATE_ID;
        final boolean same = sameMessage()
                && (!isOrder || (sameGroups(ORDER_GROUPS) && sameText()))
                && sameBehind()
                && at == end
                && derivedAt == derivedEnd;
        return same ? SAME : at - record.decisionOffset();
    }

    /** Most are, and to find that takes no look at their parts; what lies outside the heap is looked at by its parts. */
    private static boolean isCopy(
            final RecordFlyweight record, final DirectBuffer derivedBuffer, final int offset, final int length) {
        final byte[] one = record.buffer().byteArray();
        final byte[] other = derivedBuffer.byteArray();
        if (one == null || other == null || record.decisionLength() != length) {
            return false;
        }
        final int from = record.buffer().wrapAdjustment() + record.decisionOffset();
        final int derivedFrom = derivedBuffer.wrapAdjustment() + offset;
        return Arrays.equals(one, from, from + length, other, derivedFrom, derivedFrom + length);
    }

    /** A reference is written only when it is another: the collector's note of it costs more than the look. */
    private void look(final DirectBuffer recordedBuffer, final DirectBuffer derivedBuffer) {
        if (recorded != recordedBuffer) {
            recorded = recordedBuffer;
        }
        if (derived != derivedBuffer) {
            derived = derivedBuffer;
        }
    }

    /** The messageHeader but for its version, and the block of fields. */
    private boolean sameMessage() {
        if (!bothHold(MessageHeaderDecoder.ENCODED_LENGTH)) {
            return false;
        }
        final int length = uint16(recorded, at);
        final int derivedLength = uint16(derived, derivedAt);
        skip(Short.BYTES);
        if (!sameBytes(TEMPLATE_AND_SCHEMA_BYTES)) {
            return false;
        }
        sameVersion = uint16(recorded, at) == uint16(derived, derivedAt);
        skip(Short.BYTES);
        return sameBlock(length, derivedLength);
    }

    private boolean sameBehind() {
        boolean same = true;
        while (same && at < end) {
            same = sameMessage() && sameGroups(GROUPS_BEHIND);
        }
        return same;
    }

    private boolean sameGroups(final int count) {
        int same = 0;
        while (same < count && sameGroup()) {
            same++;
        }
        return same == count;
    }

    private boolean sameGroup() {
        if (!bothHold(GroupSizeEncodingDecoder.ENCODED_LENGTH)) {
            return false;
        }
        final int length = uint16(recorded, at);
        final int derivedLength = uint16(derived, derivedAt);
        skip(Short.BYTES);
        final int entries = uint16(recorded, at);
        boolean same = sameBytes(Short.BYTES);
        for (int i = 0; i < entries && same; i++) {
            same = sameBlock(length, derivedLength);
        }
        return same;
    }

    private boolean sameText() {
        return bothHold(Byte.BYTES) && sameBytes(Byte.BYTES + (recorded.getByte(at) & 0xFF));
    }

    /** Within one version blocks have one length; a block of an earlier one may be shorter. */
    private boolean sameBlock(final int length, final int derivedLength) {
        final boolean mayBe = sameVersion ? length == derivedLength : length <= derivedLength;
        if (!mayBe || !sameBytes(length)) {
            return false;
        }
        derivedAt += derivedLength - length;
        return true;
    }

    /** Steps behind as many bytes, or to the first that differs. */
    private boolean sameBytes(final int length) {
        if (!bothHold(length)) {
            return false;
        }
        final DirectBuffer one = recorded;
        final DirectBuffer other = derived;
        final int start = at;
        final int derivedStart = derivedAt;
        int same = 0;
        while (same + Long.BYTES <= length && one.getLong(start + same) == other.getLong(derivedStart + same)) {
            same += Long.BYTES;
        }
        while (same < length && one.getByte(start + same) == other.getByte(derivedStart + same)) {
            same++;
        }
        skip(same);
        return same == length;
    }

    private void skip(final int bytes) {
        at += bytes;
        derivedAt += bytes;
    }

    private boolean bothHold(final int bytes) {
        return end - at >= bytes && derivedEnd - derivedAt >= bytes;
    }

    private static int uint16(final DirectBuffer buffer, final int index) {
        return buffer.getShort(index, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }
}
