package io.sluice.gateway.admission;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/**
 * Who may come in, how fast, and what is shed first. Shared by all event loops; any thread. Whatever it sheds it counts,
 * and callers tell it what was shed behind it.
 */
public final class Admission {
    private final AdmissionLimits limits;
    private final IntSupplier occupancyPercent;
    private final RateTable addresses;
    private final Map<Activity, RateTable> viewers = new EnumMap<>(Activity.class);
    private final LongAdder[][] counts = new LongAdder[Activity.values().length][Shed.values().length];
    private final long originNs = System.nanoTime() - 1;
    private volatile boolean stopping;

    /**
     * Admission by these limits.
     *
     * @param occupancyPercent how full the ring is.
     */
    public Admission(final AdmissionLimits limits, final IntSupplier occupancyPercent) {
        this.limits = limits;
        this.occupancyPercent = occupancyPercent;
        addresses = limits.address().table(limits.buckets());
        viewers.put(Activity.ORDER, limits.order().table(limits.buckets()));
        viewers.put(Activity.CLAIM, limits.claim().table(limits.buckets()));
        viewers.put(Activity.COMMENT, limits.comment().table(limits.buckets()));
        viewers.put(Activity.LIKE, limits.like().table(limits.buckets()));
        viewers.put(Activity.TOUCH, limits.touch().table(limits.buckets()));
        viewers.put(Activity.QUERY, limits.query().table(limits.buckets()));
        viewers.put(Activity.TICKET, limits.ticket().table(limits.buckets()));
        for (final LongAdder[] ofActivity : counts) {
            for (int i = 0; i < ofActivity.length; i++) {
                ofActivity[i] = new LongAdder();
            }
        }
    }

    /**
     * May this viewer place, cancel or pay an order, or leave a waiting line? Only a full ring, which its send
     * tells, is in the way of more.
     */
    public Shed order(final long viewer) {
        return viewer(Activity.ORDER, viewer);
    }

    /** May this viewer claim a coupon, or a place in a waiting line? Claims outlast talk, orders outlast claims. */
    public Shed claim(final long viewer) {
        return belowOrders(Activity.CLAIM, viewer, limits.claimPercent());
    }

    /** May this viewer comment? */
    public Shed comment(final long viewer) {
        return belowOrders(Activity.COMMENT, viewer, limits.commentPercent());
    }

    /** May this viewer send likes? */
    public Shed like(final long viewer) {
        return belowOrders(Activity.LIKE, viewer, limits.likePercent());
    }

    /** May this viewer make a share code or tell of a touch? */
    public Shed touch(final long viewer) {
        return belowOrders(Activity.TOUCH, viewer, limits.commentPercent());
    }

    /** May this viewer query? */
    public Shed query(final long viewer) {
        return viewer(Activity.QUERY, viewer);
    }

    /** May this viewer ask for a ticket? */
    public Shed ticket(final long viewer) {
        return stopping ? shed(Activity.TICKET, Shed.STOPPING) : viewer(Activity.TICKET, viewer);
    }

    /** May somebody connect to a live room? The address was asked for when the request came. */
    public Shed connect() {
        return shed(Activity.CONNECT, stopping ? Shed.STOPPING : Shed.ADMITTED);
    }

    /**
     * May this address send one more request?
     *
     * @param activity    what the request is about, for the count.
     * @param addressKey  as {@link AddressKey} makes it.
     */
    public Shed address(final Activity activity, final long addressKey) {
        return addresses.take(addressKey, nowNs()) ? Shed.ADMITTED : shed(activity, Shed.ADDRESS_RATE);
    }

    /** Whether addresses are limited at all, so that nobody makes a key for nothing. */
    public boolean limitsAddresses() {
        return addresses.isLimited();
    }

    /** Counts what was let in or shed; {@link Admission}'s own answers are counted already. */
    public Shed shed(final Activity activity, final Shed reason) {
        counts[activity.ordinal()][reason.ordinal()].increment();
        return reason;
    }

    /** So often was this decided of that activity. */
    public long count(final Activity activity, final Shed reason) {
        return counts[activity.ordinal()][reason.ordinal()].sum();
    }

    /** From now on nobody new comes in. */
    public void stop() {
        stopping = true;
    }

    /** Whether {@link #stop()} was called. */
    public boolean isStopping() {
        return stopping;
    }

    private Shed belowOrders(final Activity activity, final long viewer, final int shedFromPercent) {
        return occupancyPercent.getAsInt() >= shedFromPercent
                ? shed(activity, Shed.RING_PRESSURE)
                : viewer(activity, viewer);
    }

    private Shed viewer(final Activity activity, final long viewer) {
        return shed(activity, viewers.get(activity).take(viewer, nowNs()) ? Shed.ADMITTED : Shed.VIEWER_RATE);
    }

    private long nowNs() {
        return System.nanoTime() - originNs;
    }
}
