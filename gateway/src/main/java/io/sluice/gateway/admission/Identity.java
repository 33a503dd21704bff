package io.sluice.gateway.admission;

/**
 * Who a token speaks for.
 *
 * @param subject      the viewer's, guide's or operator's id, positive.
 * @param role         what they are; null in {@link #INVALID} and {@link #EXPIRED}.
 * @param name         what they call themselves, for the masked name in a room; null when the token has none.
 * @param expiresAtMs  when the token ends, epoch ms on the wall clock.
 */
public record Identity(long subject, Role role, String name, long expiresAtMs) {
    /** The token is forged, malformed or not meant for us. */
    public static final Identity INVALID = new Identity(0, null, null, 0);
    /** The token was good once. */
    public static final Identity EXPIRED = new Identity(0, null, null, 0);

    /** Whether the token is good. */
    public boolean isKnown() {
        return role != null;
    }
}
