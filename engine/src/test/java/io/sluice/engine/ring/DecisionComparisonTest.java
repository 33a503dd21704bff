package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.OrderDecisionEncoder;
import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** An order's decision of two lines, as it is written today, against what versions before and after may have written. */
class DecisionComparisonTest {
    private static final int BLOCK = OrderDecisionEncoder.BLOCK_LENGTH;
    private static final int ENTRY = OrderDecisionEncoder.LinesEncoder.sbeBlockLength();
    private static final int FIRST_ENTRY = MessageHeaderEncoder.ENCODED_LENGTH + BLOCK + 4;

    private static final int VERSION = MessageHeaderEncoder.versionEncodingOffset();

    private final UnsafeBuffer today = new UnsafeBuffer(new byte[1_024]);
    private final int todayLength = writeOrder(today);
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[1_024]);

    @Test
    void theSameBytesAreTheSame() {
        assertThat(differenceTo(recordOf(BLOCK, ENTRY))).isEqualTo(DecisionComparison.SAME);
    }

    @Test
    void whatWasAppendedSinceIsPassedOver() {
        assertThat(differenceTo(recordOf(BLOCK - 16, ENTRY))).isEqualTo(DecisionComparison.SAME);
        assertThat(differenceTo(recordOf(BLOCK, ENTRY - 4))).isEqualTo(DecisionComparison.SAME);
        assertThat(differenceTo(recordOf(BLOCK - 16, ENTRY - 4))).isEqualTo(DecisionComparison.SAME);
    }

    @Test
    void aShorterBlockOfTodaysVersionIsADifference() {
        assertThat(differenceTo(ofTodaysVersion(recordOf(BLOCK - 16, ENTRY)))).isNotEqualTo(DecisionComparison.SAME);
        assertThat(differenceTo(ofTodaysVersion(recordOf(BLOCK, ENTRY - 4)))).isNotEqualTo(DecisionComparison.SAME);
    }

    @Test
    void theVersionAloneIsNoDifference() {
        final RecordFlyweight record = recordOf(BLOCK, ENTRY);
        slot.putShort(record.decisionOffset() + VERSION, (short) 0);

        assertThat(differenceTo(record)).isEqualTo(DecisionComparison.SAME);
    }

    @Test
    void everyOtherByteCounts() {
        final RecordFlyweight record = recordOf(BLOCK - 16, ENTRY - 4);
        for (int i = 0; i < record.decisionLength(); i++) {
            final int index = record.decisionOffset() + i;
            final byte right = slot.getByte(index);
            slot.putByte(index, (byte) (right ^ 0x10));
            final boolean isVersion = i == 6 || i == 7;
            assertThat(differenceTo(record) == DecisionComparison.SAME)
                    .as("byte " + i)
                    .isEqualTo(isVersion);
            slot.putByte(index, right);
        }
    }

    @Test
    void theFirstByteThatDiffersIsNamed() {
        final RecordFlyweight record = recordOf(BLOCK, ENTRY);
        final int inSecondLine = FIRST_ENTRY + ENTRY + 3;
        slot.putByte(record.decisionOffset() + inSecondLine, (byte) 0x7F);

        assertThat(differenceTo(record)).isEqualTo(inSecondLine);
    }

    @Test
    void aBlockThatIsLongerThanTodaysIsADifference() {
        assertThat(differenceTo(recordOf(BLOCK + 8, ENTRY))).isNotEqualTo(DecisionComparison.SAME);
        assertThat(differenceTo(recordOf(BLOCK, ENTRY + 8))).isNotEqualTo(DecisionComparison.SAME);
    }

    @Test
    void noDecisionAtAllIsADifference() {
        final RecordFlyweight record = recordOf(BLOCK, ENTRY);

        assertThat(new DecisionComparison().firstDifference(record, today, 0, 0))
                .isZero();
    }

    private RecordFlyweight ofTodaysVersion(final RecordFlyweight record) {
        slot.putBytes(record.decisionOffset() + VERSION, today, VERSION, Short.BYTES);
        return record;
    }

    private int differenceTo(final RecordFlyweight record) {
        return new DecisionComparison().firstDifference(record, today, 0, todayLength);
    }

    /** A record whose decision is today's, but with blocks and entries of other lengths, cut short or filled up with 1. */
    private RecordFlyweight recordOf(final int block, final int entry) {
        final int start = RecordFlyweight.HEADER_LENGTH;
        slot.setMemory(0, slot.capacity(), (byte) 1);
        slot.putBytes(start, today, 0, MessageHeaderEncoder.ENCODED_LENGTH);
        slot.putShort(start, (short) block, ByteOrder.LITTLE_ENDIAN);
        if (block < BLOCK || entry < ENTRY) {
            slot.putShort(start + VERSION, (short) 0, ByteOrder.LITTLE_ENDIAN);
        }
        slot.putBytes(
                start + MessageHeaderEncoder.ENCODED_LENGTH,
                today,
                MessageHeaderEncoder.ENCODED_LENGTH,
                Math.min(block, BLOCK));
        int at = start + MessageHeaderEncoder.ENCODED_LENGTH + block;
        slot.putShort(at, (short) entry, ByteOrder.LITTLE_ENDIAN);
        slot.putShort(at + Short.BYTES, (short) 2, ByteOrder.LITTLE_ENDIAN);
        at += 2 * Short.BYTES;
        for (int i = 0; i < 2; i++) {
            slot.putBytes(at, today, FIRST_ENTRY + i * ENTRY, Math.min(entry, ENTRY));
            at += entry;
        }
        final int rest = FIRST_ENTRY + 2 * ENTRY;
        slot.putBytes(at, today, rest, todayLength - rest);
        at += todayLength - rest;
        new RecordChain().seal(slot, 0, 0, at - start, 0);
        return new RecordFlyweight().wrap(slot, 0);
    }

    private static int writeOrder(final MutableDirectBuffer buffer) {
        final OrderDecisionEncoder encoder =
                new OrderDecisionEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        encoder.outcome(Outcome.RESERVED.code()).order(7).viewer(42).totalFen(9_900);
        final OrderDecisionEncoder.LinesEncoder lines = encoder.linesCount(2);
        lines.next().offer(1).item(2).unitPriceFen(3).quantity(4).refunded(5);
        lines.next().offer(6).item(7).unitPriceFen(8).quantity(9).refunded(10);
        encoder.stockCount(1).next().item(2).available(11);
        encoder.share("S1");
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }
}
