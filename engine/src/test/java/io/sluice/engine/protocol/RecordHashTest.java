package io.sluice.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The hash as its definition says, byte by byte, wherever the bytes lie. */
class RecordHashTest {
    private static final int BYTES = 64;
    private static final long SEED = 0x9E3779B97F4A7C15L;

    private final byte[] bytes = new byte[BYTES];
    private final UnsafeBuffer onHeap = new UnsafeBuffer(bytes);
    private final UnsafeBuffer offHeap = new UnsafeBuffer(ByteBuffer.allocateDirect(BYTES));

    RecordHashTest() {
        new Random(7).nextBytes(bytes);
        offHeap.putBytes(0, bytes);
    }

    @Test
    void isTheSameOnTheHeapAndOffItForEachLengthAndOffset() {
        for (int offset = 0; offset < Long.BYTES; offset++) {
            for (int length = 0; length <= BYTES - offset; length++) {
                final long expected = byDefinition(offset, length);
                assertThat(RecordHash.of(onHeap, offset, length)).isEqualTo(expected);
                assertThat(RecordHash.of(offHeap, offset, length)).isEqualTo(expected);
            }
        }
    }

    @Test
    void isAnotherFunctionForAnotherSeed() {
        assertThat(RecordHash.of(offHeap, 0, BYTES, 1)).isNotEqualTo(RecordHash.of(offHeap, 0, BYTES, 2));
    }

    @Test
    void readsNothingBeyondTheBuffer() {
        for (final DirectBuffer buffer : new DirectBuffer[] {onHeap, offHeap}) {
            assertThatThrownBy(() -> RecordHash.of(buffer, 8, BYTES)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> RecordHash.of(buffer, -1, 8)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void twoSideBySideAreWhatEachIsByItself() {
        final HashPair pair = new HashPair();
        for (final DirectBuffer one : new DirectBuffer[] {onHeap, offHeap}) {
            for (final DirectBuffer other : new DirectBuffer[] {onHeap, offHeap}) {
                for (int length = 0; length <= BYTES; length++) {
                    for (int otherLength = 0; otherLength <= BYTES - 3; otherLength++) {
                        pair.take(one, 0, length, other, 3, otherLength);
                        assertThat(pair.first()).isEqualTo(byDefinition(0, length));
                        assertThat(pair.second()).isEqualTo(byDefinition(3, otherLength));
                    }
                }
            }
        }
    }

    @Test
    void twoSideBySideReadNothingBeyondEither() {
        final HashPair pair = new HashPair();
        assertThatThrownBy(() -> pair.take(onHeap, 1, BYTES, offHeap, 0, 8))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> pair.take(offHeap, 0, 8, onHeap, -1, 8)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private long byDefinition(final int offset, final int length) {
        long hash = SEED ^ length;
        final int words = length / Long.BYTES;
        for (int word = 0; word < words; word++) {
            long value = 0;
            for (int i = Long.BYTES - 1; i >= 0; i--) {
                value = (value << Byte.SIZE) | (bytes[offset + word * Long.BYTES + i] & 0xFF);
            }
            hash = RecordHash.mix(hash, value);
        }
        long rest = 0;
        for (int i = words * Long.BYTES; i < length; i++) {
            rest = (rest << Byte.SIZE) | (bytes[offset + i] & 0xFF);
        }
        return RecordHash.avalanche(RecordHash.mix(hash, rest));
    }
}
