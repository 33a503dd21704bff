package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;

/**
 * What is known of a viewer as the answer to a query shows it: a copy, so that nothing of the table leaves the core. Each
 * number is 0 where there is nothing to say.
 */
public final class ViewerPicture {
    private final Viewer own = new Viewer();
    private final long[] inviters = new long[ProtocolLimits.MAX_TRAIL];
    private final long[] invitedAts = new long[ProtocolLimits.MAX_TRAIL];
    private long viewer;
    private long memberSinceMs;
    private long store;
    private long guide;
    private long boundUntilMs;
    private long boundAt;
    private long group;
    private long joinedAt;
    private long inviter;
    private long invitedAt;
    private int invited;
    private long touchAt;
    private long touchTimeMs;
    private int touchKind;
    private int hands;
    private boolean more;

    void show(final long id, final ViewerTable viewers, final Brand brand) {
        clear();
        if (viewers.find(id, own) == null || !own.isKnown()) {
            return;
        }
        viewer = id;
        memberSinceMs = own.memberSinceMs();
        if (own.guide() != 0) {
            store = brand.storeAt(own.guideStore()).id();
            guide = brand.guideAt(own.guide()).id();
            boundUntilMs = own.boundUntilMs();
            boundAt = own.boundAt();
        }
        if (own.group() != 0) {
            group = brand.groupAt(own.group()).id();
            joinedAt = own.joinedAt();
        }
        inviter = own.inviter();
        invitedAt = own.invitedAt();
        invited = own.invited();
        touchAt = own.touchAt();
        touchTimeMs = own.touchTimeMs();
        touchKind = touchAt == 0 ? 0 : own.touchKind().code();
        showTrail(viewers);
    }

    private void showTrail(final ViewerTable viewers) {
        long hand = inviter;
        while (hand != 0 && hands < inviters.length) {
            inviters[hands] = hand;
            invitedAts[hands] = viewers.invitedAtOf(hand);
            hands++;
            hand = viewers.inviterOf(hand);
        }
        more = hand != 0;
    }

    private void clear() {
        viewer = 0;
        memberSinceMs = 0;
        store = 0;
        guide = 0;
        boundUntilMs = 0;
        boundAt = 0;
        group = 0;
        joinedAt = 0;
        inviter = 0;
        invitedAt = 0;
        invited = 0;
        touchAt = 0;
        touchTimeMs = 0;
        touchKind = 0;
        hands = 0;
        more = false;
    }

    /** The viewer; 0 when nothing is known. */
    public long viewer() {
        return viewer;
    }

    /** Since when a member, epoch ms. */
    public long memberSinceMs() {
        return memberSinceMs;
    }

    /** The store of the binding to the guide. */
    public long store() {
        return store;
    }

    /** The guide the viewer is bound to, also when that is over. */
    public long guide() {
        return guide;
    }

    /** When the binding ends, epoch ms, exclusive; Long.MAX_VALUE for never. */
    public long boundUntilMs() {
        return boundUntilMs;
    }

    /** Record that bound the viewer. */
    public long boundAt() {
        return boundAt;
    }

    /** The group. */
    public long group() {
        return group;
    }

    /** Record in which the viewer joined it. */
    public long joinedAt() {
        return joinedAt;
    }

    /** Who invited the viewer. */
    public long inviter() {
        return inviter;
    }

    /** Record in which the viewer was invited. */
    public long invitedAt() {
        return invitedAt;
    }

    /** Number of viewers whom this one invited. */
    public int invited() {
        return invited;
    }

    /** Record of the last touch. */
    public long touchAt() {
        return touchAt;
    }

    /** Core time of the last touch, epoch ms. */
    public long touchTimeMs() {
        return touchTimeMs;
    }

    /** Code of the last touch's {@link io.sluice.engine.protocol.TouchKind}. */
    public int touchKind() {
        return touchKind;
    }

    /** Number of hands shown of the trail: the first is the inviter's. */
    public int hands() {
        return hands;
    }

    /** Who a hand of the trail is. */
    public long hand(final int index) {
        return inviters[index];
    }

    /** Record in which that one was invited in turn. */
    public long handInvitedAt(final int index) {
        return invitedAts[index];
    }

    /** Whether the trail goes on. */
    public boolean hasMore() {
        return more;
    }
}
