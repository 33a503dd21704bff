package io.sluice.gateway.imports;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Times of RFC 3339 read from characters, without a text made of each: a list has millions of them. */
final class TimeText {
    /** In place of a time: there is none. */
    static final long NONE = Long.MIN_VALUE;

    private static final int SHORTEST = "2026-11-21T12:00:00Z".length();
    private static final int FRACTION = 19;
    private static final int MAX_FRACTION_DIGITS = 9;
    private static final int OFFSET_LENGTH = "+08:00".length();
    private static final long MS_PER_DAY = 86_400_000;
    private static final long MS_PER_HOUR = 3_600_000;
    private static final long MS_PER_MINUTE = 60_000;
    private static final int MAX_OFFSET_HOURS = 18;

    private TimeText() {}

    /** Epoch ms, what is finer is cut off; {@link #NONE} when the characters are no time. */
    static long epochMs(final char[] text, final int from, final int to) {
        if (to - from < SHORTEST || !hasMarks(text, from)) {
            return NONE;
        }
        final int hour = digits(text, from + 11, 2);
        final int minute = digits(text, from + 14, 2);
        final int second = digits(text, from + 17, 2);
        final int behindFraction = behindFraction(text, from + FRACTION, to);
        final long offsetMs = offsetMs(text, behindFraction, to);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || offsetMs == NONE) {
            return NONE;
        }
        final long days = epochDay(digits(text, from, 4), digits(text, from + 5, 2), digits(text, from + 8, 2));
        if (days == NONE) {
            return NONE;
        }
        final long msOfDay = hour * MS_PER_HOUR + minute * MS_PER_MINUTE + second * 1_000L;
        return days * MS_PER_DAY + msOfDay + fractionMs(text, from + FRACTION, behindFraction) - offsetMs;
    }

    private static boolean hasMarks(final char[] text, final int from) {
        return text[from + 4] == '-'
                && text[from + 7] == '-'
                && text[from + 10] == 'T'
                && text[from + 13] == ':'
                && text[from + 16] == ':';
    }

    private static long epochDay(final int year, final int month, final int day) {
        try {
            return year < 0 ? NONE : LocalDate.of(year, month, day).toEpochDay();
        } catch (final DateTimeException noDate) {
            return NONE;
        }
    }

    /** Where the offset begins; -1 when there is a point and no fraction behind it. */
    private static int behindFraction(final char[] text, final int from, final int to) {
        if (text[from] != '.') {
            return from;
        }
        int at = from + 1;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        final int count = at - from - 1;
        return count >= 1 && count <= MAX_FRACTION_DIGITS ? at : -1;
    }

    private static int fractionMs(final char[] text, final int from, final int to) {
        int ms = 0;
        int unit = 100;
        for (int i = from + 1; i < to; i++) {
            ms += (text[i] - '0') * unit;
            unit /= 10;
        }
        return ms;
    }

    private static long offsetMs(final char[] text, final int from, final int to) {
        if (from < 0 || from >= to) {
            return NONE;
        }
        if (text[from] == 'Z') {
            return to - from == 1 ? 0 : NONE;
        }
        if ((text[from] != '+' && text[from] != '-') || to - from != OFFSET_LENGTH || text[from + 3] != ':') {
            return NONE;
        }
        final int hours = digits(text, from + 1, 2);
        final int minutes = digits(text, from + 4, 2);
        if (hours < 0 || hours > MAX_OFFSET_HOURS || minutes < 0 || minutes > 59) {
            return NONE;
        }
        final long offset = hours * MS_PER_HOUR + minutes * MS_PER_MINUTE;
        return text[from] == '-' ? -offset : offset;
    }

    private static int digits(final char[] text, final int from, final int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            value = value * 10 + (text[i] - '0');
        }
        return value;
    }
}
