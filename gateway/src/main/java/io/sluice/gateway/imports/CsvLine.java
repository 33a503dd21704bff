package io.sluice.gateway.imports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/** The line of a file that was read last: its fields as characters, copied out of the parser's buffer. One thread. */
final class CsvLine extends AbstractBaseCsvCallbackHandler<CsvLine> {
    /** Fields that are kept; a line that has more is refused anyway. */
    private static final int MAX_FIELDS = 16;

    private final int[] ends = new int[MAX_FIELDS];
    private char[] characters = new char[1024];
    private int length;
    private boolean hasStrayQuote;

    /** Where it begins in the file, from 1. */
    long number() {
        return getStartingLineNumber();
    }

    int fields() {
        return getFieldCount();
    }

    /** Whether a quote stands within a field that does not begin with one. */
    boolean hasStrayQuote() {
        return hasStrayQuote;
    }

    /** Holds every field, from {@link #start} to {@link #end}. */
    char[] characters() {
        return characters;
    }

    int start(final int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    int end(final int field) {
        return ends[field];
    }

    String text(final int field) {
        return field < MAX_FIELDS ? new String(characters, start(field), end(field) - start(field)) : "";
    }

    @Override
    protected void handleBegin(final long startingLineNumber) {
        length = 0;
        hasStrayQuote = false;
    }

    @Override
    protected void handleField(
            final int index, final char[] buffer, final int offset, final int count, final boolean isQuoted) {
        if (!isQuoted) {
            for (int i = offset; i < offset + count; i++) {
                hasStrayQuote |= buffer[i] == '"';
            }
        }
        if (index < MAX_FIELDS) {
            if (characters.length - length < count) {
                characters = Arrays.copyOf(characters, Math.max(characters.length * 2, length + count));
            }
            System.arraycopy(buffer, offset, characters, length, count);
            length += count;
            ends[index] = length;
        }
    }

    @Override
    protected CsvLine buildRecord() {
        return this;
    }
}
