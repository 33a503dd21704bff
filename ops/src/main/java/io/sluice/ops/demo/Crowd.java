package io.sluice.ops.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What the crowd does, second by second and without end: pure, seeded, without I/O or clock.
 *
 * <p>The same brand, size and seed always give the same actions. Comments come in the waves of a real broadcast, orders
 * are a real shop's baskets in their sequence, and both are scaled by the number of viewers. A fifth of the viewers are
 * regulars who stay, talk most and do not buy; the others come, order and make way. Not thread safe.
 */
public final class Crowd {
    /** The size at which the rates below and the profile's counts apply as they stand. */
    public static final int NOMINAL_VIEWERS = 200;

    /** The largest crowd one process should play. */
    public static final int MAX_VIEWERS = 5_000;

    private static final double ORDERS_PER_SECOND = 4.0;
    private static final double LIKES_PER_SECOND = 0.3;
    private static final double LIKES_PER_COMMENT = 0.5;
    private static final double WAITS_PER_SECOND = 0.4;
    private static final double RAIN_CLAIMS_PER_SECOND = 8;
    private static final int RAIN_NEWS_SECONDS = 3;
    private static final int WAVE_SECONDS = 30;
    private static final double WAVE_FACTOR = 2.0;
    private static final int MAX_LIKES_A_BURST = 10;
    private static final int REGULARS_PART = 5;
    private static final int REGULARS_TALK_PERCENT = 40;
    private static final int REASON_PERCENT = 30;
    private static final int RAMP_SECONDS = 20;
    private static final long BREATH_MS = 1_500;

    /** One in so many arrivals of the measured prompts becomes a grab. */
    private static final double ARRIVALS_PER_GRAB = 70;

    private final CrowdMaterial material;
    private final RunOfShow runOfShow;
    private final SplittableRandom random;
    private final CrowdAgenda agenda = new CrowdAgenda();
    private final CrowdReasons reasons = new CrowdReasons();
    private final CrowdSeats seats;
    private final CrowdShoppers shoppers;
    private final CrowdTalk talk;
    private final Map<Long, DemoOffer> offers = new HashMap<>();
    private final double scale;
    private final double meanComments;
    private final int regulars;
    private final long[] regularSpokeMs;
    private int regularsIn;
    private long second;

    /**
     * @param material what the crowd draws from
     * @param viewers how many are in the room at once, 1 to {@link #MAX_VIEWERS}
     * @param seed two shows with different seeds are attended by different people
     */
    Crowd(final CrowdMaterial material, final int viewers, final long seed) {
        if (viewers < 1 || viewers > MAX_VIEWERS) {
            throw new IllegalArgumentException("viewers=" + viewers + " is not within 1 to " + MAX_VIEWERS);
        }
        this.material = material;
        runOfShow = new RunOfShow(material.brand());
        random = new SplittableRandom(seed);
        scale = (double) viewers / NOMINAL_VIEWERS;
        meanComments = material.waves().meanComments();
        regulars = viewers / REGULARS_PART;
        regularSpokeMs = new long[regulars];
        seats = new CrowdSeats(viewers - regulars);
        shoppers = new CrowdShoppers(material, seats, agenda, reasons, random.split(), seed);
        talk = new CrowdTalk(material, random.split());
        material.brand().offers().forEach(offer -> offers.put(offer.offer(), offer));
    }

    /** The next action; times never go back. */
    public CrowdAction next() {
        while (!agenda.hasBefore(second * 1_000)) {
            planSecond();
            second++;
        }
        return agenda.next();
    }

    private void planSecond() {
        final double wave = material.waves().meanComments(second, WAVE_SECONDS) / meanComments;
        planRegulars();
        planGrabs();
        planRainClaims();
        planWaits();
        planBaskets(times(ORDERS_PER_SECOND * Math.min(1.25, 0.75 + 0.25 * wave)));
        final int comments = material.waves().comments(second);
        for (int n = times(comments); n > 0; n--) {
            planComment(comments > WAVE_FACTOR * meanComments);
        }
        for (int n = times(LIKES_PER_SECOND + LIKES_PER_COMMENT * comments); n > 0; n--) {
            planLike(wave);
        }
    }

    private CrowdAction.Join join(final int index) {
        final long viewer = regular(index);
        return new CrowdAction.Join(second * 1_000, viewer, material.handle(viewer), Touch.NONE, true);
    }

    private void planRegulars() {
        final int wanted = (int) Math.min(regulars, (second + 1) * regulars / RAMP_SECONDS);
        while (regularsIn < wanted) {
            agenda.plan(join(regularsIn++));
        }
    }

    /** The measured answer to a prompt, as grabs in the first minute of a flash price. */
    private void planGrabs() {
        final DemoOffer flash = runOfShow.flashOffer(second / 60);
        if (flash == null) {
            return;
        }
        for (int n = times(material.waves().promptArrivals()[(int) (second % 60)] / ARRIVALS_PER_GRAB); n > 0; n--) {
            shoppers.planGrab(random.nextInt(seats.size()), flash.offer(), moment());
        }
    }

    /** Once the news of it has come round, for as long as it falls. */
    private void planRainClaims() {
        final long falling = second % 60;
        if (!runOfShow.rains(second / 60) || falling < RAIN_NEWS_SECONDS || falling >= RunOfShow.RAIN_SECONDS) {
            return;
        }
        for (int n = times(RAIN_CLAIMS_PER_SECOND); n > 0; n--) {
            shoppers.planRainClaim(random.nextInt(seats.size()), moment());
        }
    }

    private void planWaits() {
        for (int n = times(WAITS_PER_SECOND); n > 0; n--) {
            shoppers.planWait(random.nextInt(seats.size()), DemoDrop.CANDLES.offer(), moment());
        }
    }

    /** In the order of their times: who leaves for one basket may come back for the next. */
    private void planBaskets(final int count) {
        final long[] moments = new long[count];
        Arrays.setAll(moments, i -> moment());
        Arrays.sort(moments);
        for (final long atMs : moments) {
            shoppers.planBasket(atMs);
        }
    }

    private void planComment(final boolean wave) {
        final long atMs = moment();
        final CrowdReasons.Reason reason = random.nextInt(100) < REASON_PERCENT ? reasons.take(atMs) : null;
        if (reason != null && speaks(reason.viewer())) {
            final DemoOffer offer = offers.getOrDefault(
                    reason.offer(), material.brand().offers().get(0));
            plan(reason.viewer(), atMs, talk.about(reason.viewer(), atMs, reason.mood(), offer));
            return;
        }
        final long viewer = speaker(atMs);
        if (viewer != CrowdSeats.NOBODY) {
            plan(viewer, atMs, talk.anything(viewer, atMs, wave));
        }
    }

    private void plan(final long viewer, final long atMs, final String text) {
        agenda.plan(new CrowdAction.Comment(settled(viewer, atMs), viewer, text));
    }

    private void planLike(final double wave) {
        final long atMs = moment();
        final long viewer = speaker(atMs);
        if (viewer != CrowdSeats.NOBODY) {
            final int burst = 1 + (int) (-Math.log(1 - random.nextDouble()) * (1 + wave));
            final int count = Math.min(MAX_LIKES_A_BURST, burst);
            agenda.plan(new CrowdAction.Like(settled(viewer, atMs), viewer, count));
        }
    }

    /** Somebody with a socket; of the regulars the first ones most, but nobody without drawing breath. */
    private long speaker(final long atMs) {
        if (regularsIn > 0 && random.nextInt(100) < REGULARS_TALK_PERCENT) {
            final int index = (int) (random.nextDouble() * random.nextDouble() * regularsIn);
            if (regularSpokeMs[index] + BREATH_MS <= atMs) {
                regularSpokeMs[index] = atMs;
                return regular(index);
            }
        }
        final long viewer = seats.at(random.nextInt(seats.size()));
        return speaks(viewer) ? viewer : regularsIn > 0 ? regular(random.nextInt(regularsIn)) : CrowdSeats.NOBODY;
    }

    private boolean speaks(final long viewer) {
        return seats.isSeated(viewer) && CrowdShoppers.isLive(viewer);
    }

    /** The time, but not before the viewer has come in and looked around. */
    private long settled(final long viewer, final long atMs) {
        if (!seats.isSeated(viewer)) {
            return atMs;
        }
        final long settledMs = Math.max(atMs, seats.joinedMs(viewer) + 1_000);
        seats.keepUntil(viewer, settledMs);
        return settledMs;
    }

    /** Who comes to every show and stays, the first ones in the smallest crowd already. */
    static long regular(final int index) {
        return CrowdShoppers.FIRST_VIEWER - MAX_VIEWERS + index;
    }

    private long moment() {
        return second * 1_000 + random.nextInt(1_000);
    }

    /** A whole number that is the scaled rate on average. */
    private int times(final double rate) {
        return (int) (rate * scale + random.nextDouble());
    }
}
