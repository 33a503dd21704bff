package io.sluice.engine.core;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.UnsafeApi;

/**
 * Slots of one size for what hashes share out, in 256 segments of a power of two of them. Each segment grows by itself, so that
 * no single growth keeps the core for long. They lie outside the heap: an array would be asked for its length at each access,
 * which stands in a line of the cache of its own, and no cache holds those of 256. Segments are allocated side by side, for
 * which a kernel may give huge pages; one that has grown lies by itself, and what it had by itself is freed.
 *
 * <p>A slot is given out as its {@linkplain #address address}, which is valid until its segment grows. Nothing is checked there:
 * whoever asks has masked the slot.
 */
final class Segments {
    /** Bits of a hash that say in which segment something is. */
    static final int BITS = 8;

    static final int COUNT = 1 << BITS;
    private static final int MIN_SLOTS = 4;

    private final int slotBytes;
    private final long[] addresses = new long[COUNT];
    private final int[] masks = new int[COUNT];
    /** Where segments lie that lie by themselves. */
    private final ByteBuffer[] own = new ByteBuffer[COUNT];
    /** Where the others lie; only held on to, until all that lie in one have grown. */
    private final ByteBuffer[] pieces = new ByteBuffer[COUNT];

    /** Slots of so many bytes, for so many entries and half as many again: hashes do not share them out evenly. */
    Segments(final int slotBytes, final int entries) {
        this.slotBytes = slotBytes;
        final int[] each = new int[COUNT];
        Arrays.fill(each, slotsFor(entries / COUNT * 3 / 2));
        layOut(each, Memory::setAside);
    }

    private static int slotsFor(final int entries) {
        return BitUtil.findNextPositivePowerOfTwo(Math.max(MIN_SLOTS, Math.multiplyExact(entries, 2)));
    }

    /** Whether so many entries are too many: where more than half of the slots are taken, look-ups take many steps. */
    boolean isFull(final int segment, final int entries) {
        return entries > (masks[segment] + 1) / 2;
    }

    /** Slots of a segment less one. */
    int mask(final int segment) {
        return masks[segment];
    }

    /** Where in memory a slot begins, which is from 0 to the segment's mask. */
    long address(final int segment, final int slot) {
        return addresses[segment] + (long) slot * slotBytes;
    }

    /** Begins anew with slots of zeros, of which each segment has enough for so many entries. */
    void clear(final int[] entries) {
        final int[] slots = new int[COUNT];
        boolean isEnough = true;
        for (int segment = 0; segment < COUNT; segment++) {
            final boolean isFull = isFull(segment, entries[segment]);
            slots[segment] = isFull ? slotsFor(entries[segment]) : masks[segment] + 1;
            isEnough &= !isFull;
        }
        if (isEnough) {
            zero();
        } else {
            letGo();
            layOut(slots, Memory::allocate);
        }
    }

    private void zero() {
        for (int segment = 0; segment < COUNT; segment++) {
            UnsafeApi.setMemory(addresses[segment], (masks[segment] + 1L) * slotBytes, (byte) 0);
        }
    }

    private void layOut(final int[] slots, final IntFunction<ByteBuffer> memory) {
        for (int first = 0; first < COUNT; ) {
            int end = first;
            long bytes = 0;
            do {
                bytes += (long) slots[end++] * slotBytes;
            } while (end < COUNT && bytes + (long) slots[end] * slotBytes <= Memory.PIECE_BYTES);
            final ByteBuffer piece = memory.apply(Math.toIntExact(bytes));
            long address = BufferUtil.address(piece);
            for (; first < end; first++) {
                pieces[first] = piece;
                place(first, address, slots[first]);
                address += (long) slots[first] * slotBytes;
            }
        }
    }

    /**
     * Gives a segment twice the slots, all zeros, and shows each slot that it had, in their order, to be entered anew. What it had
     * may be freed behind that: no address in it may wait in {@link Looks}.
     */
    void grow(final int segment, final LongConsumer visitor) {
        final ByteBuffer before = own[segment];
        final long first = addresses[segment];
        final int slots = masks[segment] + 1;
        own[segment] = ByteBuffer.allocateDirect(Math.multiplyExact(2 * slots, slotBytes));
        place(segment, BufferUtil.address(own[segment]), 2 * slots);
        for (int slot = 0; slot < slots; slot++) {
            visitor.accept(first + (long) slot * slotBytes);
        }
        pieces[segment] = null;
        free(before);
    }

    private void place(final int segment, final long address, final int slots) {
        addresses[segment] = address;
        masks[segment] = slots - 1;
    }

    /** Before as much is allocated again, so that both need not be there at once. */
    private void letGo() {
        for (int segment = 0; segment < COUNT; segment++) {
            free(own[segment]);
            own[segment] = null;
            pieces[segment] = null;
        }
    }

    private static void free(final ByteBuffer memory) {
        if (memory != null) {
            BufferUtil.free(memory);
        }
    }
}
