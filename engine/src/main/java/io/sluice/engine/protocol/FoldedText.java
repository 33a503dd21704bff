package io.sluice.engine.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A text as it is looked through for words: without case, with full-width letters and signs as the narrow ones they stand
 * for, and without spaces and what nobody sees between letters. The rules are these few lines and no table of the Java
 * runtime's, which grows with its versions: what was once decided is decided again the same on any of them.
 *
 * <p>Filled anew for each text, and folded only for who looks for a word; one thread; allocates nothing.
 */
public final class FoldedText {
    private static final int DROPPED = -1;
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_SHIFT = FULL_WIDTH_FIRST - '!';
    private static final int CASE_SHIFT = 'a' - 'A';
    private static final int WIDE_CASE_SHIFT = 0x50;
    private static final int TAIL_BITS = 6;
    private static final int TAIL_MASK = 0x3F;

    private final int[] points;
    private DirectBuffer source;
    private int offset;
    private int bytes;
    private int size;

    /** An empty text of at most {@code maxBytes} bytes in UTF-8. */
    public FoldedText(final int maxBytes) {
        points = new int[maxBytes];
    }

    /** The code points of a word as it is looked for; none when nothing of it is left. */
    public static int[] of(final byte[] utf8) {
        final FoldedText text = new FoldedText(utf8.length);
        text.set(new UnsafeBuffer(utf8), 0, utf8.length).fold();
        return Arrays.copyOf(text.points, text.size);
    }

    /** A text as it is looked for, to be compared and shown. */
    public static String of(final String text) {
        final int[] folded = of(text.getBytes(StandardCharsets.UTF_8));
        return new String(folded, 0, folded.length);
    }

    /** Another text, of {@code length} bytes of UTF-8 that have to stay there until it is folded. */
    public FoldedText set(final DirectBuffer source, final int offset, final int length) {
        this.source = source;
        this.offset = offset;
        bytes = length;
        size = 0;
        return this;
    }

    /** Reads it; of a text that is longer than it may be, the beginning. */
    public void fold() {
        size = 0;
        final int end = offset + Math.min(bytes, points.length);
        int at = offset;
        while (at < end) {
            final int lead = source.getByte(at) & 0xFF;
            final int tail = at + tailOf(lead) < end ? tailOf(lead) : 0;
            int point = tail == 0 ? lead : lead & (TAIL_MASK >> tail);
            for (int i = 1; i <= tail; i++) {
                point = (point << TAIL_BITS) | (source.getByte(at + i) & TAIL_MASK);
            }
            add(fold(point));
            at += 1 + tail;
        }
    }

    /** Bytes of the text as it came. */
    public int bytes() {
        return bytes;
    }

    /** Code points that are left of it; 0 before it is folded. */
    public int size() {
        return size;
    }

    /** A code point that is left of it. */
    public int point(final int index) {
        return points[index];
    }

    /** Whether a word stands at a place. */
    public boolean has(final int[] word, final int from) {
        if (word.length > size - from) {
            return false;
        }
        int same = 0;
        while (same < word.length && points[from + same] == word[same]) {
            same++;
        }
        return same == word.length;
    }

    private void add(final int point) {
        if (point != DROPPED) {
            points[size++] = point;
        }
    }

    /** Bytes that follow the first one of a code point; none of what is no UTF-8, which is taken byte by byte. */
    private static int tailOf(final int lead) {
        if (lead >> 5 == 0b110) {
            return 1;
        }
        if (lead >> 4 == 0b1110) {
            return 2;
        }
        return lead >> 3 == 0b11110 ? 3 : 0;
    }

    private static int fold(final int point) {
        if (isUnseen(point)) {
            return DROPPED;
        }
        return lower(point >= FULL_WIDTH_FIRST && point <= FULL_WIDTH_LAST ? point - FULL_WIDTH_SHIFT : point);
    }

    /** Spaces, controls, joiners, marks of direction and of how an emoji is drawn. */
    private static boolean isUnseen(final int point) {
        return point <= ' '
                || isOneOf(point, 0x7F, 0xA0)
                || point == 0xAD
                || isOneOf(point, 0x2000, 0x200F)
                || isOneOf(point, 0x2028, 0x202F)
                || isOneOf(point, 0x205F, 0x2064)
                || point == 0x3000
                || isOneOf(point, 0xFE00, 0xFE0F)
                || point == 0xFEFF;
    }

    /** Latin, Greek and Cyrillic capitals; other scripts of a shop's talk have none. */
    private static int lower(final int point) {
        final boolean isLatin = isOneOf(point, 'A', 'Z') || (isOneOf(point, 0xC0, 0xDE) && point != 0xD7);
        if (isLatin || isOneOf(point, 0x391, 0x3A9) || isOneOf(point, 0x410, 0x42F)) {
            return point + CASE_SHIFT;
        }
        return isOneOf(point, 0x400, 0x40F) ? point + WIDE_CASE_SHIFT : point;
    }

    private static boolean isOneOf(final int point, final int first, final int last) {
        return point >= first && point <= last;
    }
}
