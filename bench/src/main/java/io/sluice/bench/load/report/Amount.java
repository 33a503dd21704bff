package io.sluice.bench.load.report;

import java.util.Locale;

/** Numbers as a person reads them. */
final class Amount {
    private static final double EXACT_FROM = 100;
    private static final double TENTHS_FROM = 10;
    private static final double PER_CENT = 100;

    private Amount() {}

    /** With about three digits and its unit: {@code 8.13 ms}, {@code 1,204}. */
    static String of(final double value, final String unit) {
        if (Double.isNaN(value)) {
            return "not measured";
        }
        return digits(value) + (unit.isEmpty() || unit.startsWith("/") ? unit : " " + unit);
    }

    /** A part as per cent, with its sign: {@code +62 %}. */
    static String percent(final double part) {
        return String.format(Locale.ROOT, "%+.0f %%", part * PER_CENT);
    }

    /** A second of the run as minutes and seconds: {@code 1:07}. */
    static String moment(final int second) {
        return String.format(Locale.ROOT, "%d:%02d", second / 60, second % 60);
    }

    private static String digits(final double value) {
        final double size = Math.abs(value);
        if (value == Math.rint(value) || size >= EXACT_FROM) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= TENTHS_FROM ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }
}
