package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.List;

/** Who an order is put down to: the rules and what is filled in, as {@code docs/REFERRALS.md} lists them. */
final class NaiveAttribution {
    private static final Named NOBODY = new Named(0, 0, 0, 0);

    private final NaiveBrand brand;
    private final NaiveReferrals referrals;

    NaiveAttribution(final NaiveBrand brand, final NaiveReferrals referrals) {
        this.brand = brand;
        this.referrals = referrals;
    }

    Verdict.Attribution of(final Command.PlaceOrder order, final long nowMs) {
        final Verdict.Touch carried = order.touch();
        if (brand.policy.version() == 0) {
            return new Verdict.Attribution(
                    carried.store(),
                    carried.guide(),
                    carried.group(),
                    carried.inviter(),
                    0,
                    AttributionRule.CARRIED,
                    0,
                    0);
        }
        final long buyer = order.viewer();
        final long carriedInviter = ifMayInvite(carried.inviter(), buyer);
        final long inviter = carriedInviter != 0 ? carriedInviter : referrals.find(buyer).inviter;
        for (final AttributionRule rule : brand.policy.rules()) {
            final Named named =
                    switch (rule) {
                        case CARRIED ->
                            named(
                                    new Verdict.Touch(
                                            carried.store(), carried.guide(), carried.group(), carriedInviter),
                                    buyer,
                                    0,
                                    nowMs);
                        case GUIDE_BINDING -> bound(buyer, nowMs);
                        case GROUP -> grouped(buyer);
                        case LAST_TOUCH -> touched(buyer, nowMs);
                        case ROOM_HOST -> hosted(order);
                        case NONE, NOBODY -> throw new IllegalStateException("a policy with " + rule);
                    };
            if (named.store() != 0 || named.guide() != 0 || named.group() != 0) {
                return filledIn(named, rule, buyer, inviter);
            }
        }
        return filledIn(NOBODY, AttributionRule.NOBODY, buyer, inviter);
    }

    private Named bound(final long buyer, final long nowMs) {
        final NaiveViewer viewer = referrals.find(buyer);
        final long guide = viewer.guideAt(nowMs);
        return brand.mayBring(guide, buyer)
                ? new Named(viewer.binding.store(), guide, 0, viewer.binding.sequence())
                : NOBODY;
    }

    private Named grouped(final long buyer) {
        final NaiveViewer viewer = referrals.find(buyer);
        return new Named(0, 0, viewer.group, viewer.joinedAt);
    }

    private Named touched(final long buyer, final long nowMs) {
        final NaiveViewer.LastTouch last = referrals.find(buyer).lastTouch;
        final boolean isOver = last == null || last.timeMs() + brand.policy.touchWindowMs() < nowMs;
        if (isOver) {
            return NOBODY;
        }
        final Verdict.Touch touch = last.command().touch();
        final long inviter = ifMayInvite(touch.inviter(), buyer);
        return named(
                new Verdict.Touch(touch.store(), touch.guide(), touch.group(), inviter), buyer, last.sequence(), nowMs);
    }

    /** The inviter, 0 for none and for one whom the buyer brought, or may have brought. */
    private long ifMayInvite(final long inviter, final long buyer) {
        final List<Long> trail = referrals.trailOf(inviter);
        final boolean may = inviter != buyer && !trail.contains(buyer) && trail.size() < ProtocolLimits.MAX_TRAIL;
        return may ? inviter : 0;
    }

    private Named hosted(final Command.PlaceOrder order) {
        final NaiveBrand.Host host = brand.hosts.get(order.room());
        if (host == null) {
            return NOBODY;
        }
        final long guide = brand.mayBring(host.guide(), order.viewer()) ? host.guide() : 0;
        return new Named(host.store(), guide, 0, host.sequence());
    }

    /** Whom a touch or code names among those there are; who names none of them leads to the inviter's guide. */
    private Named named(final Verdict.Touch touch, final long buyer, final long sequence, final long nowMs) {
        final long store = brand.stores.containsKey(touch.store()) ? touch.store() : 0;
        final long group = brand.groups.containsKey(touch.group()) ? touch.group() : 0;
        final long guide = brand.mayBring(touch.guide(), buyer) ? touch.guide() : 0;
        if (store != 0 || group != 0 || brand.guides.containsKey(touch.guide())) {
            return new Named(store, guide, group, sequence);
        }
        final NaiveViewer inviter = referrals.find(touch.inviter());
        final long own = inviter.guideAt(nowMs);
        return brand.mayBring(own, buyer) ? new Named(inviter.binding.store(), own, 0, sequence) : NOBODY;
    }

    private Verdict.Attribution filledIn(
            final Named named, final AttributionRule rule, final long buyer, final long inviter) {
        final NaiveBrand.Group group = brand.groups.get(named.group());
        long guide = named.guide();
        if (guide == 0 && group != null && brand.mayBring(group.guide(), buyer)) {
            guide = group.guide();
        }
        long store = named.store();
        if (store == 0 && group != null) {
            store = group.store();
        }
        if (guide != 0 && !brand.guides.get(guide).stores().contains(store)) {
            store = brand.guides.get(guide).home();
        }
        return new Verdict.Attribution(
                store,
                guide,
                named.group() == 0 ? referrals.find(buyer).group : named.group(),
                inviter,
                referrals.find(inviter).inviter,
                rule,
                named.sequence(),
                brand.policy.version());
    }

    /** Whom a rule names, each 0 for none, and the record that decided. */
    private record Named(long store, long guide, long group, long sequence) {}
}
