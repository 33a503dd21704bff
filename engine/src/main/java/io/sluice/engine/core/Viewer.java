package io.sluice.engine.core;

import io.sluice.engine.protocol.TouchKind;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.UnsafeApi;

/**
 * What is known of a viewer, as it lies in the table; points at one viewer until the table is asked for the next. Stores,
 * guides and groups are kept by their places, of which 0 is none, and who invited the viewer by id and by place.
 */
final class Viewer {
    /** Bytes of one viewer: two lines of the cache. */
    static final int BYTES = 128;

    // What an order mostly asks for lies in the first line.
    private static final int ID = 0;
    private static final int NEWEST_ORDER = 8;
    private static final int INVITER = 16;
    private static final int BOUND_UNTIL_MS = 24;
    private static final int BOUND_AT = 32;
    private static final int JOINED_AT = 40;
    private static final int GUIDE = 48;
    private static final int GROUP = 52;
    private static final int INVITER_PLACE = 56;
    private static final int GUIDE_STORE = 60;
    private static final int MEMBER_SINCE_MS = 64;
    private static final int INVITED_AT = 72;
    private static final int TOUCH_AT = 80;
    private static final int TOUCH_TIME_MS = 88;
    private static final int TOUCH_INVITER = 96;
    private static final int TOUCH_STORE = 104;
    private static final int TOUCH_GUIDE = 108;
    private static final int TOUCH_GROUP = 112;
    private static final int TOUCH_KIND = 116;
    private static final int INVITED = 120;
    private static final int KNOWN = 124;

    /**
     * Where in the saved bytes of a viewer each four bytes in memory stand. In a saved state the fields lie as they did in the
     * first version that knew viewers; the place of who invited is not saved, and four bytes of nothing stand for it.
     */
    private static final int[] SAVED = {
        0, 4, 8, 12, 64, 68, 24, 28, 32, 36, 48, 52, 40, 56, 124, 44, 16, 20, 72, 76, 80, 84, 88, 92, 96, 100, 104, 108,
        112, 116, 60, 120
    };

    private int place;
    private long address;

    Viewer wrap(final int newPlace, final long newAddress) {
        place = newPlace;
        address = newAddress;
        return this;
    }

    /** Where the table has the viewer, from 1. */
    int place() {
        return place;
    }

    /** Fills a new viewer, of whom nothing is known. */
    void open(final long id) {
        for (int at = 0; at < BYTES; at += Long.BYTES) {
            UnsafeApi.putLong(address + at, 0);
        }
        UnsafeApi.putLong(address + ID, id);
    }

    long id() {
        return UnsafeApi.getLong(address + ID);
    }

    /** Adds the second line of the cache of a viewer who lies there, if an order is likely to ask for it. */
    static void addBehind(final long address, final Looks looks) {
        if (guideAt(address) == 0 && groupAt(address) == 0) {
            looks.add(address + TOUCH_AT);
        }
    }

    /** Place of the guide of a viewer who lies there, 0 for none. */
    static int guideAt(final long address) {
        return UnsafeApi.getInt(address + GUIDE);
    }

    /** Place of the group of a viewer who lies there, 0 for none. */
    static int groupAt(final long address) {
        return UnsafeApi.getInt(address + GROUP);
    }

    /** Where the table has who invited a viewer who lies there, 0 for nobody. */
    static int inviterPlaceAt(final long address) {
        return UnsafeApi.getInt(address + INVITER_PLACE);
    }

    /** Number of the viewer's newest order, 0 for none. */
    long newestOrder() {
        return UnsafeApi.getLong(address + NEWEST_ORDER);
    }

    void newestOrder(final long number) {
        UnsafeApi.putLong(address + NEWEST_ORDER, number);
    }

    /** Whether more is known of the viewer than orders. */
    boolean isKnown() {
        return UnsafeApi.getInt(address + KNOWN) != 0;
    }

    void makeKnown() {
        UnsafeApi.putInt(address + KNOWN, 1);
    }

    /** Since when the viewer is a member, epoch ms, 0 for not. */
    long memberSinceMs() {
        return UnsafeApi.getLong(address + MEMBER_SINCE_MS);
    }

    void memberSince(final long timeMs) {
        UnsafeApi.putLong(address + MEMBER_SINCE_MS, timeMs);
    }

    /** Binds to a guide in one of the guide's stores, both by place. */
    void bind(final int guide, final int store, final long untilMs, final long sequence) {
        UnsafeApi.putInt(address + GUIDE, guide);
        UnsafeApi.putInt(address + GUIDE_STORE, store);
        UnsafeApi.putLong(address + BOUND_UNTIL_MS, untilMs);
        UnsafeApi.putLong(address + BOUND_AT, sequence);
    }

    int guide() {
        return guideAt(address);
    }

    int guideStore() {
        return UnsafeApi.getInt(address + GUIDE_STORE);
    }

    /** When the binding ends, exclusive; Long.MAX_VALUE for never. */
    long boundUntilMs() {
        return UnsafeApi.getLong(address + BOUND_UNTIL_MS);
    }

    void boundUntil(final long timeMs) {
        UnsafeApi.putLong(address + BOUND_UNTIL_MS, timeMs);
    }

    /** Record that bound the viewer. */
    long boundAt() {
        return UnsafeApi.getLong(address + BOUND_AT);
    }

    boolean isBoundAt(final long nowMs) {
        return guide() != 0 && nowMs < boundUntilMs();
    }

    void join(final int group, final long sequence) {
        UnsafeApi.putInt(address + GROUP, group);
        UnsafeApi.putLong(address + JOINED_AT, sequence);
    }

    int group() {
        return groupAt(address);
    }

    /** Record in which the viewer joined the group. */
    long joinedAt() {
        return UnsafeApi.getLong(address + JOINED_AT);
    }

    /** Who invited the viewer and at which place of the table that one is; both 0 for nobody. */
    void invite(final long inviter, final int inviterPlace, final long sequence) {
        UnsafeApi.putLong(address + INVITER, inviter);
        UnsafeApi.putInt(address + INVITER_PLACE, inviterPlace);
        UnsafeApi.putLong(address + INVITED_AT, sequence);
    }

    /** Who invited the viewer, 0 for nobody. */
    long inviter() {
        return UnsafeApi.getLong(address + INVITER);
    }

    /** Where the table has who invited the viewer, 0 for nobody. */
    int inviterPlace() {
        return inviterPlaceAt(address);
    }

    void inviterPlace(final int newPlace) {
        UnsafeApi.putInt(address + INVITER_PLACE, newPlace);
    }

    /** Record in which the viewer was invited. */
    long invitedAt() {
        return UnsafeApi.getLong(address + INVITED_AT);
    }

    /** Number of viewers whom this one invited. */
    int invited() {
        return UnsafeApi.getInt(address + INVITED);
    }

    void addInvited(final int change) {
        UnsafeApi.putInt(address + INVITED, invited() + change);
    }

    void touch(final TouchRequest request, final Places places, final long sequence, final long nowMs) {
        UnsafeApi.putLong(address + TOUCH_AT, sequence);
        UnsafeApi.putLong(address + TOUCH_TIME_MS, nowMs);
        UnsafeApi.putLong(address + TOUCH_INVITER, request.touch().inviter());
        UnsafeApi.putInt(address + TOUCH_STORE, places.store());
        UnsafeApi.putInt(address + TOUCH_GUIDE, places.guide());
        UnsafeApi.putInt(address + TOUCH_GROUP, places.group());
        UnsafeApi.putInt(address + TOUCH_KIND, request.kind().code());
    }

    /** Record of the last touch, 0 for none. */
    long touchAt() {
        return UnsafeApi.getLong(address + TOUCH_AT);
    }

    long touchTimeMs() {
        return UnsafeApi.getLong(address + TOUCH_TIME_MS);
    }

    /** Whose code the last touch came by, 0 for nobody's. */
    long touchInviter() {
        return UnsafeApi.getLong(address + TOUCH_INVITER);
    }

    int touchStore() {
        return UnsafeApi.getInt(address + TOUCH_STORE);
    }

    int touchGuide() {
        return UnsafeApi.getInt(address + TOUCH_GUIDE);
    }

    int touchGroup() {
        return UnsafeApi.getInt(address + TOUCH_GROUP);
    }

    TouchKind touchKind() {
        return TouchKind.ofCode(UnsafeApi.getInt(address + TOUCH_KIND));
    }

    /** Writes the viewer's saved bytes. */
    void save(final MutableDirectBuffer buffer, final int offset) {
        for (int i = 0; i < SAVED.length; i++) {
            final int word = UnsafeApi.getInt(address + (long) i * Integer.BYTES);
            buffer.putInt(offset + SAVED[i], i * Integer.BYTES == INVITER_PLACE ? 0 : word);
        }
    }

    /** Takes the viewer from saved bytes; where the one who invited is, is to be found out. */
    void load(final DirectBuffer buffer, final int offset) {
        for (int i = 0; i < SAVED.length; i++) {
            UnsafeApi.putInt(address + (long) i * Integer.BYTES, buffer.getInt(offset + SAVED[i]));
        }
        // Whatever stands for it is saved as nothing again, so that the state's hash would not tell.
        inviterPlace(0);
    }
}
