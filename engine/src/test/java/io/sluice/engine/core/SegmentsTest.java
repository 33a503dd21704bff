package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.agrona.UnsafeApi;
import org.junit.jupiter.api.Test;

/** Slots in segments outside the heap, beside lists of the JDK. */
class SegmentsTest {
    private static final int SLOT_BYTES = 24;
    /** For what other threads of the tests allocate meanwhile; a segment of the largest has 50 MB. */
    private static final long MARGIN = 4 << 20;

    @Test
    void eachSlotIsMemoryOfItsOwn() {
        final Segments segments = new Segments(SLOT_BYTES, 4 * Segments.COUNT);

        numberSlots(segments);

        assertNumbered(segments);
    }

    @Test
    void moreThanHalfIsTooMany() {
        final Segments segments = new Segments(SLOT_BYTES, 4 * Segments.COUNT);
        final int half = (segments.mask(3) + 1) / 2;

        assertThat(segments.isFull(3, half)).isFalse();
        assertThat(segments.isFull(3, half + 1)).isTrue();
    }

    @Test
    void whatASegmentHadByItselfIsFreedAtOnce() {
        final Segments segments = new Segments(SLOT_BYTES, 0);
        for (int i = 0; i < 18; i++) {
            segments.grow(7, slot -> {});
        }
        final long before = directBytes();

        segments.grow(7, slot -> {});

        final long bytes = (segments.mask(7) + 1L) * SLOT_BYTES;
        assertThat(directBytes() - before).isBetween(bytes / 2 - MARGIN, bytes / 2 + MARGIN);
    }

    private static long directBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    @Test
    void clearedTheyHaveEnoughForAnyNumberOfEntries() {
        final Segments segments = new Segments(SLOT_BYTES, 0);
        segments.grow(9, slot -> {});
        numberSlots(segments);
        final int[] entries = new int[Segments.COUNT];
        Arrays.setAll(entries, segment -> segment % 12 == 0 ? segment : 0);

        segments.clear(entries);

        assertZeros(segments);
        for (int segment = 0; segment < Segments.COUNT; segment++) {
            assertThat(segments.isFull(segment, entries[segment])).isFalse();
        }
        numberSlots(segments);
        assertNumbered(segments);
    }

    @Test
    void clearedTheyHaveNoFewerThanBefore() {
        final Segments segments = new Segments(SLOT_BYTES, 100 * Segments.COUNT);
        segments.grow(9, slot -> {});
        numberSlots(segments);
        final int slots = segments.mask(0) + 1;

        segments.clear(new int[Segments.COUNT]);

        assertZeros(segments);
        assertThat(slots).isBetween(300, 600);
        assertThat(segments.mask(0) + 1).isEqualTo(slots);
        assertThat(segments.mask(9) + 1).isEqualTo(2 * slots);
    }

    private static void assertZeros(final Segments segments) {
        for (int segment = 0; segment < Segments.COUNT; segment++) {
            for (int slot = 0; slot <= segments.mask(segment); slot++) {
                for (int at = 0; at < SLOT_BYTES; at += Long.BYTES) {
                    assertThat(UnsafeApi.getLong(segments.address(segment, slot) + at))
                            .isZero();
                }
            }
        }
    }

    @Test
    void aSegmentThatGrowsShowsWhatItHadAndBeginsWithZeros() {
        final Segments segments = new Segments(SLOT_BYTES, 0);
        final Random random = new Random(1);
        final Map<Integer, List<Long>> model = new HashMap<>();
        for (int step = 0; step < 2_000; step++) {
            final int segment = random.nextInt(Segments.COUNT);
            final List<Long> shown = new ArrayList<>();
            if (segments.mask(segment) < 1 << 10) {
                final int slots = segments.mask(segment) + 1;
                segments.grow(segment, slot -> shown.add(UnsafeApi.getLong(slot)));
                assertThat(shown).isEqualTo(model.getOrDefault(segment, List.of(0L, 0L, 0L, 0L)));
                assertThat(segments.mask(segment)).isEqualTo(2 * slots - 1);
                model.put(segment, fill(segments, segment, random));
            }
        }
        model.forEach((segment, values) -> {
            for (int slot = 0; slot < values.size(); slot++) {
                assertThat(UnsafeApi.getLong(segments.address(segment, slot))).isEqualTo(values.get(slot));
            }
        });
    }

    private static List<Long> fill(final Segments segments, final int segment, final Random random) {
        final List<Long> values = new ArrayList<>();
        for (int slot = 0; slot <= segments.mask(segment); slot++) {
            assertThat(UnsafeApi.getLong(segments.address(segment, slot))).isZero();
            values.add(random.nextLong());
            UnsafeApi.putLong(segments.address(segment, slot), values.get(slot));
        }
        return values;
    }

    private static void numberSlots(final Segments segments) {
        long next = 1;
        for (int segment = 0; segment < Segments.COUNT; segment++) {
            for (int slot = 0; slot <= segments.mask(segment); slot++) {
                for (int at = 0; at < SLOT_BYTES; at += Long.BYTES) {
                    UnsafeApi.putLong(segments.address(segment, slot) + at, next++);
                }
            }
        }
    }

    private static void assertNumbered(final Segments segments) {
        long next = 1;
        for (int segment = 0; segment < Segments.COUNT; segment++) {
            for (int slot = 0; slot <= segments.mask(segment); slot++) {
                for (int at = 0; at < SLOT_BYTES; at += Long.BYTES) {
                    assertThat(UnsafeApi.getLong(segments.address(segment, slot) + at))
                            .isEqualTo(next++);
                }
            }
        }
    }
}
