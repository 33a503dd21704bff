package io.sluice.gateway.imports;

import io.sluice.engine.protocol.ProtocolLimits;
import java.nio.charset.StandardCharsets;

/**
 * The fields of the line that was read last, by their columns. Each reading of a field that is not what it should be is told
 * as an error of the line and gives a value that stands for nothing. One thread.
 */
final class Fields {
    private static final int MAX_DIGITS = 18;

    private final Columns columns;
    private final CsvLine line;
    private final ImportErrors errors;
    private boolean isGood;

    Fields(final Columns columns, final CsvLine line, final ImportErrors errors) {
        this.columns = columns;
        this.line = line;
        this.errors = errors;
    }

    /** Turns to the line that was read last; false after it was told that it is no line of this table. */
    boolean begin() {
        isGood = true;
        if (line.hasStrayQuote()) {
            wrong(null, ImportFault.QUOTES_BROKEN, "A quote stands in a field that does not begin with one.");
        } else if (line.fields() != columns.count()) {
            wrong(
                    null,
                    ImportFault.FIELD_COUNT,
                    "The header has " + columns.count() + " columns, this line " + line.fields() + ".");
        }
        return isGood;
    }

    /** Where the line begins in the file. */
    long number() {
        return line.number();
    }

    /** Whether nothing has been wrong with the line yet. */
    boolean isGood() {
        return isGood;
    }

    /** Tells that a column's field is wrong. */
    void wrong(final int column, final ImportFault fault, final String detail) {
        wrong(columns.name(column), fault, detail);
    }

    /** Tells that a column's field will be refused by the engine. */
    void refused(final int column, final Enum<?> refusal, final String detail) {
        isGood = false;
        errors.add(line.number(), columns.name(column), refusal.name(), detail);
    }

    /** An id; 0 when it is none. */
    long id(final int column) {
        if (isEmpty(column)) {
            return missing(column);
        }
        return id(column, start(column), end(column), 1);
    }

    /** An id, or 0 for none. */
    long idOrNone(final int column) {
        return isEmpty(column) ? 0 : id(column, start(column), end(column), 0);
    }

    /** Ids parted by ';' or '|'; how many were put into {@code target}, which is wrong where it is as long as there may be. */
    int ids(final int column, final long[] target) {
        if (isEmpty(column)) {
            missing(column);
            return 0;
        }
        int count = 0;
        int from = start(column);
        while (from <= end(column)) {
            final int to = separator(from, end(column));
            if (count == target.length) {
                wrong(column, ImportFault.STORES_INVALID, "There are at most " + target.length + ".");
                return count;
            }
            target[count++] = id(column, from, to, 1);
            from = to + 1;
        }
        return count;
    }

    /** Millionths of a degree from -most to most; {@link ProtocolLimits#NO_POSITION} for none. */
    int degreesE6(final int column, final int most) {
        if (isEmpty(column)) {
            return ProtocolLimits.NO_POSITION;
        }
        final int from = start(column);
        final boolean isNegative = line.characters()[from] == '-';
        final long value = number(column, isNegative ? from + 1 : from, end(column));
        if (value > most) {
            outOfRange(column, -most, most);
        }
        return (int) Math.max(-most, Math.min(most, isNegative ? -value : value));
    }

    /** Whether it is 1 rather than 0; empty is 1. */
    boolean flag(final int column) {
        if (isEmpty(column)) {
            return true;
        }
        final long value = number(column, start(column), end(column));
        if (value > 1) {
            outOfRange(column, 0, 1);
        }
        return value == 1;
    }

    /** A time behind 1970, epoch ms; 0 for none. */
    long timeOrNone(final int column) {
        if (isEmpty(column)) {
            return 0;
        }
        final long epochMs = TimeText.epochMs(line.characters(), start(column), end(column));
        if (epochMs == TimeText.NONE) {
            wrong(column, ImportFault.NOT_A_TIME, "It has to be a time such as 2026-11-21T12:00:00Z, or empty.");
        } else if (epochMs <= 0) {
            wrong(column, ImportFault.OUT_OF_RANGE, "It has to be behind 1970-01-01T00:00:00Z.");
        }
        return epochMs;
    }

    /** A name in UTF-8. */
    byte[] name(final int column) {
        if (isEmpty(column)) {
            missing(column);
        }
        final String text = line.text(columns.place(column));
        final byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > ProtocolLimits.MAX_NAME_BYTES) {
            wrong(
                    column,
                    ImportFault.TEXT_INVALID,
                    "It has " + utf8.length + " bytes in UTF-8, at most " + ProtocolLimits.MAX_NAME_BYTES
                            + " are allowed.");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            wrong(column, ImportFault.TEXT_INVALID, "It has a control character.");
        }
        return utf8;
    }

    private long id(final int column, final int from, final int to, final long least) {
        final long value = number(column, from, to);
        if (value >= 0 && (value < least || value > ProtocolLimits.MAX_ID)) {
            outOfRange(column, least, ProtocolLimits.MAX_ID);
        }
        return value;
    }

    /** What digits stand for; -1 after it was told that they are none, and more than any field may be for too many. */
    private long number(final int column, final int from, final int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            final char character = line.characters()[i];
            if (character < '0' || character > '9') {
                return notANumber(column);
            }
            value = i - from < MAX_DIGITS ? value * 10 + (character - '0') : Long.MAX_VALUE;
        }
        return from == to ? notANumber(column) : value;
    }

    private long notANumber(final int column) {
        wrong(column, ImportFault.NOT_A_NUMBER, "It has to be an integer, in digits alone.");
        return -1;
    }

    private long missing(final int column) {
        wrong(column, ImportFault.FIELD_MISSING, "It must not be empty.");
        return 0;
    }

    private void outOfRange(final int column, final long least, final long most) {
        wrong(column, ImportFault.OUT_OF_RANGE, "It has to be from " + least + " to " + most + ".");
    }

    private void wrong(final String column, final ImportFault fault, final String detail) {
        isGood = false;
        errors.add(line.number(), column, fault, detail);
    }

    private boolean isEmpty(final int column) {
        return start(column) == end(column);
    }

    private int separator(final int from, final int to) {
        int at = from;
        while (at < to && line.characters()[at] != ';' && line.characters()[at] != '|') {
            at++;
        }
        return at;
    }

    private int start(final int column) {
        return line.start(columns.place(column));
    }

    private int end(final int column) {
        return line.end(columns.place(column));
    }
}
