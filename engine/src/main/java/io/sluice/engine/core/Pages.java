package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Elements of one fixed size, by index from 0, in pages that are never moved: growing copies nothing and frees nothing.
 * Pages lie outside the heap, where no collector moves gigabytes that stay, and begin with a line of the cache. Its owner has
 * planned for {@code reserved} elements, which are allocated at once and in pieces of many pages, for which a kernel may give
 * huge ones; past them a page is allocated at a time. How many there may be is its owner's to say.
 *
 * <p>An element is given out as its {@linkplain #address address}, checked once for all of its fields. Whoever reads there
 * stays within the element's bytes, and holds on to these pages for as long.
 */
final class Pages {
    private static final int PAGE_SHIFT = 12;
    /** Elements of a page. */
    static final int PAGE_ELEMENTS = 1 << PAGE_SHIFT;

    private static final int PAGE_MASK = PAGE_ELEMENTS - 1;
    private static final long MAX_ELEMENTS = (long) PAGE_ELEMENTS * Integer.MAX_VALUE;

    private final int elementBytes;
    private UnsafeBuffer[] pages = new UnsafeBuffer[0];
    private long[] addresses = new long[0];
    private long size;

    Pages(final int elementBytes, final long reserved) {
        this.elementBytes = elementBytes;
        reserve(reserved);
    }

    /** Allocates at once what is not there yet of the pages of so many elements. */
    void reserve(final long elements) {
        final int pagesOfPiece = Memory.PIECE_BYTES / (PAGE_ELEMENTS * elementBytes);
        for (int left = pagesOf(elements) - pages.length; left > 0; left -= pagesOfPiece) {
            addPages(Math.min(left, pagesOfPiece), Memory::setAside);
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
            addPages(1, Memory::allocate);
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

    /** Adds where the next elements will lie, as far as their page is there. */
    void addNext(final int count, final Looks looks) {
        final int page = (int) (size >>> PAGE_SHIFT);
        if (page < addresses.length) {
            final int inPage = (int) (size & PAGE_MASK);
            looks.add(
                    addresses[page] + (long) inPage * elementBytes,
                    Math.min(count, PAGE_ELEMENTS - inPage) * elementBytes);
        }
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
        long first = 0;
        for (; first + 2 * PAGE_ELEMENTS <= size; first += 2 * PAGE_ELEMENTS) {
            output.putBytes(page(first), 0, page(first + PAGE_ELEMENTS), 0, PAGE_ELEMENTS * elementBytes);
        }
        for (; first < size; first += PAGE_ELEMENTS) {
            output.putBytes(page(first), 0, (int) Math.min(PAGE_ELEMENTS, size - first) * elementBytes);
        }
    }

    /**
     * Takes in what was saved, in place of all there are.
     *
     * @throws IllegalStateException when there cannot be so many elements.
     */
    void load(final StateInput input) {
        final long elements = input.getLong();
        if (elements < 0 || elements > MAX_ELEMENTS) {
            throw new IllegalStateException("elements=" + elements);
        }
        final int wanted = pagesOf(elements);
        for (int page = 0; page < wanted; page++) {
            if (page == pages.length) {
                // Not all of them beforehand: their number may be a lie.
                addPages(1, Memory::allocate);
            }
            final long left = elements - ((long) page << PAGE_SHIFT);
            input.getBytes(pages[page], 0, (int) Math.min(PAGE_ELEMENTS, left) * elementBytes);
        }
        size = elements;
    }

    private static int pagesOf(final long elements) {
        return (int) ((elements + PAGE_MASK) >>> PAGE_SHIFT);
    }

    /** Adds pages that lie side by side. */
    private void addPages(final int count, final IntFunction<ByteBuffer> memory) {
        final int pageBytes = PAGE_ELEMENTS * elementBytes;
        final ByteBuffer piece = memory.apply(count * pageBytes);
        final int first = pages.length;
        pages = Arrays.copyOf(pages, first + count);
        addresses = Arrays.copyOf(addresses, first + count);
        for (int i = 0; i < count; i++) {
            pages[first + i] = new UnsafeBuffer(piece, i * pageBytes, pageBytes);
            addresses[first + i] = pages[first + i].addressOffset();
        }
    }
}
