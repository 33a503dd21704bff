package io.sluice.ops.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * What the host does in which minute of the show, for ever and always the same: pins every other minute, a flash price
 * every sixth, a restock every eighth, a coupon rain every fifth, some more of the drop every other. Pure; the host acts on it and the crowd looks forward to it.
 */
public final class RunOfShow {
    /** How long a flash price holds, seconds. */
    public static final int FLASH_SECONDS = 90;

    /** How long coupons fall, seconds. */
    static final int RAIN_SECONDS = 30;

    private static final int RAIN_MINUTES = 5;
    private static final int RAIN_OFFSET = 1;
    private static final int DROP_MINUTES = 2;
    private static final int DROP_OFFSET = 1;
    private static final int PIN_MINUTES = 2;
    private static final int FLASH_MINUTES = 6;
    private static final int FLASH_OFFSET = 3;
    private static final int RESTOCK_MINUTES = 8;
    private static final int RESTOCK_OFFSET = 7;
    private static final int RESTOCKED_OFFERS = 5;

    /** One in so many of the units the offer began with. */
    private static final int RESTOCK_PART = 5;

    /** A stride that visits every offer, hot and cold in turn; prime to any number of offers it does not divide. */
    private static final int PIN_STRIDE = 7;

    private final List<DemoOffer> offers;
    private final List<DemoOffer> flashOffers;

    public RunOfShow(final DemoBrand brand) {
        offers = brand.offers();
        flashOffers = offers.stream().filter(DemoOffer::hasFlashPrice).toList();
    }

    /**
     * What happens when a minute begins; often nothing.
     *
     * @param minute minutes since the show began
     */
    public List<Cue> cues(final long minute) {
        final List<Cue> cues = new ArrayList<>(2);
        final DemoOffer flash = flashOffer(minute);
        if (flash != null) {
            cues.add(new Cue(CueKind.FLASH, flash, 0));
            cues.add(new Cue(CueKind.PIN, flash, 0));
        } else if (minute % PIN_MINUTES == 0) {
            cues.add(new Cue(CueKind.PIN, pick(offers, minute / PIN_MINUTES * PIN_STRIDE), 0));
        }
        if (minute % RESTOCK_MINUTES == RESTOCK_OFFSET) {
            final DemoOffer hot = offers.get((int) (minute / RESTOCK_MINUTES % RESTOCKED_OFFERS));
            cues.add(new Cue(CueKind.RESTOCK, hot, hot.stock() / RESTOCK_PART));
        }
        return cues;
    }

    /** The offer whose flash price opens with this minute, or null. */
    DemoOffer flashOffer(final long minute) {
        return minute % FLASH_MINUTES == FLASH_OFFSET && !flashOffers.isEmpty()
                ? pick(flashOffers, minute / FLASH_MINUTES)
                : null;
    }

    /** Whether it rains coupons from the beginning of this minute on. */
    boolean rains(final long minute) {
        return minute % RAIN_MINUTES == RAIN_OFFSET;
    }

    /** Whether the host has more units of the drop when this minute begins. */
    boolean drops(final long minute) {
        return minute % DROP_MINUTES == DROP_OFFSET;
    }

    private static DemoOffer pick(final List<DemoOffer> offers, final long at) {
        return offers.get((int) (at % offers.size()));
    }

    /** What the host can do. */
    public enum CueKind {
        /** Shows the offer above the others. */
        PIN,
        /** Opens the offer's flash price. */
        FLASH,
        /** Adds units to the offer's item. */
        RESTOCK
    }

    /** One thing to do; {@code units} only for a restock. */
    public record Cue(CueKind kind, DemoOffer offer, int units) {}
}
