package io.sluice.engine.core;

import io.sluice.engine.protocol.AttributionRule;

/**
 * Asks the rules of the policy in their order who brought an order; the first that names a store, a guide or a group
 * decides. What it leaves open is filled in: the guide of a group, the home store of a guide, the group the viewer is in.
 * Inviters are asked for beside it, for nobody brings an order in anybody's place. Allocates nothing.
 */
final class AttributionLadder {
    private final AttributionPolicy policy;
    private final Brand brand;
    private final ViewerTable viewers;
    private final Trail trail;
    private final Viewer ownInviter = new Viewer();
    private long buyer;
    private Store store;
    private Guide guide;
    private Group group;
    private long touchSequence;

    AttributionLadder(final AttributionPolicy policy, final Brand brand, final ViewerTable viewers) {
        this.policy = policy;
        this.brand = brand;
        this.viewers = viewers;
        trail = new Trail(viewers);
    }

    /** Decides who brought an order of {@code viewer} that is placed in {@code room} now. */
    void attribute(
            final OrderRequest request,
            final Viewer viewer,
            final Room room,
            final long nowMs,
            final Attribution attribution) {
        final Touch carried = request.touch();
        if (policy.version() == 0) {
            attribution.who(carried.store(), carried.guide(), carried.group());
            attribution.invitedBy(carried.inviter(), 0);
            attribution.why(AttributionRule.CARRIED, 0, 0);
            return;
        }
        buyer = request.viewer();
        final long inviterCarried = mayInvite(carried.inviter()) ? carried.inviter() : 0;
        final AttributionRule rule = firstRule(carried, room, viewer, nowMs);
        fillIn(viewer.group());
        attribution.who(idOf(store), idOf(guide), idOf(group));
        attribution.why(rule, touchSequence, policy.version());
        if (inviterCarried == 0) {
            attribution.invitedBy(viewer.inviter(), viewers.inviterAt(viewer.inviterPlace()));
        } else {
            attribution.invitedBy(inviterCarried, viewers.inviterOf(inviterCarried));
        }
    }

    private AttributionRule firstRule(final Touch carried, final Room room, final Viewer viewer, final long nowMs) {
        for (int i = 0; i < policy.rules(); i++) {
            final AttributionRule rule = policy.rule(i);
            name(null, null, null, 0);
            final boolean applies =
                    switch (rule) {
                        case CARRIED -> carried(carried, nowMs);
                        case GUIDE_BINDING -> binding(viewer, nowMs);
                        case GROUP -> group(viewer);
                        case LAST_TOUCH -> lastTouch(viewer, nowMs);
                        case ROOM_HOST -> host(room);
                        case NONE, NOBODY -> false;
                    };
            if (applies) {
                return rule;
            }
        }
        name(null, null, null, 0);
        return AttributionRule.NOBODY;
    }

    private boolean carried(final Touch carried, final long nowMs) {
        return named(
                brand.store(carried.store()),
                brand.guide(carried.guide()),
                brand.group(carried.group()),
                carried.inviter(),
                0,
                nowMs);
    }

    private boolean binding(final Viewer viewer, final long nowMs) {
        final Guide bound = brand.guideAt(viewer.guide());
        if (!viewer.isBoundAt(nowMs) || !bound.mayBring(buyer)) {
            return false;
        }
        return name(brand.storeAt(viewer.guideStore()), bound, null, viewer.boundAt());
    }

    private boolean group(final Viewer viewer) {
        return name(null, null, brand.groupAt(viewer.group()), viewer.joinedAt());
    }

    private boolean lastTouch(final Viewer viewer, final long nowMs) {
        return viewer.touchAt() != 0
                && nowMs - viewer.touchTimeMs() <= policy.touchWindowMs()
                && named(
                        brand.storeAt(viewer.touchStore()),
                        brand.guideAt(viewer.touchGuide()),
                        brand.groupAt(viewer.touchGroup()),
                        viewer.touchInviter(),
                        viewer.touchAt(),
                        nowMs);
    }

    private boolean host(final Room room) {
        final boolean hosts = room.hostGuide() != null && room.hostGuide().mayBring(buyer);
        return name(room.hostStore(), hosts ? room.hostGuide() : null, null, room.hostedAt());
    }

    /** A touch that names nobody but an inviter leads to the inviter's own guide: what customers bring stays with theirs. */
    private boolean named(
            final Store namedStore,
            final Guide namedGuide,
            final Group namedGroup,
            final long inviter,
            final long sequence,
            final long nowMs) {
        final Guide brings = namedGuide != null && namedGuide.mayBring(buyer) ? namedGuide : null;
        if (namedStore != null || namedGuide != null || namedGroup != null) {
            return name(namedStore, brings, namedGroup, sequence);
        }
        final Viewer host = mayInvite(inviter) ? viewers.find(inviter, ownInviter) : null;
        if (host == null || !host.isBoundAt(nowMs)) {
            return false;
        }
        final Guide own = brand.guideAt(host.guide());
        return own.mayBring(buyer) && name(brand.storeAt(host.guideStore()), own, null, sequence);
    }

    private boolean name(final Store namedStore, final Guide namedGuide, final Group namedGroup, final long sequence) {
        store = namedStore;
        guide = namedGuide;
        group = namedGroup;
        touchSequence = sequence;
        return namedStore != null || namedGuide != null || namedGroup != null;
    }

    private void fillIn(final int home) {
        if (guide == null && group != null && group.guide().mayBring(buyer)) {
            guide = group.guide();
        }
        if (guide != null) {
            store = guide.storeFor(store, group);
        } else if (store == null && group != null) {
            store = group.store();
        }
        if (group == null) {
            group = brand.groupAt(home);
        }
    }

    /**
     * Whom the buyer brought, and the buyer, bring nothing in turn: neither themselves nor their guide. Nor does who was passed
     * on by so many hands that the buyer may be one of them.
     */
    private boolean mayInvite(final long inviter) {
        return inviter != 0 && trail.check(buyer, inviter) == Trail.Finding.FREE;
    }

    private static long idOf(final Store named) {
        return named == null ? 0 : named.id();
    }

    private static long idOf(final Guide named) {
        return named == null ? 0 : named.id();
    }

    private static long idOf(final Group named) {
        return named == null ? 0 : named.id();
    }
}
