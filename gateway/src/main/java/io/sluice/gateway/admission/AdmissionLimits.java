package io.sluice.gateway.admission;

/**
 * What admission goes by.
 *
 * @param address         requests and connections of one address.
 * @param order           orders, cancellations, places given up and demo payments of one viewer.
 * @param claim           claims of one viewer, of coupons and of places in line.
 * @param comment         comments of one viewer.
 * @param like            like frames of one viewer.
 * @param touch           touches told of and share codes made by one viewer.
 * @param query           queries of one viewer.
 * @param ticket          tickets of one viewer.
 * @param buckets         buckets kept for each of these, a power of two.
 * @param claimPercent    ring occupancy from which claims are shed.
 * @param commentPercent  ring occupancy from which comments and touches are shed, at most {@code claimPercent}.
 * @param likePercent     ring occupancy from which likes are shed, at most {@code commentPercent}.
 */
public record AdmissionLimits(
        Rate address,
        Rate order,
        Rate claim,
        Rate comment,
        Rate like,
        Rate touch,
        Rate query,
        Rate ticket,
        int buckets,
        int claimPercent,
        int commentPercent,
        int likePercent) {
    /** Likes go before comments and touches, those before claims, those before orders. */
    public AdmissionLimits {
        if (likePercent > commentPercent || commentPercent > claimPercent || claimPercent > 100) {
            throw new IllegalArgumentException("likePercent=" + likePercent + ", commentPercent=" + commentPercent
                    + ", claimPercent=" + claimPercent + ": likes are shed first, claims last");
        }
    }
}
