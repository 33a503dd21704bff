package io.sluice.bench.load.audit;

import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.TakenCoupon;
import java.util.HashMap;
import java.util.Map;

/**
 * The coupons that were claimed, as the journal has them: whose each is, and of a campaign whose terms were put since the run
 * began how many. One thread.
 */
final class CouponBook {
    private final Map<Long, Campaign> campaigns = new HashMap<>();
    private final Map<Long, Long> viewers = new HashMap<>();
    private final Findings findings;
    private final long claimedBefore;

    CouponBook(final Opening opening, final Findings findings) {
        this.findings = findings;
        claimedBefore = opening.claimed();
    }

    /** Enters an event. */
    void enter(final JournalEvent event) {
        if (event.is(JournalEvent.Kind.CAMPAIGN, "ACCEPTED")) {
            campaigns.computeIfAbsent(event.number("campaign"), id -> new Campaign(claimedBefore)).count =
                    event.number("count");
        } else if (event.is(JournalEvent.Kind.CLAIM, "ACCEPTED")) {
            claim(event);
        }
    }

    /** Judges what a viewer was told, by a journal that was read up to {@code lastSequence}. */
    void judge(final TakenCoupon told, final long lastSequence) {
        final Long viewer = viewers.get(told.coupon());
        if (told.sequence() > lastSequence || (viewer != null && viewer == told.viewer())) {
            return;
        }
        findings.add(
                AuditFinding.Kind.LOST,
                "Viewer " + told.viewer() + " was told of coupon " + told.coupon() + " of record " + told.sequence()
                        + (viewer == null
                                ? ", which is not in the journal."
                                : "; in the journal it is of " + viewer + "."));
    }

    private void claim(final JournalEvent event) {
        final long coupon = event.number("coupon");
        if (viewers.putIfAbsent(coupon, event.number("viewer")) != null) {
            findings.add(
                    AuditFinding.Kind.DOUBLED,
                    "Coupon " + coupon + " is claimed once more by record " + event.sequence() + ".");
        }
        final Campaign campaign = campaigns.get(event.number("campaign"));
        if (campaign != null && ++campaign.claimed > campaign.count) {
            findings.add(
                    AuditFinding.Kind.OVERSOLD,
                    "At record " + event.sequence() + " campaign " + event.number("campaign") + " has "
                            + campaign.claimed + " coupons claimed, and there are " + campaign.count + ".");
        }
    }

    /** One campaign. */
    private static final class Campaign {
        private long claimed;
        private long count;

        private Campaign(final long claimed) {
            this.claimed = claimed;
        }
    }
}
