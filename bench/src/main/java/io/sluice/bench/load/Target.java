package io.sluice.bench.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What is rehearsed.
 *
 * @param url         of the gateway; null for one that the rig starts itself.
 * @param management  of its management port; null with it, or when it is not to be looked at.
 * @param config      its configuration, by whose secrets tokens and payments are signed; null with no url.
 * @param ca          PEM file of whom to trust, for a url of https; null for whom Java trusts.
 * @param room        the room; made or overwritten when offers are given.
 * @param holdSeconds how long an unpaid order keeps its stock.
 * @param offers      what the rig puts on sale in it, hottest first.
 * @param coupon      what the rig gives away; null for nothing.
 */
public record Target(
        URI url,
        URI management,
        Path config,
        Path ca,
        long room,
        int holdSeconds,
        List<SaleOffer> offers,
        SaleCoupon coupon) {
    /** Copies the list. */
    public Target {
        offers = List.copyOf(offers);
    }
}
