package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.UnsafeApi;
import org.junit.jupiter.api.Test;

/** Memory outside the heap. */
class MemoryTest {
    private static final int HUGE_PAGE_BYTES = 1 << 21;
    private static final int BYTES = 12 * HUGE_PAGE_BYTES;
    private static final byte WRITTEN = 0x5A;

    @Test
    void hugePagesAreZerosAndNothingAroundThemIsTouched() {
        final ByteBuffer memory = Memory.allocate(BYTES);
        final long begin = BufferUtil.address(memory);
        UnsafeApi.setMemory(begin, BYTES, WRITTEN);
        final long from = begin + HUGE_PAGE_BYTES + 4_096;
        final long to = begin + BYTES - HUGE_PAGE_BYTES - 4_096;

        Memory.zeroInHugePages(from, to - from);

        final long first = BitUtil.align(from, HUGE_PAGE_BYTES);
        final long end = to & -HUGE_PAGE_BYTES;
        assertThat(end - first).isGreaterThanOrEqualTo(8L * HUGE_PAGE_BYTES);
        for (int i = 0; i < BYTES; i++) {
            final boolean isWithin = begin + i >= first && begin + i < end;
            if (UnsafeApi.getByte(begin + i) != (isWithin ? 0 : WRITTEN)) {
                assertThat(i).as("byte").isEqualTo(-1);
            }
        }
    }

    @Test
    void whatIsSetAsideIsZerosThatBeginWithALine() {
        final ByteBuffer memory = Memory.setAside(BYTES);

        assertThat(BufferUtil.address(memory) % BitUtil.CACHE_LINE_LENGTH).isZero();
        while (memory.hasRemaining()) {
            if (memory.get() != 0) {
                assertThat(memory.position()).as("byte").isEqualTo(-1);
            }
        }
    }
}
