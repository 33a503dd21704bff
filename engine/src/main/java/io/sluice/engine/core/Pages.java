package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.agrona.collections.ArrayUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Elements of one fixed size, by index from 0, in pages that are never moved: growing copies nothing and frees nothing.
 * Pages lie outside the heap, where no collector moves gigabytes that stay. Its owner has planned for {@code reserved}
 * elements, which are allocated at once; past them a page is allocated at a time. How many there may be is its owner's to say.
 *
 * <p>An element is given out as its {@linkplain #address address}, checked once for all of its fields. Whoever reads there
 * stays within the element's bytes, and holds on to these pages for as long.
 */
final class Pages {
    private static final int PAGE_SHIFT = 12;
    private static final int PAGE_ELEMENTS = 1 << PAGE_SHIFT;
    private static final int PAGE_MASK = PAGE_ELEMENTS - 1;

    private final int elementBytes;
    private UnsafeBuffer[] pages = new UnsafeBuffer[0];
    private long[] addresses = new long[0];
    private long size;

    Pages(final int elementBytes, final long reserved) {
        this.elementBytes = elementBytes;
        for (long index = 0; index < reserved; index += PAGE_ELEMENTS) {
            addPage();
        }
    }

    /** Elements in use. */
    long size() {
        return size;
    }

    /** Adds an element, its bytes as some earlier use left them, and returns its index. */
    long add() {
        final long index = size++;
        if (index >>> PAGE_SHIFT >= pages.length) {
            addPage();
        }
        return index;
    }

    /** Takes the last element out of use; its page stays for the next. */
    void removeLast() {
        size--;
    }

    /**
     * Where in memory an element begins.
     *
     * @throws IndexOutOfBoundsException when no such element was added.
     */
    long address(final long index) {
        Objects.checkIndex(index, size);
        return addresses[(int) (index >>> PAGE_SHIFT)] + (index & PAGE_MASK) * elementBytes;
    }

    /** The page that holds an element. */
    UnsafeBuffer page(final long index) {
        return pages[(int) (index >>> PAGE_SHIFT)];
    }

    /** Where in its page an element begins. */
    int offset(final long index) {
        return (int) (index & PAGE_MASK) * elementBytes;
    }

    void save(final StateOutput output) {
        output.putLong(size);
        for (long first = 0; first < size; first += PAGE_ELEMENTS) {
            output.putBytes(page(first), 0, (int) Math.min(PAGE_ELEMENTS, size - first) * elementBytes);
        }
    }

    void load(final StateInput input) {
        final long elements = input.getLong();
        for (long first = 0; first < elements; first += PAGE_ELEMENTS) {
            if (first >>> PAGE_SHIFT >= pages.length) {
                addPage();
            }
            input.getBytes(page(first), 0, (int) Math.min(PAGE_ELEMENTS, elements - first) * elementBytes);
        }
        size = elements;
    }

    private void addPage() {
        final UnsafeBuffer page = new UnsafeBuffer(ByteBuffer.allocateDirect(PAGE_ELEMENTS * elementBytes));
        pages = ArrayUtil.add(pages, page);
        addresses = Arrays.copyOf(addresses, pages.length);
        addresses[pages.length - 1] = page.addressOffset();
    }
}
