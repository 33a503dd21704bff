package io.sluice.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mapping of a YAML file that is read key by key: each value is held against what it may be, and at the end no key may be
 * left over, so that a misspelt one is told and not passed over. One thread.
 */
final class YamlPart {
    private static final Pattern DURATION = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(ms|s|m|h)");
    private static final Pattern PACE =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*/s(?:\\s*->\\s*([0-9]+(?:\\.[0-9]+)?)\\s*/s)?");

    private final String path;
    private final ObjectNode node;
    private final Set<String> known = new LinkedHashSet<>();

    /** The mapping at {@code path}; a missing one is empty. */
    YamlPart(final String path, final JsonNode node) throws ScenarioException {
        if (node != null && !node.isObject() && !node.isNull()) {
            throw new ScenarioException(path + " has to be a mapping of keys and values");
        }
        this.path = path;
        this.node = node == null || node.isNull() ? null : (ObjectNode) node;
    }

    boolean has(final String key) {
        known.add(key);
        return node != null && node.hasNonNull(key);
    }

    YamlPart part(final String key) throws ScenarioException {
        return new YamlPart(at(key), value(key));
    }

    /** The mappings of a list; a missing one is empty. */
    List<YamlPart> parts(final String key) throws ScenarioException {
        final List<YamlPart> parts = new ArrayList<>();
        for (final JsonNode each : list(key)) {
            parts.add(new YamlPart(at(key) + "[" + parts.size() + "]", each));
        }
        return parts;
    }

    /** The texts of a list; a missing one is empty. */
    List<String> texts(final String key) throws ScenarioException {
        final List<String> texts = new ArrayList<>();
        for (final JsonNode each : list(key)) {
            if (!each.isTextual()) {
                throw new ScenarioException(at(key) + "[" + texts.size() + "] has to be a text");
            }
            texts.add(each.asText());
        }
        return texts;
    }

    String text(final String key, final String byDefault) throws ScenarioException {
        final JsonNode value = value(key);
        if (value != null && !value.isValueNode()) {
            throw new ScenarioException(at(key) + " has to be a text");
        }
        return value == null ? byDefault : value.asText();
    }

    long whole(final String key, final long byDefault, final long least, final long most) throws ScenarioException {
        final JsonNode value = value(key);
        if (value == null) {
            return byDefault;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < least || value.asLong() > most) {
            throw new ScenarioException(
                    at(key) + ": " + value.asText() + " is no whole number from " + least + " to " + most);
        }
        return value.asLong();
    }

    /** A number from 0 to {@code most}. */
    double number(final String key, final double byDefault, final double most) throws ScenarioException {
        final JsonNode value = value(key);
        if (value == null) {
            return byDefault;
        }
        if (!value.isNumber() || value.asDouble() < 0 || value.asDouble() > most) {
            throw new ScenarioException(at(key) + ": " + value.asText() + " is no number from 0 to " + most);
        }
        return value.asDouble();
    }

    /** A time such as 250ms, 1.5s, 2m or 1h, in ms. */
    long duration(final String key, final long byDefaultMs, final long mostMs) throws ScenarioException {
        final JsonNode value = value(key);
        if (value == null) {
            return byDefaultMs;
        }
        final Matcher form = DURATION.matcher(value.asText());
        final double ms = form.matches() ? Double.parseDouble(form.group(1)) * msOf(form.group(2)) : -1;
        if (ms < 0 || ms > mostMs) {
            throw new ScenarioException(at(key) + ": '" + value.asText() + "' is no time up to " + mostMs
                    + "ms, such as 250ms, 1.5s or 2m");
        }
        return Math.round(ms);
    }

    /** A rate such as 50/s, or 50/s -> 800/s. */
    Pace pace(final String key, final double most) throws ScenarioException {
        final JsonNode value = value(key);
        if (value == null) {
            return Pace.NONE;
        }
        final Matcher form = PACE.matcher(value.asText());
        if (!form.matches()) {
            throw new ScenarioException(
                    at(key) + ": '" + value.asText() + "' is no rate, such as 50/s, or 50/s -> 800/s");
        }
        final double from = Double.parseDouble(form.group(1));
        final double to = form.group(2) == null ? from : Double.parseDouble(form.group(2));
        if (Math.max(from, to) > most) {
            throw new ScenarioException(at(key) + ": '" + value.asText() + "' is more than " + Math.round(most) + "/s");
        }
        return new Pace(from, to);
    }

    ScenarioException missing(final String key, final String what) {
        return new ScenarioException(at(key) + " is missing: " + what);
    }

    ScenarioException wrong(final String key, final String why) {
        return new ScenarioException(at(key) + ": " + why);
    }

    /** Called last. */
    void end() throws ScenarioException {
        if (node == null) {
            return;
        }
        final Set<String> left = new TreeSet<>();
        node.fieldNames().forEachRemaining(left::add);
        left.removeAll(known);
        if (!left.isEmpty()) {
            throw new ScenarioException(
                    at(left.iterator().next()) + " is not known; here may stand " + String.join(", ", known));
        }
    }

    private List<JsonNode> list(final String key) throws ScenarioException {
        final List<JsonNode> entries = new ArrayList<>();
        final JsonNode value = value(key);
        if (value != null && !value.isArray()) {
            throw new ScenarioException(at(key) + " has to be a list");
        }
        if (value != null) {
            value.forEach(entries::add);
        }
        return entries;
    }

    private JsonNode value(final String key) {
        return has(key) ? node.get(key) : null;
    }

    private String at(final String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static double msOf(final String unit) {
        return switch (unit) {
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 1;
        };
    }
}
