package io.sluice.gateway;

import io.sluice.engine.EngineContext;
import io.sluice.engine.EngineProperty;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A configuration: lines of {@code name=value} in UTF-8, as {@link Properties} reads them, in one file or in several, so that
 * the secrets may lie apart. It names every property of engine and gateway by the name that a complaint about it prints.
 */
public final class SluiceConfig {
    /** Where the engine's data lies; it is neither the engine's property nor the gateway's. */
    public static final String DATA = "sluice.data";

    /** How the process logs; its default is {@link #LOG_TEXT}. */
    public static final String LOG_FORMAT = "sluice.logFormat";
    /** Lines for a person. */
    public static final String LOG_TEXT = "text";
    /** A JSON object a line, for machines that collect logs. */
    public static final String LOG_JSON = "json";

    private final Map<String, String> values;

    private SluiceConfig(final Map<String, String> values) {
        this.values = values;
    }

    /** Reads a file; as the other. */
    public static SluiceConfig read(final Path file) throws IOException {
        return read(List.of(file));
    }

    /**
     * Reads files.
     *
     * @throws IllegalArgumentException when a property is given twice, in one of them or in two.
     */
    public static SluiceConfig read(final List<Path> files) throws IOException {
        final Once once = new Once();
        for (final Path file : files) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                once.load(reader);
            }
        }
        final Map<String, String> values = new TreeMap<>();
        for (final String name : once.stringPropertyNames()) {
            values.put(name, once.getProperty(name).strip());
        }
        return new SluiceConfig(values);
    }

    /**
     * Sets every property of the file.
     *
     * @throws IllegalArgumentException naming the first property that is not known or has a value out of its range.
     */
    public void fill(final EngineContext engine, final GatewayContext gateway) {
        values.forEach((name, value) -> {
            if (name.equals(DATA)) {
                engine.dataDirectory(Path.of(value));
            } else if (name.equals(LOG_FORMAT)) {
                requireLogFormat(value);
            } else if (name.startsWith(EngineProperty.PREFIX)) {
                engine.set(name, value);
            } else {
                gateway.set(name, value);
            }
        });
    }

    /** Whether the process is to log JSON. */
    public boolean isLogJson() {
        return LOG_JSON.equals(values.get(LOG_FORMAT));
    }

    /** Whether it gives a secret. */
    public boolean hasSecret() {
        return Arrays.stream(GatewayProperty.values())
                .filter(GatewayProperty::isSecret)
                .anyMatch(secret ->
                        !values.getOrDefault(secret.propertyName(), "").isEmpty());
    }

    /** What a start prints of it. */
    public StartSettings settings() {
        return new StartSettings(values, "file");
    }

    private static void requireLogFormat(final String value) {
        if (!value.equals(LOG_TEXT) && !value.equals(LOG_JSON)) {
            throw new IllegalArgumentException(
                    LOG_FORMAT + "=" + value + ": has to be " + LOG_TEXT + " or " + LOG_JSON);
        }
    }

    /** Properties of which each name may come once; the same name again would win in silence. */
    private static final class Once extends Properties {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(final Object name, final Object value) {
            if (containsKey(name)) {
                // Without the value: it may be a secret.
                throw new IllegalArgumentException(name + ": it is given twice");
            }
            return super.put(name, value);
        }
    }
}
