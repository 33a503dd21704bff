package io.sluice.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.codec.RecordHeaderDecoder;
import java.nio.ByteBuffer;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** A chain as its reader follows it, wherever the records lie and however long they are. */
class RecordChainTest {
    private static final int KEPT = 4_096;
    /** Short ones beside each other, and some as long as what a chain keeps and longer. */
    private static final int[] CONTENTS = {
        16, 250, 40, 5_000, 300, 24, KEPT - RecordFlyweight.HEADER_LENGTH, KEPT + 1 - RecordFlyweight.HEADER_LENGTH, 24
    };

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
    void whoStopsFollowingGoesOnInAnotherWay() {
        write(onHeap);
        for (int followed = 1; followed < CONTENTS.length; followed++) {
            reader.resume(0, 0, 0);
            for (int i = 0; i < followed; i++) {
                assertThat(follow(onHeap, i)).isEqualTo(RecordFault.NONE);
            }
            // Another record with the next number, and then the next itself.
            assertThat(follow(onHeap, 0)).isEqualTo(RecordFault.SEQUENCE);
            offHeap.putBytes(0, onHeap, followed * STRIDE, length(followed));
            assertThat(reader.step(offHeap, 0, 7)).isEqualTo(RecordFault.NONE);
            assertThat(reader.hash()).isEqualTo(7);
        }
    }

    @Test
    void whoFollowsHereAndThereFollowsOneChain() {
        write(onHeap);
        write(offHeap);
        for (int i = 0; i < CONTENTS.length; i++) {
            assertThat(follow(i % 3 == 1 ? offHeap : onHeap, i)).isEqualTo(RecordFault.NONE);
        }
        final long last = RecordHash.of(onHeap, (CONTENTS.length - 1) * STRIDE, length(CONTENTS.length - 1));
        reader.seal(offHeap, 0, 8, 8, 2_000);
        assertThat(new RecordHeaderDecoder().wrap(offHeap, 0).previousHash()).isEqualTo(last);
        assertThat(reader.hash()).isEqualTo(RecordHash.of(offHeap, 0, RecordFlyweight.HEADER_LENGTH + 16));
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
