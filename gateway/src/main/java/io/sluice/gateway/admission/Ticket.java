package io.sluice.gateway.admission;

/**
 * The right to one live connection.
 *
 * @param room         the room it is for.
 * @param identity     whom it was issued to.
 * @param expiresAtMs  when it ends, epoch ms on the wall clock.
 */
public record Ticket(long room, Identity identity, long expiresAtMs) {}
