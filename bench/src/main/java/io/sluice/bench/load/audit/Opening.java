package io.sluice.bench.load.audit;

import java.util.List;

/**
 * How the shop stood when the run began: what the audit's books begin with.
 *
 * @param from    number of the first record that may be of the run.
 * @param offers  those that were there before it; any other is new with the run, and nobody has bought of it before.
 * @param claimed coupons that were claimed before of the campaign that the run gives away.
 */
public record Opening(long from, List<KnownOffer> offers, long claimed) {
    /** Of a shop that is new: its whole journal is of the run. */
    public static final Opening OF_NEW_SHOP = new Opening(1, List.of(), 0);

    /** Copies the list. */
    public Opening {
        if (from < 1) {
            throw new IllegalArgumentException("from=" + from + ": records are numbered from 1 on");
        }
        offers = List.copyOf(offers);
    }

    /**
     * An offer that was there.
     *
     * @param offer      its id.
     * @param item       its item.
     * @param perViewer  units one viewer may take, 0 for any number.
     * @param available  units of its item that were left, right before {@link Opening#from}.
     */
    public record KnownOffer(long offer, long item, int perViewer, long available) {}
}
