package io.sluice.gateway.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Times of the contract: RFC 3339, written in UTC with milliseconds. Any thread. */
public final class Rfc3339 {
    /** Bytes of a written time. */
    public static final int LENGTH = 24;

    private static final Pattern SHAPE = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final long FIRST_MS = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST_MS =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    private static final int MS_PER_DAY = 86_400_000;
    private static final int DAYS_PER_ERA = 146_097;
    private static final int DAYS_FROM_ERA_TO_EPOCH = 719_468;

    private Rfc3339() {}

    /**
     * Reads a time.
     *
     * @return epoch ms, what is finer is cut off.
     * @throws DateTimeException when it is none.
     */
    public static long parse(final CharSequence text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new DateTimeException("not RFC 3339");
        }
        final long epochMs = OffsetDateTime.parse(text).toInstant().toEpochMilli();
        if (epochMs < FIRST_MS || epochMs > LAST_MS) {
            throw new DateTimeException("its year in UTC is none of 0 to 9999");
        }
        return epochMs;
    }

    /** Writes {@link #LENGTH} bytes at {@code offset}; the year has to be one of 0 to 9999. */
    public static void write(final byte[] target, final int offset, final long epochMs) {
        final int msOfDay = (int) Math.floorMod(epochMs, (long) MS_PER_DAY);
        writeDate(target, offset, Math.floorDiv(epochMs, (long) MS_PER_DAY));
        target[offset + 10] = 'T';
        digits(target, offset + 11, 2, msOfDay / 3_600_000);
        target[offset + 13] = ':';
        digits(target, offset + 14, 2, msOfDay / 60_000 % 60);
        target[offset + 16] = ':';
        digits(target, offset + 17, 2, msOfDay / 1_000 % 60);
        target[offset + 19] = '.';
        digits(target, offset + 20, 3, msOfDay % 1_000);
        target[offset + 23] = 'Z';
    }

    /** The time as text. */
    public static String format(final long epochMs) {
        final byte[] bytes = new byte[LENGTH];
        write(bytes, 0, epochMs);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /** Days to civil date, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
    private static void writeDate(final byte[] target, final int offset, final long epochDay) {
        final long day = epochDay + DAYS_FROM_ERA_TO_EPOCH;
        final long era = Math.floorDiv(day, (long) DAYS_PER_ERA);
        final int dayOfEra = (int) Math.floorMod(day, (long) DAYS_PER_ERA);
        final int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        final int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        final int shiftedMonth = (5 * dayOfYear + 2) / 153;
        final int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        digits(target, offset, 4, (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0));
        target[offset + 4] = '-';
        digits(target, offset + 5, 2, month);
        target[offset + 7] = '-';
        digits(target, offset + 8, 2, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1);
    }

    private static void digits(final byte[] target, final int offset, final int count, final int value) {
        int rest = value;
        for (int i = offset + count - 1; i >= offset; i--) {
            target[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
