package io.sluice.engine.protocol;

/** When a touch binds a viewer to a guide; a viewer belongs to one guide at a time. The codes are written to the journal. */
public enum BindingMode {
    /** Never: only the operators' lists bind. */
    NEVER,
    /** The first guide keeps the viewer until the binding ends; a touch of the same guide prolongs it. */
    FIRST_TOUCH,
    /** The guide of the newest touch takes the viewer over. */
    LAST_TOUCH;

    private static final BindingMode[] VALUES = values();

    /** The number that stands for this mode in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** The mode of a code read from a record, null for a code that none has. */
    public static BindingMode ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
