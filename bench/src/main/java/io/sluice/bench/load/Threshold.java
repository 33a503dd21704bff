package io.sluice.bench.load;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure that has to be on one side of a value, or the run failed: {@code orders.p99 < 50ms}, {@code oversold == 0}.
 *
 * @param figure      what is looked at, as the result names it.
 * @param comparison  how.
 * @param value       with what; times in ms.
 * @param text        as the scenario says it.
 */
public record Threshold(String figure, Comparison comparison, double value, String text) {
    private static final Pattern FORM = Pattern.compile(
            "([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)\\s*(<=|>=|==|<|>)\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(us|ms|s|m|%)?");

    /** How a figure and a value are compared. */
    public enum Comparison {
        /** Below it. */
        LESS("<"),
        /** No more than it. */
        AT_MOST("<="),
        /** Above it. */
        MORE(">"),
        /** No less than it. */
        AT_LEAST(">="),
        /** Exactly it. */
        EQUAL("==");

        private final String sign;

        Comparison(final String sign) {
            this.sign = sign;
        }

        /** As a scenario writes it. */
        public String sign() {
            return sign;
        }

        /** The one that is written so. */
        public static Comparison of(final String sign) {
            for (final Comparison each : values()) {
                if (each.sign.equals(sign)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("sign=" + sign);
        }
    }

    /** Reads one. */
    static Threshold parse(final String where, final String text) throws ScenarioException {
        final Matcher form = FORM.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new ScenarioException(where + ": '" + text
                    + "' is no threshold: a figure, one of < <= > >= ==, a number with us, ms, s, m, % or nothing");
        }
        if (!Figures.isKnown(form.group(1))) {
            throw new ScenarioException(
                    where + ": there is no figure '" + form.group(1) + "'; there are " + Figures.names());
        }
        final double number = Double.parseDouble(form.group(3));
        return new Threshold(
                form.group(1), Comparison.of(form.group(2)), number * factorOf(form.group(4)), text.trim());
    }

    /** Whether a figure holds it; one that was not measured does not. */
    public boolean isHeldBy(final double measured) {
        return switch (comparison) {
            case LESS -> measured < value;
            case AT_MOST -> measured <= value;
            case MORE -> measured > value;
            case AT_LEAST -> measured >= value;
            case EQUAL -> measured == value;
        };
    }

    private static double factorOf(final String unit) {
        if (unit == null) {
            return 1;
        }
        return switch (unit) {
            case "us" -> 0.001;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "%" -> 0.01;
            default -> 1;
        };
    }
}
