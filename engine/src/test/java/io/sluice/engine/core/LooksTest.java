package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.UnsafeApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which bytes are looked at. */
class LooksTest {
    private static final int LINE = BitUtil.CACHE_LINE_LENGTH;
    private static final int LINES = 4;

    private final ByteBuffer memory = Memory.allocate(LINES * LINE);
    private final long begin = BufferUtil.address(memory);
    private final Looks looks = new Looks();

    /** Each line by a bit of its own in its first byte. */
    @BeforeEach
    void numberLines() {
        for (int line = 0; line < LINES; line++) {
            UnsafeApi.putByte(begin + (long) line * LINE, (byte) (1 << line));
        }
    }

    @Test
    void looksOnceAtWhatWasAdded() {
        looks.add(begin + LINE);
        looks.look();
        assertThat(looks.seen()).isEqualTo(2);

        looks.look();
        assertThat(looks.seen()).isEqualTo(2);
    }

    @Test
    void looksAtEachLineThatBytesLieIn() {
        looks.add(begin, LINE);
        assertThat(seen()).isEqualTo(1);

        looks.add(begin + LINE - 8, 16);
        assertThat(seen()).isEqualTo(1 + 2);

        looks.add(begin + LINE, 2 * LINE + 1);
        assertThat(seen()).isEqualTo(1 + 2 + 2 + 4 + 8);
    }

    @Test
    void whatIsTooManyIsNotLookedAt() {
        for (int i = 0; i < 1_000_000; i++) {
            looks.add(begin);
        }

        assertThat(seen()).isBetween(1_000L, 999_999L);
    }

    private long seen() {
        looks.look();
        return looks.seen();
    }
}
