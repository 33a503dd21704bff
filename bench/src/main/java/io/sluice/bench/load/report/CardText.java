package io.sluice.bench.load.report;

import java.util.Locale;

/** Lines of a card: a word on the left, what is said of it on the right. */
final class CardText {
    private final StringBuilder text = new StringBuilder();

    void line(final String word, final String sentence) {
        text.append(String.format(Locale.ROOT, "%-12s %s%n", word, sentence));
    }

    void row(final String first, final String second, final String third, final String fourth) {
        final String row = String.format(Locale.ROOT, "%-34s %14s %12s  %s", first, second, third, fourth);
        text.append(row.stripTrailing()).append(System.lineSeparator());
    }

    void gap() {
        text.append(System.lineSeparator());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
