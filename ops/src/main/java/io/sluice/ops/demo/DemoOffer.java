package io.sluice.ops.demo;

/**
 * One offer of the demo's room and the item it sells.
 *
 * @param offer offer id
 * @param item item id, the catalogue's own
 * @param titleZh Chinese title
 * @param titleEn English title, the catalogue's own
 * @param callZh what people call it in a Chinese comment
 * @param callEn what people call it in an English comment
 * @param listPriceFen list price, the catalogue's own
 * @param flashPriceFen price while the host has a flash window open; 0 if this offer never has one
 * @param perViewerLimit units one viewer may hold and have bought
 * @param holdSeconds how long an unpaid order keeps its units
 * @param stock units the show starts with
 * @param heat share of the room's order lines that should fall on this offer, per mille
 * @param category whose commission plan it follows when it has none of its own
 */
public record DemoOffer(
        long offer,
        long item,
        String titleZh,
        String titleEn,
        String callZh,
        String callEn,
        long listPriceFen,
        long flashPriceFen,
        int perViewerLimit,
        int holdSeconds,
        int stock,
        int heat,
        long category) {

    /** Whether the host opens flash windows for this offer. */
    public boolean hasFlashPrice() {
        return flashPriceFen > 0;
    }

    /** What a unit costs when it is cheapest. */
    long leastPriceFen() {
        return hasFlashPrice() ? flashPriceFen : listPriceFen;
    }

    /** The title as the room shows it: Chinese first, the English one behind it. */
    public String title() {
        return titleZh + " " + titleEn;
    }
}
