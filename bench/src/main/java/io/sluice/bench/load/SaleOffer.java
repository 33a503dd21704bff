package io.sluice.bench.load;

/**
 * An offer that the rig makes before the run.
 *
 * @param offer      its id, and its item's.
 * @param priceFen   what a unit costs.
 * @param stock      units there are.
 * @param perViewer  units one viewer may take, 0 for any number.
 * @param weight     how often it is pressed beside the others; 0 when its place among them says so.
 */
public record SaleOffer(long offer, long priceFen, long stock, int perViewer, double weight) {
    /** One whose place among the others says how often it is pressed. */
    public SaleOffer(final long offer, final long priceFen, final long stock, final int perViewer) {
        this(offer, priceFen, stock, perViewer, 0);
    }
}
