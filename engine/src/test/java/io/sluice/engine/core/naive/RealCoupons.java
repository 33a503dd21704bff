package io.sluice.engine.core.naive;

import io.sluice.engine.core.Ascii;
import io.sluice.engine.core.CampaignTerms;
import io.sluice.engine.core.CountRequest;
import io.sluice.engine.core.CouponPage;
import io.sluice.engine.core.Coupons;
import io.sluice.engine.core.Decision;
import io.sluice.engine.protocol.ProtocolLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The coupons of the core under test, with requests reused as the engine reuses them. */
final class RealCoupons {
    private final Coupons coupons;
    private final CampaignTerms terms = new CampaignTerms();
    private final CountRequest viewers = new CountRequest();
    private final CouponPage page = new CouponPage();
    private final Ascii key = new Ascii(ProtocolLimits.MAX_KEY_BYTES);

    RealCoupons(final Coupons coupons) {
        this.coupons = coupons;
    }

    void put(final Command.PutCampaign command, final Decision decision) {
        final Command.Off off = command.off();
        final Command.Supply supply = command.supply();
        final Command.Crowd crowd = command.crowd();
        terms.discount(off.discountFen(), off.basisPoints(), off.minimumFen(), off.flash(), off.comesBack())
                .supply(supply.budgetFen(), supply.count(), supply.perViewer())
                .cost(supply.points())
                .claims(supply.claimFromMs(), supply.claimToMs(), supply.validMs(), supply.rain())
                .audience()
                .set(crowd.kind())
                .near(crowd.store(), crowd.radiusMetres())
                .watched(crowd.room(), crowd.watchedSeconds())
                .member(crowd.memberMs());
        command.offers().forEach(terms::addOffer);
        coupons.putCampaign(command.campaign(), terms, command.title().getBytes(StandardCharsets.UTF_8), decision);
    }

    void invite(final Command.InviteToCampaign command, final Decision decision) {
        viewers.clear();
        command.viewers().forEach(viewer -> viewers.add(viewer, 1));
        coupons.invite(command.campaign(), viewers, decision);
    }

    void watch(final Command.NoteWatched command, final Decision decision) {
        viewers.clear();
        command.viewers().forEach(each -> viewers.add(each.viewer(), each.seconds()));
        coupons.noteWatched(command.room(), viewers, decision);
    }

    void rain(final Command.StartRain command, final Decision decision) {
        coupons.startRain(command.campaign(), command.room(), command.count(), command.durationMs(), decision);
    }

    void claim(final Command.ClaimCoupon command, final Decision decision) {
        key.set(command.key());
        coupons.claim(command.viewer(), command.campaign(), command.latitudeE6(), command.longitudeE6(), key, decision);
    }

    Verdict.Coupons shown(final Command.FindCoupons query) {
        coupons.show(query.viewer(), query.before(), page.atMost(query.maximum()));
        final List<Verdict.Coupon> shown = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            shown.add(new Verdict.Coupon(
                    page.number(i),
                    page.campaign(i),
                    page.state(i),
                    page.claimedAt(i),
                    page.claimedAtMs(i),
                    page.expiresAtMs(i),
                    page.order(i),
                    page.isByPosition(i),
                    page.discountFen(i),
                    page.basisPoints(i),
                    page.minimumFen(i)));
        }
        return new Verdict.Coupons(page.hasMore(), shown);
    }

    /** Of every campaign, what was claimed of it and what that may cost. */
    List<List<Long>> taken() {
        final List<List<Long>> taken = new ArrayList<>();
        coupons.forEachCampaign(
                campaign -> taken.add(List.of(campaign.id(), (long) campaign.claimed(), campaign.takenFen())));
        return taken;
    }
}
