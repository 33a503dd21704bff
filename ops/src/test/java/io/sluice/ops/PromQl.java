package io.sluice.ops;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the metrics that an expression of Prometheus asks for. */
final class PromQl {
    /** What is neither a metric nor has one in it: texts, selectors, ranges, and the labels of an aggregation. */
    private static final Pattern ELSE = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring|group_left|group_right) *\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("\\b([a-z][a-z0-9]*(?:[_:][a-z0-9_:]*)|up)\\b(?! *\\()");

    private PromQl() {}

    static Set<String> metrics(final String expression) {
        final Set<String> names = new TreeSet<>();
        final Matcher name = NAME.matcher(ELSE.matcher(expression).replaceAll(" "));
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }
}
