package io.sluice.engine.view;

import java.nio.ByteBuffer;
import org.agrona.collections.ArrayUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** Postings by index from 0, in pages outside the heap that are never moved. Its owner says how many there may be. */
final class Postings {
    /** In place of an index: there is no posting. */
    static final int NONE = -1;

    private static final int PAGE_SHIFT = 12;
    private static final int PAGE_POSTINGS = 1 << PAGE_SHIFT;
    private static final int PAGE_MASK = PAGE_POSTINGS - 1;

    private UnsafeBuffer[] pages = new UnsafeBuffer[0];
    private int size;

    int size() {
        return size;
    }

    /** Adds one whose fields the caller sets, all of them, and points {@code posting} at it; returns its index. */
    int add(final Posting posting) {
        final int index = size++;
        if (index >>> PAGE_SHIFT >= pages.length) {
            pages = ArrayUtil.add(pages, new UnsafeBuffer(ByteBuffer.allocateDirect(PAGE_POSTINGS * Posting.BYTES)));
        }
        get(index, posting);
        return index;
    }

    /** Points {@code posting} at one. */
    Posting get(final int index, final Posting posting) {
        return posting.wrap(pages[index >>> PAGE_SHIFT], (index & PAGE_MASK) * Posting.BYTES);
    }
}
