package io.sluice.bench.load;

/**
 * An offer that the rig makes before the run.
 *
 * @param offer      its id, and its item's.
 * @param priceFen   what a unit costs.
 * @param stock      units there are.
 * @param perViewer  units one viewer may take, 0 for any number.
 */
public record SaleOffer(long offer, long priceFen, long stock, int perViewer) {}
