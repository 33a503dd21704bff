package io.sluice.engine.view;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** By what the rows of a statement are parted. */
public enum StatementBy {
    /** A day, as in 2026-11-21. */
    DAY,
    /** A week of ISO 8601, from Monday on, as in 2026-W47. */
    WEEK,
    /** A month, as in 2026-11. */
    MONTH,
    /** A show: the room in which the orders were placed. */
    SHOW;

    private static final DateTimeFormatter MONTH_FORMAT = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    /** The first day of the period that a day is in; of no meaning for SHOW. */
    LocalDate begin(final LocalDate day) {
        return switch (this) {
            case DAY, SHOW -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** What the period is called that begins on a day. */
    String label(final LocalDate begin) {
        return switch (this) {
            case DAY, SHOW -> begin.toString();
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        begin.get(IsoFields.WEEK_BASED_YEAR),
                        begin.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> begin.format(MONTH_FORMAT);
        };
    }
}
