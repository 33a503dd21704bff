package io.sluice.gateway.http;

import io.sluice.engine.view.StatementBy;
import io.sluice.engine.view.StatementPeriod;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * What statement is asked for.
 *
 * @param by      by what its rows are parted.
 * @param period  its days.
 * @param csv     whether as a table.
 */
record StatementRequest(StatementBy by, StatementPeriod period, boolean csv) {
    /** The router puts the path's among the query's. */
    private static final Set<String> PARAMETERS =
            Set.of("kind", "id", AccountHolders.ACCOUNT, "by", "from", "to", "format");

    private static final int DEFAULT_DAYS = 31;
    private static final int MAX_DAYS = 1_100;
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9_998;

    /** Reads it; {@code nowMs} says what is today. */
    static StatementRequest of(final Exchange exchange, final ZoneId zone, final long nowMs) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        return new StatementRequest(by(query.get("by")), period(query, zone, nowMs), LedgerQuery.wantsCsv(query));
    }

    private static StatementBy by(final String text) {
        return switch (text == null ? "day" : text) {
            case "day" -> StatementBy.DAY;
            case "week" -> StatementBy.WEEK;
            case "month" -> StatementBy.MONTH;
            case "show" -> StatementBy.SHOW;
            default -> throw JsonBody.invalid("by", "must be day, week, month or show");
        };
    }

    /** The days of {@code from} and {@code to}; without them those up to today. */
    static StatementPeriod period(final MultiMap query, final ZoneId zone, final long nowMs) {
        final LocalDate to = query.contains(TO)
                ? date(query, TO)
                : Instant.ofEpochMilli(nowMs).atZone(zone).toLocalDate();
        final LocalDate from = query.contains(FROM) ? date(query, FROM) : to.minusDays(DEFAULT_DAYS - 1);
        if (from.isAfter(to)) {
            throw JsonBody.invalid(FROM, "must not be after to, " + to);
        }
        if (ChronoUnit.DAYS.between(from, to) >= MAX_DAYS) {
            throw JsonBody.invalid(FROM, "and to must be " + MAX_DAYS + " days at most");
        }
        return new StatementPeriod(from, to, zone);
    }

    private static LocalDate date(final MultiMap query, final String name) {
        final String text = query.get(name);
        try {
            final LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (final DateTimeParseException none) {
            // Told below.
        }
        throw JsonBody.invalid(name, "must be a day such as 2026-11-21");
    }
}
