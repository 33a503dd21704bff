package io.sluice.engine.protocol;

import java.util.List;

/**
 * Who may earn of an order, in the order in which shares are cut when a line cannot bear them all: the last first. The codes
 * are written to the journal.
 */
public enum Payee {
    /** The order's store. */
    STORE(1),
    /** The order's guide. */
    GUIDE(2),
    /** The owner of the order's group. */
    GROUP_OWNER(3),
    /** Who invited the buyer. */
    INVITER(4),
    /** Who invited that one. */
    SECOND_INVITER(5),
    /** The guide whose room it was. */
    HOST(6);

    /** All of them, in their order. */
    public static final List<Payee> ALL = List.of(values());

    private final short code;

    Payee(final int code) {
        this.code = (short) code;
    }

    /** The number that stands for this payee in a record. */
    public short code() {
        return code;
    }

    /** The payee of a code read from a record, null for a code that none has. */
    public static Payee ofCode(final int code) {
        return code >= 1 && code <= ALL.size() ? ALL.get(code - 1) : null;
    }
}
