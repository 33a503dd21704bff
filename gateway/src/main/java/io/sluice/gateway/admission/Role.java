package io.sluice.gateway.admission;

import java.util.Locale;
import java.util.Set;

/** What a token's holder is, claim {@code role}. */
public enum Role {
    /** A person in a room. */
    VIEWER,
    /** A shopping guide, who buys and talks as a viewer does. */
    GUIDE,
    /** Runs rooms, items and offers, and may whatever the other people behind the room may. */
    OPERATOR,
    /** Keeps order in the talk. */
    MODERATOR,
    /** Looks after customers and their orders. */
    SERVICE,
    /** Reads what was sold and earned. */
    ANALYST,
    /** Sees the board and changes nothing. */
    OBSERVER,
    /** The payment provider. */
    PAYMENTS,
    /** A system that reads the journal. */
    DOWNSTREAM;

    /** Those who order and claim coupons, each in their own name. */
    public static final Set<Role> BUYERS = Set.of(VIEWER, GUIDE);
    /** The people behind the room, whom the console lets in. */
    public static final Set<Role> STAFF = Set.of(OPERATOR, MODERATOR, SERVICE, ANALYST, OBSERVER);
    /** Those who say what may be said. */
    public static final Set<Role> MODERATORS = Set.of(OPERATOR, MODERATOR);
    /** Those who see who a customer is and set right what went wrong. */
    public static final Set<Role> SERVICE_DESK = Set.of(OPERATOR, SERVICE);
    /** Those who see who earns what. */
    public static final Set<Role> ANALYSTS = Set.of(OPERATOR, ANALYST);
    /** Those whose comments and likes a room shows; the rest of the staff only watches. */
    public static final Set<Role> TALKERS = Set.of(VIEWER, GUIDE, OPERATOR, MODERATOR, SERVICE);

    /** Every claim's value, for a sentence. */
    public static final String CLAIMS =
            "viewer, guide, operator, moderator, service, analyst, observer, payments or downstream";

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
