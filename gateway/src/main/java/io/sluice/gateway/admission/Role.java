package io.sluice.gateway.admission;

import java.util.Locale;
import java.util.Set;

/** What a token's holder is, claim {@code role}. */
public enum Role {
    /** A person in a room. */
    VIEWER,
    /** A shopping guide, who buys and talks as a viewer does. */
    GUIDE,
    /** Runs rooms, items and offers. */
    OPERATOR,
    /** The payment provider. */
    PAYMENTS,
    /** A system that reads the journal. */
    DOWNSTREAM;

    /** Those who order and claim coupons, each in their own name. */
    public static final Set<Role> BUYERS = Set.of(VIEWER, GUIDE);

    private final String claim = name().toLowerCase(Locale.ROOT);

    /** The claim's value. */
    public String claim() {
        return claim;
    }

    /** The role of a claim's value, null when it is none. */
    public static Role ofClaim(final String value) {
        for (final Role role : values()) {
            if (role.claim.equals(value)) {
                return role;
            }
        }
        return null;
    }
}
