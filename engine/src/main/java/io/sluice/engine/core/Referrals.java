package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.TouchEffect;
import io.sluice.engine.protocol.TouchKind;

/**
 * Who brought whom: notes touches, and what they bind, and takes the operators' lists of who belongs to whom. Both refuse
 * first and change last.
 */
final class Referrals {
    private final Catalogue catalogue;
    private final Brand brand;
    private final ViewerTable viewers;
    private final AttributionPolicy policy;
    private final Points points;
    private final Trail trail;
    private final Viewer ownViewer = new Viewer();
    private final Viewer ownInviter = new Viewer();
    private final Places places = new Places();

    Referrals(
            final Catalogue catalogue,
            final Brand brand,
            final ViewerTable viewers,
            final AttributionPolicy policy,
            final Points points) {
        this.catalogue = catalogue;
        this.brand = brand;
        this.viewers = viewers;
        this.policy = policy;
        this.points = points;
        this.trail = new Trail(viewers);
    }

    void noteTouch(final TouchRequest request, final Decision decision) {
        if (!request.isValid()) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (!refusesTouch(request, decision)) {
            decision.accept(Outcome.ACCEPTED).detail(note(request, decision));
        }
    }

    void putViewers(final ViewersRequest request, final Decision decision) {
        if (!request.isValid()) {
            decision.refuse(Outcome.COMMAND_INVALID);
            return;
        }
        for (int i = 0; i < request.size(); i++) {
            if (refusesEntry(request, i, decision)) {
                return;
            }
        }
        if (!hasRoomFor(request)) {
            decision.refuse(Outcome.CAPACITY);
            return;
        }
        for (int i = 0; i < request.size(); i++) {
            put(request, i, decision);
        }
        decision.accept(Outcome.ACCEPTED).detail(request.size());
    }

    private boolean refusesTouch(final TouchRequest request, final Decision decision) {
        final Touch touch = request.touch();
        final Store store = brand.store(touch.store());
        final Guide guide = brand.guide(touch.guide());
        final Offer offer = catalogue.offer(request.offer());
        if (!viewers.hasRoomFor(newlyKnownBy(request))) {
            return refuse(Outcome.CAPACITY, 0, decision);
        }
        if (request.room() != 0 && catalogue.room(request.room()) == null) {
            return refuse(Outcome.ROOM_UNKNOWN, 0, decision);
        }
        if (request.offer() != 0
                && (offer == null || (request.room() != 0 && offer.room().id() != request.room()))) {
            return refuse(Outcome.OFFER_UNKNOWN, 0, decision);
        }
        if (touch.store() != 0 && store == null) {
            return refuse(Outcome.STORE_UNKNOWN, touch.store(), decision);
        }
        if (touch.guide() != 0 && (guide == null || !guide.isActive())) {
            return refuse(Outcome.GUIDE_UNKNOWN, touch.guide(), decision);
        }
        if (touch.group() != 0 && brand.group(touch.group()) == null) {
            return refuse(Outcome.GROUP_UNKNOWN, touch.group(), decision);
        }
        if (guide != null && store != null && !guide.worksIn(store)) {
            return refuse(Outcome.GUIDE_ELSEWHERE, guide.store(0).id(), decision);
        }
        if (guide != null && guide.viewer() == request.viewer()) {
            return refuse(Outcome.SELF_REFERRAL, 0, decision);
        }
        return refusesInviter(request.viewer(), touch.inviter(), trailOf(request), decision);
    }

    private Trail.Finding trailOf(final TouchRequest request) {
        final long inviter = request.touch().inviter();
        return inviter == 0 ? Trail.Finding.FREE : trail.check(request.viewer(), inviter);
    }

    private static boolean refusesInviter(
            final long viewer, final long inviter, final Trail.Finding finding, final Decision decision) {
        if (inviter == viewer) {
            return refuse(Outcome.SELF_REFERRAL, 0, decision);
        }
        return switch (finding) {
            case FREE -> false;
            case CIRCLE -> refuse(Outcome.CIRCLE_REFERRAL, inviter, decision);
            case TOO_LONG -> refuse(Outcome.TRAIL_TOO_LONG, inviter, decision);
        };
    }

    /** Past the last refusal. Who was invited once stays so for good. */
    private int note(final TouchRequest request, final Decision decision) {
        final Touch touch = request.touch();
        final Viewer viewer = viewers.know(request.viewer(), ownViewer);
        places.set(
                touch.store() == 0 ? 0 : brand.store(touch.store()).place(),
                touch.guide() == 0 ? 0 : brand.guide(touch.guide()).place(),
                touch.group() == 0 ? 0 : brand.group(touch.group()).place());
        viewer.touch(request, places, decision.sequence(), decision.timeMs());
        int followed = 0;
        if (touch.inviter() != 0 && viewer.inviter() == 0) {
            viewers.invite(viewer, touch.inviter(), ownInviter, decision.sequence());
            followed |= TouchEffect.INVITED.bit();
            points.onInvited(touch.inviter(), decision);
        }
        if (request.kind() == TouchKind.JOINED) {
            viewer.join(places.group(), decision.sequence());
            followed |= TouchEffect.JOINED.bit();
        }
        return followed | bind(viewer, touch.inviter(), decision);
    }

    /** Binds to the guide whom the touch leads to: the one it names, the group's, or the inviter's own. */
    private int bind(final Viewer viewer, final long inviter, final Decision decision) {
        Guide guide = brand.guideAt(places.guide());
        Store store = brand.storeAt(places.store());
        final Group group = brand.groupAt(places.group());
        if (guide == null && group != null) {
            guide = group.guide();
        }
        if (guide == null && store == null && inviter != 0) {
            final Viewer host = viewers.find(inviter, ownInviter);
            if (host != null && host.isBoundAt(decision.timeMs())) {
                guide = brand.guideAt(host.guide());
                store = brand.storeAt(host.guideStore());
            }
        }
        if (guide == null || !guide.mayBring(viewer.id()) || !mayBind(viewer, guide, decision.timeMs())) {
            return 0;
        }
        bind(viewer, guide, guide.storeFor(store, group), decision);
        return TouchEffect.BOUND.bit();
    }

    private boolean mayBind(final Viewer viewer, final Guide guide, final long nowMs) {
        return switch (policy.binding()) {
            case NEVER -> false;
            case FIRST_TOUCH -> !isKept(viewer, nowMs) || viewer.guide() == guide.place();
            case LAST_TOUCH -> true;
        };
    }

    /** Whether the viewer has a guide already; one who has left keeps nobody. */
    private boolean isKept(final Viewer viewer, final long nowMs) {
        return viewer.isBoundAt(nowMs) && brand.guideAt(viewer.guide()).mayBring(viewer.id());
    }

    /** A binding that is only prolonged keeps the record that made it, and never ends sooner for it. */
    private void bind(final Viewer viewer, final Guide guide, final Store store, final Decision decision) {
        final long untilMs = policy.boundUntilMs(decision.timeMs());
        if (viewer.isBoundAt(decision.timeMs()) && viewer.guide() == guide.place()) {
            viewer.boundUntil(Math.max(untilMs, viewer.boundUntilMs()));
        } else {
            viewer.bind(guide.place(), store.place(), untilMs, decision.sequence());
        }
    }

    private boolean refusesEntry(final ViewersRequest request, final int entry, final Decision decision) {
        final long viewer = request.viewer(entry);
        final Guide guide = brand.guide(request.guide(entry));
        final long inviter = request.inviter(entry);
        boolean refused = true;
        if (!request.isValid(entry)) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (request.guide(entry) != 0 && (guide == null || !guide.isActive())) {
            decision.refuse(Outcome.GUIDE_UNKNOWN, request.guide(entry));
        } else if (request.group(entry) != 0 && brand.group(request.group(entry)) == null) {
            decision.refuse(Outcome.GROUP_UNKNOWN, request.group(entry));
        } else if (guide != null && guide.viewer() == viewer) {
            decision.refuse(Outcome.SELF_REFERRAL);
        } else {
            refused = inviter != 0
                    && refusesInviter(viewer, inviter, trail.check(viewer, inviter, request, entry), decision);
        }
        return refused && decision.refuseLine(decision.outcome(), entry, decision.detail());
    }

    private boolean hasRoomFor(final ViewersRequest request) {
        int more = 0;
        for (int i = 0; i < request.size(); i++) {
            more += newlyKnown(request.viewer(i));
            more += request.namesInviterElsewhere(i) ? 0 : newlyKnown(request.inviter(i));
        }
        return viewers.hasRoomFor(more);
    }

    private void put(final ViewersRequest request, final int entry, final Decision decision) {
        final Viewer viewer = viewers.know(request.viewer(entry), ownViewer);
        viewer.memberSince(request.memberSinceMs(entry));
        if (viewer.inviter() != request.inviter(entry)) {
            if (viewer.inviter() != 0) {
                viewers.know(viewer.inviter(), ownInviter).addInvited(-1);
            }
            viewers.invite(viewer, request.inviter(entry), ownInviter, decision.sequence());
        }
        final Guide guide = brand.guide(request.guide(entry));
        if (guide == null) {
            viewer.bind(0, 0, 0, 0);
        } else {
            bind(viewer, guide, guide.store(0), decision);
        }
        final Group group = brand.group(request.group(entry));
        final int place = group == null ? 0 : group.place();
        if (viewer.group() != place) {
            viewer.join(place, place == 0 ? 0 : decision.sequence());
        }
    }

    /** Who has an inviter takes no other, and a known viewer's touch is taken by a full table, too. */
    private int newlyKnownBy(final TouchRequest request) {
        final long inviter = request.touch().inviter();
        final boolean takesInviter = inviter != request.viewer() && viewers.inviterOf(request.viewer()) == 0;
        return newlyKnown(request.viewer()) + (takesInviter ? newlyKnown(inviter) : 0);
    }

    private int newlyKnown(final long viewer) {
        return viewer == 0 || viewers.knows(viewer) ? 0 : 1;
    }

    private static boolean refuse(final Outcome outcome, final long detail, final Decision decision) {
        decision.refuse(outcome, detail);
        return true;
    }
}
