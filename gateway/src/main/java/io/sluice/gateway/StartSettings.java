package io.sluice.gateway;

import io.sluice.engine.EngineProperty;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The line that each start prints: every property with its value and where that came from. Of a secret it says whether it
 * is set, and of a URL it leaves out who calls. Any thread.
 */
public final class StartSettings {
    private static final String DEFAULT = "default";
    private static final Pattern CALLER = Pattern.compile("://[^/@]*@");
    /** A value may not begin a line of its own in the log. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Map<String, String> given;
    private final String source;

    /**
     * Settings of one source; all others are at their defaults.
     *
     * @param given   values by property name.
     * @param source  a word for where they come from.
     */
    StartSettings(final Map<String, String> given, final String source) {
        this.given = Map.copyOf(given);
        this.source = source;
    }

    /** {@code name=value (source)} for each property, in the order of docs/CONFIGURATION.md. */
    public String line() {
        final StringJoiner line = new StringJoiner(" ");
        line.add(setting(SluiceConfig.DATA, ""));
        line.add(setting(SluiceConfig.LOG_FORMAT, SluiceConfig.LOG_TEXT));
        for (final EngineProperty property : EngineProperty.values()) {
            line.add(setting(property.propertyName(), property.defaultValue()));
        }
        for (final GatewayProperty property : GatewayProperty.values()) {
            line.add(
                    property.isSecret() ? secret(property) : setting(property.propertyName(), property.defaultValue()));
        }
        return line.toString();
    }

    private String setting(final String name, final String defaultValue) {
        final String value =
                CALLER.matcher(given.getOrDefault(name, defaultValue)).replaceAll("://");
        return name + "=" + CONTROL.matcher(value).replaceAll("?") + " (" + source(name) + ")";
    }

    private String secret(final GatewayProperty property) {
        final String name = property.propertyName();
        return name + " " + (given.getOrDefault(name, "").isEmpty() ? "not set" : "set") + " (" + source(name) + ")";
    }

    private String source(final String name) {
        return given.containsKey(name) ? source : DEFAULT;
    }
}
