package io.sluice.engine;

import io.sluice.engine.core.AttributionPolicy;
import io.sluice.engine.core.Brand;
import io.sluice.engine.core.Campaign;
import io.sluice.engine.core.CampaignAudience;
import io.sluice.engine.core.CampaignTerms;
import io.sluice.engine.core.Catalogue;
import io.sluice.engine.core.CommissionPlan;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.Guide;
import io.sluice.engine.core.Item;
import io.sluice.engine.core.Offer;
import io.sluice.engine.core.OfferTerms;
import io.sluice.engine.core.Pack;
import io.sluice.engine.core.PointRule;
import io.sluice.engine.core.Points;
import io.sluice.engine.core.Room;
import io.sluice.engine.core.Stock;
import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.view.AudienceView;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.CampaignView;
import io.sluice.engine.view.GroupView;
import io.sluice.engine.view.GuideView;
import io.sluice.engine.view.HostView;
import io.sluice.engine.view.PackView;
import io.sluice.engine.view.PlanView;
import io.sluice.engine.view.PointBoard;
import io.sluice.engine.view.PointRuleView;
import io.sluice.engine.view.PolicyView;
import io.sluice.engine.view.PriceWindows;
import io.sluice.engine.view.RainView;
import io.sluice.engine.view.RoomBoard;
import io.sluice.engine.view.ShareView;
import io.sluice.engine.view.StoreView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Fills boards from the core's state, where a snapshot has stood in for the records. */
final class BoardLoader {
    private BoardLoader() {}

    /** A board as of the record at which {@code chain} stands. */
    static RoomBoard loadRooms(final FlashCore core, final RecordChain chain) {
        final RoomBoard board = new RoomBoard();
        final Catalogue catalogue = core.catalogue();
        catalogue.forEachRoom(room -> load(board, room));
        catalogue.forEachItem(item -> load(board, item));
        core.brand()
                .forEachGuide(
                        guide -> board.loadGuideHome(guide.id(), guide.store(0).id()));
        catalogue.forEachRoom(room -> {
            final HostView host = hostOf(room);
            board.loadHost(room.id(), host.store(), host.guide());
        });
        catalogue.forEachOffer(offer -> load(board, offer));
        catalogue.allotments().forEach(stock -> load(board, stock));
        catalogue.forEachOffer(offer -> board.loadWaiting(offer.id(), offer.waiting()));
        core.bookings().forEach(board::loadBooking);
        core.forEachTip((room, viewer, fen) -> board.loadTip(room, viewer, fen));
        core.coupons().forEachCampaign(campaign -> board.campaigns().load(viewOf(campaign)));
        core.packs().forEach(pack -> board.loadPack(viewOf(pack)));
        core.talk().forEachHidden((room, comment) -> board.loadHidden(room, comment));
        board.loadedAt(chain.sequence(), chain.timeMs());
        return board;
    }

    /** A board of the brand. */
    static BrandBoard loadBrand(final FlashCore core) {
        final BrandBoard board = new BrandBoard();
        final Brand brand = core.brand();
        brand.forEachStore(store ->
                board.load(new StoreView(store.id(), text(store.name()), store.latitudeE6(), store.longitudeE6())));
        brand.forEachGuide(guide -> board.load(
                new GuideView(guide.id(), text(guide.name()), guide.viewer(), guide.isActive(), storesOf(guide))));
        brand.forEachGroup(group -> board.load(new GroupView(
                group.id(),
                text(group.name()),
                group.store().id(),
                group.guide().id(),
                group.owner())));
        core.catalogue().forEachRoom(room -> board.load(room.id(), hostOf(room)));
        board.load(policyOf(core.attributionPolicy()));
        core.coupons().forEachCampaign(campaign -> board.campaigns().load(viewOf(campaign)));
        core.packs().forEach(pack -> board.campaigns().packs().load(viewOf(pack)));
        load(board.points(), core.points());
        core.talk().words().forEach(word -> board.words().load(text(word)));
        core.commissionPlans().forEach(plan -> board.plans().load(planOf(plan)));
        return board;
    }

    private static HostView hostOf(final Room room) {
        return new HostView(
                room.hostStore() == null ? 0 : room.hostStore().id(),
                room.hostGuide() == null ? 0 : room.hostGuide().id());
    }

    private static PolicyView policyOf(final AttributionPolicy policy) {
        final List<AttributionRule> rules =
                IntStream.range(0, policy.rules()).mapToObj(policy::rule).toList();
        return new PolicyView(policy.version(), rules, policy.binding(), policy.bindingMs(), policy.touchWindowMs());
    }

    private static CampaignView viewOf(final Campaign campaign) {
        final CampaignTerms terms = campaign.terms();
        final CampaignAudience audience = terms.audience();
        return new CampaignView(
                campaign.id(),
                text(campaign.title()),
                new io.sluice.engine.view.CampaignTerms(
                        terms.discountFen(),
                        terms.basisPoints(),
                        terms.minimumFen(),
                        terms.budgetFen(),
                        terms.count(),
                        terms.perViewer(),
                        terms.points(),
                        terms.claimFromMs(),
                        terms.claimToMs(),
                        terms.validMs(),
                        terms.isRain(),
                        terms.flash(),
                        terms.comesBack(),
                        new AudienceView(
                                audience.kind(),
                                audience.store(),
                                audience.radiusMetres(),
                                audience.room(),
                                audience.watchedSeconds(),
                                audience.memberMs()),
                        IntStream.range(0, terms.offers())
                                .mapToObj(terms::offer)
                                .toList()),
                0,
                campaign.claimed(),
                campaign.takenFen(),
                new RainView(campaign.rainRoom(), campaign.rainUntilMs(), campaign.rainLeft()));
    }

    private static PackView viewOf(final Pack pack) {
        return new PackView(pack.offer(), pack.campaign(), pack.units(), pack.since());
    }

    private static void load(final PointBoard board, final Points points) {
        for (final PointReason reason : PointReason.values()) {
            if (reason.hasRule()) {
                final PointRule rule = points.rule(reason);
                board.load(reason, new PointRuleView(rule.points(), rule.dailyCap(), rule.validMs()));
            }
        }
    }

    private static PlanView planOf(final CommissionPlan plan) {
        final List<ShareView> shares = Payee.ALL.stream()
                .map(payee -> new ShareView(payee, plan.basisPoints(payee), plan.fixedFen(payee), plan.capFen(payee)))
                .toList();
        return new PlanView(plan.version(), plan.scope(), plan.target(), plan.returnWindowMs(), shares);
    }

    private static List<Long> storesOf(final Guide guide) {
        return IntStream.range(0, guide.stores())
                .mapToObj(index -> guide.store(index).id())
                .toList();
    }

    private static void load(final RoomBoard board, final Room room) {
        board.loadRoom(room.id(), text(room.title()), text(room.streamUrl()), room.startsAtMs());
        board.loadRoomState(room.id(), room.state(), room.pinnedOffer(), room.likes());
        board.loadSlow(room.id(), room.slowSeconds());
    }

    private static void load(final RoomBoard board, final Item item) {
        board.loadItem(item.id(), text(item.title()), text(item.image()));
        board.loadItemKind(item.id(), item.kind());
        load(board, item.shared());
    }

    private static void load(final RoomBoard board, final Stock stock) {
        board.loadStock(stock.item().id(), stock.kind(), stock.of(), stock.available());
    }

    private static void load(final RoomBoard board, final Offer offer) {
        final OfferTerms terms = offer.terms();
        final long[] windows = new long[terms.windows() * 3];
        for (int i = 0; i < terms.windows(); i++) {
            windows[i * 3] = terms.windowFromMs(i);
            windows[i * 3 + 1] = terms.windowToMs(i);
            windows[i * 3 + 2] = terms.windowPriceFen(i);
        }
        board.loadOffer(
                offer.id(),
                offer.room().id(),
                offer.item().id(),
                new io.sluice.engine.view.OfferTerms(
                        terms.listPriceFen(),
                        terms.opensAtMs(),
                        terms.closesAtMs(),
                        terms.perViewerLimit(),
                        terms.holdSeconds(),
                        terms.turnSeconds(),
                        new PriceWindows(windows)));
    }

    private static String text(final byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
