package io.sluice.gateway.http;

import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.Shed;
import io.sluice.gateway.link.Pressure;

/** The problems that are the same everywhere. */
public final class Problems {
    private static final int STORAGE_RETRY_SECONDS = 30;
    private static final int STOPPING_RETRY_SECONDS = 3;

    private Problems() {}

    /** What to answer when admission shed something. */
    public static Problem of(final Shed shed) {
        return switch (shed) {
            case VIEWER_RATE, ADDRESS_RATE -> tooFast("Wait 1 second.");
            case TICKET_RATE -> tooFast("Many want to come in. Wait 1 second.");
            case TICKETS_OUT ->
                new Problem(ProblemCode.ROOM_FULL, "Too many are on their way in.").retryAfterSeconds(1);
            case RING_PRESSURE ->
                new Problem(ProblemCode.TALK_SHED, "It was shed; orders go first.").retryAfterSeconds(1);
            case RING_FULL ->
                new Problem(ProblemCode.RING_FULL, "Nothing was done. Try again with the same key.")
                        .retryAfterSeconds(1);
            case STORAGE_LOW ->
                new Problem(ProblemCode.STORAGE_LOW, "The journal's disk is almost full; nothing was done.")
                        .retryAfterSeconds(STORAGE_RETRY_SECONDS);
            case STOPPING ->
                new Problem(ProblemCode.STOPPING, "Nothing was done. Try again with the same key.")
                        .retryAfterSeconds(STOPPING_RETRY_SECONDS);
            case ADMITTED -> throw new IllegalArgumentException("shed=" + shed);
        };
    }

    /** What an engine's pressure is to admission; TOO_LONG is a bug of ours. */
    public static Shed shed(final Pressure pressure) {
        return switch (pressure) {
            case FULL -> Shed.RING_FULL;
            case STORAGE_LOW -> Shed.STORAGE_LOW;
            case CLOSED -> Shed.STOPPING;
            case NONE, TOO_LONG -> throw new IllegalStateException("pressure=" + pressure);
        };
    }

    /** The token is missing. */
    static Problem tokenMissing() {
        return new Problem(ProblemCode.TOKEN_MISSING, "Send Authorization: Bearer and a token.").field("Authorization");
    }

    /** The token is not good. */
    static Problem tokenInvalid() {
        return new Problem(ProblemCode.TOKEN_INVALID, "Sign in again.").field("Authorization");
    }

    /** The token is no longer good. */
    static Problem tokenExpired() {
        return new Problem(ProblemCode.TOKEN_EXPIRED, "Sign in again.").field("Authorization");
    }

    /** What is asked for is not for whoever has this role. */
    public static Problem roleNotAllowed(final Role role) {
        return new Problem(ProblemCode.ROLE_NOT_ALLOWED, "The role " + role.claim() + " may not do this.");
    }

    /** The room of a request has no such offer. */
    public static Problem offerUnknown(final long offer) {
        return new Problem(ProblemCode.OFFER_UNKNOWN, "This room has no offer " + offer + ".").offer(offer);
    }

    /** A share code that no gateway of this brand made, or one made with another secret. */
    static Problem shareUnknown() {
        return new Problem(ProblemCode.SHARE_UNKNOWN, "The code is not one of ours.").field("share");
    }

    /** A bug of ours; what it was stands in the log. */
    public static Problem internal() {
        return new Problem(ProblemCode.INTERNAL, "The reason is in the server's log.");
    }

    private static Problem tooFast(final String detail) {
        return new Problem(ProblemCode.TOO_FAST, detail).retryAfterSeconds(1);
    }
}
