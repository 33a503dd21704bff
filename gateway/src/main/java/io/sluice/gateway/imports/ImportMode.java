package io.sluice.gateway.imports;

import java.util.Locale;

/** What becomes of a file with lines that are wrong. */
public enum ImportMode {
    /** Nothing of it is applied. */
    ALL,
    /** The lines that are right are applied. */
    VALID;

    /** The name in queries and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of a label, null when there is none. */
    public static ImportMode ofLabel(final String label) {
        for (final ImportMode mode : values()) {
            if (mode.label().equals(label)) {
                return mode;
            }
        }
        return null;
    }
}
