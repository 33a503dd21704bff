package io.sluice.engine.protocol;

/**
 * Why an order went to this store, guide and group. A policy names some of them in an order of its own; the first that
 * applies decides. The codes are written to the journal.
 */
public enum AttributionRule {
    /** There is no order. */
    NONE,
    /** The order carried it: the code it was placed with. */
    CARRIED,
    /** The viewer is bound to the guide. */
    GUIDE_BINDING,
    /** The viewer is in the group. */
    GROUP,
    /** The viewer's last touch named it, not too long ago. */
    LAST_TOUCH,
    /** It is the room's own host. */
    ROOM_HOST,
    /** Nothing applied: nobody brought the order. */
    NOBODY;

    private static final AttributionRule[] VALUES = values();

    /** The number that stands for this rule in a record. */
    public short code() {
        return (short) ordinal();
    }

    /** Whether a policy may name it. */
    public boolean isForPolicies() {
        return this != NONE && this != NOBODY;
    }

    /** The rule of a code read from a record, null for a code that none has. */
    public static AttributionRule ofCode(final int code) {
        return code >= 0 && code < VALUES.length ? VALUES[code] : null;
    }
}
