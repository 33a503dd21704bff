package io.sluice.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** A chain as its reader follows it, wherever the records lie and however long they are. */
class RecordChainTest {
    /** Short ones beside each other, and one that is longer than what a chain keeps. */
    private static final int[] CONTENTS = {16, 250, 40, 5_000, 300, 24, 24};

    private static final int STRIDE = 8_192;

    private final UnsafeBuffer onHeap = new UnsafeBuffer(new byte[CONTENTS.length * STRIDE]);
    private final UnsafeBuffer offHeap = new UnsafeBuffer(ByteBuffer.allocateDirect(CONTENTS.length * STRIDE));
    private final RecordChain reader = new RecordChain();

    @Test
    void whoFollowsHasTheHashOfEachRecordWhetherAskedForOrNot() {
        for (final UnsafeBuffer buffer : new UnsafeBuffer[] {onHeap, offHeap}) {
            write(buffer);
            for (int asked = 0; asked < 1 << CONTENTS.length; asked++) {
                reader.resume(0, 0, 0);
                for (int i = 0; i < CONTENTS.length; i++) {
                    assertThat(follow(buffer, i)).isEqualTo(RecordFault.NONE);
                    if ((asked >> i & 1) != 0) {
                        assertThat(reader.hash()).isEqualTo(RecordHash.of(buffer, i * STRIDE, length(i)));
                    }
                }
                assertThat(reader.sequence()).isEqualTo(CONTENTS.length);
            }
        }
    }

    @Test
    void aRecordThatWasWrittenAnewIsFoundByTheNext() {
        for (final UnsafeBuffer buffer : new UnsafeBuffer[] {onHeap, offHeap}) {
            for (int forged = 0; forged + 1 < CONTENTS.length; forged++) {
                write(buffer);
                forge(buffer, forged);
                reader.resume(0, 0, 0);
                for (int i = 0; i <= forged; i++) {
                    assertThat(follow(buffer, i)).isEqualTo(RecordFault.NONE);
                }
                assertThat(follow(buffer, forged + 1)).isEqualTo(RecordFault.PREVIOUS_HASH);
                assertThat(reader.sequence()).isEqualTo(forged + 1);
                assertThat(reader.hash()).isEqualTo(RecordHash.of(buffer, forged * STRIDE, length(forged)));
            }
        }
    }

    @Test
    void whatWasKeptIsNotWhatTheCallerWritesOverIt() {
        write(onHeap);
        final UnsafeBuffer one = new UnsafeBuffer(new byte[STRIDE]);
        for (int i = 0; i < CONTENTS.length; i++) {
            one.putBytes(0, onHeap, i * STRIDE, length(i));
            assertThat(reader.follow(one, 0, length(i))).isEqualTo(RecordFault.NONE);
        }
    }

    private RecordFault follow(final UnsafeBuffer buffer, final int index) {
        return reader.follow(buffer, index * STRIDE, length(index));
    }

    private static int length(final int index) {
        return RecordFlyweight.HEADER_LENGTH + CONTENTS[index];
    }

    private static void write(final UnsafeBuffer buffer) {
        final RecordChain writer = new RecordChain();
        final byte[] content = new byte[STRIDE];
        for (int i = 0; i < CONTENTS.length; i++) {
            new Random(i).nextBytes(content);
            buffer.putBytes(i * STRIDE + RecordFlyweight.HEADER_LENGTH, content, 0, CONTENTS[i]);
            writer.seal(buffer, i * STRIDE, 8, CONTENTS[i] - 8, 1_000 + i);
        }
    }

    /** Puts another record in the place of one, that is sound by itself and behind the one before. */
    private static void forge(final UnsafeBuffer buffer, final int index) {
        final RecordChain writer = new RecordChain();
        final long before = index == 0 ? 0 : RecordHash.of(buffer, (index - 1) * STRIDE, length(index - 1));
        writer.resume(index, 1_000, before);
        final int at = index * STRIDE + RecordFlyweight.HEADER_LENGTH;
        buffer.putByte(at, (byte) (buffer.getByte(at) + 1));
        writer.seal(buffer, index * STRIDE, 8, CONTENTS[index] - 8, 1_000 + index);
    }
}
