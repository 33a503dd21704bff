package io.sluice.engine.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days that a statement is of, and the brand's time zone, in which they begin and end. Immutable.
 *
 * @param from  the first day.
 * @param to    the last day.
 * @param zone  where a day begins.
 */
public record StatementPeriod(LocalDate from, LocalDate to, ZoneId zone) {
    /** When the first day begins, epoch ms. */
    public long fromMs() {
        return from.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** When the last day is over, epoch ms, exclusive. */
    public long endMs() {
        return to.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** The day that a moment is in, epoch ms. */
    public LocalDate dayOf(final long timeMs) {
        return Instant.ofEpochMilli(timeMs).atZone(zone).toLocalDate();
    }
}
