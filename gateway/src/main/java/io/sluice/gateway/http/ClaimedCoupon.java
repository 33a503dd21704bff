package io.sluice.gateway.http;

/**
 * What a claim brought, as it is told over HTTP and in a live frame. Immutable.
 *
 * @param number       the coupon's number.
 * @param campaign     its campaign.
 * @param discountFen  what it takes off, of a share the most, fen.
 * @param basisPoints  the share it takes off, 0 for an amount.
 * @param minimumFen   what the lines it is for have to cost, fen.
 * @param expiresAtMs  first moment when it is good for nothing any more, epoch ms.
 * @param byPosition   whether it was claimed by a position that only the client stated.
 * @param sequence     the record of the claim.
 */
public record ClaimedCoupon(
        long number,
        long campaign,
        long discountFen,
        int basisPoints,
        long minimumFen,
        long expiresAtMs,
        boolean byPosition,
        long sequence) {
    /** Writes its fields into an object that is open. */
    public void writeFields(final JsonWriter json) {
        json.name("coupon").digitString(number);
        json.name("campaign").value(campaign);
        json.name("discountFen").value(discountFen);
        json.name("basisPoints").value(basisPoints);
        json.name("minimumFen").value(minimumFen);
        json.name("expiresAt").time(expiresAtMs);
        json.name("byPosition").value(byPosition);
        json.name("sequence").value(sequence);
    }
}
