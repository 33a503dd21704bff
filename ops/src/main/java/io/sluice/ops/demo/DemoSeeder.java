package io.sluice.ops.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/**
 * Fills a shop through the operator's API: the brand's stores, guides and groups, the room and who hosts it, its items with
 * category and stock, its offers, who earns what of them, coupons, a pack and points, a store's own room, allotments, a pin; then
 * the room goes live. All of it may be done again but the stock, which adds up: the caller says which items have theirs. Any
 * thread.
 */
public final class DemoSeeder {
    private final DemoBrand brand;
    private final DemoApi api;
    private final DemoOperator operator;
    private final DemoOperator storeOperator;
    private final DemoStoreRoom storeRoom;
    private final Clock clock;

    /**
     * @param host where the gateway listens
     * @param port its public port
     */
    public DemoSeeder(final Vertx vertx, final DemoBrand brand, final String host, final int port) {
        this.brand = brand;
        api = new DemoApi(vertx, host, port);
        operator = new DemoOperator(vertx, api, brand.room().id());
        storeRoom = DemoStoreRoom.of(brand);
        storeOperator = new DemoOperator(vertx, api, storeRoom.id());
        clock = Clock.systemUTC();
    }

    /**
     * Seeds; fails with the first step's refusal that is not mere pressure. Once only.
     *
     * @param stockedItems items that get no stock
     */
    public Future<Void> seed(final Set<Long> stockedItems) {
        final Instant opensAt = clock.instant();
        return operator.token()
                .compose(token -> operator.saveRoom(token, brand.room().title(), opensAt)
                        .compose(saved -> seedBrand(token))
                        .compose(saved -> seedOffers(token, opensAt, stockedItems))
                        .compose(saved -> seedRewards(token, opensAt))
                        .compose(saved -> seedStoreRoom(token, opensAt))
                        .compose(saved -> seedAllotments(token))
                        .compose(saved -> operator.pin(token, brand.offers().get(0)))
                        .compose(pinned -> operator.goLive(token)))
                .eventually(api::close);
    }

    /** Many at once, but guides behind their stores, and groups behind their guides. */
    private Future<Void> seedBrand(final String token) {
        return Lanes.each(brand.stores(), store -> operator.saveStore(token, store))
                .compose(saved -> Lanes.each(brand.guides(), guide -> operator.saveGuide(token, guide)))
                .compose(saved -> Lanes.each(brand.groups(), group -> operator.saveGroup(token, group)))
                .compose(saved -> operator.savePolicy(token))
                .compose(saved -> operator.saveHost(token, brand.guides().get(0)));
    }

    /** One after the other: a shop that fails half way has a clear last step. Plans come last, for one is an offer's own. */
    private Future<Void> seedOffers(final String token, final Instant opensAt, final Set<Long> stockedItems) {
        Future<Void> seeded = Future.succeededFuture();
        for (final DemoOffer offer : brand.offers()) {
            seeded = seeded.compose(before -> seedOffer(token, offer, "GOODS", opensAt, stockedItems));
        }
        seeded = seeded.compose(before -> seedOffer(token, brand.tip(), "TIP", opensAt, stockedItems))
                .compose(before -> seedOffer(token, DemoPack.CAKES.good(), "GOODS", opensAt, stockedItems))
                .compose(before -> seedOffer(token, DemoPack.CAKES.pack(), "GOODS", opensAt, stockedItems))
                .compose(before -> seedItem(token, DemoDrop.CANDLES.offer(), "GOODS", stockedItems))
                .compose(before -> operator.saveDrop(token, DemoDrop.CANDLES, opensAt));
        for (final DemoPlan plan : DemoPlan.ALL) {
            seeded = seeded.compose(before -> operator.savePlan(token, plan));
        }
        return seeded;
    }

    /** The pack comes behind the campaign of its vouchers. */
    private Future<Void> seedRewards(final String token, final Instant opensAt) {
        Future<Void> seeded = Future.succeededFuture();
        for (final DemoCampaign campaign : DemoCampaign.ALL) {
            seeded = seeded.compose(before -> operator.saveCampaign(token, campaign, opensAt));
        }
        seeded = seeded.compose(before -> operator.savePack(token, DemoPack.CAKES));
        for (final DemoPointRule rule : DemoPointRule.ALL) {
            seeded = seeded.compose(before -> operator.savePointRule(token, rule));
        }
        return seeded;
    }

    /** Its item is the brand's, and so is in stock. */
    private Future<Void> seedStoreRoom(final String token, final Instant opensAt) {
        return storeOperator
                .saveRoom(token, storeRoom.title(), opensAt)
                .compose(saved -> storeOperator.saveHost(token, storeRoom.host()))
                .compose(saved -> storeOperator.saveOffer(token, storeRoom.offer(), opensAt))
                .compose(saved -> storeOperator.pin(token, storeRoom.offer()))
                .compose(pinned -> storeOperator.goLive(token));
    }

    /** Behind the rooms that they are for. */
    private Future<Void> seedAllotments(final String token) {
        Future<Void> seeded = Future.succeededFuture();
        for (final DemoAllotment allotment : DemoAllotment.of(brand)) {
            seeded = seeded.compose(before -> operator.setAside(token, allotment));
        }
        return seeded;
    }

    private Future<Void> seedOffer(
            final String token,
            final DemoOffer offer,
            final String kind,
            final Instant opensAt,
            final Set<Long> stockedItems) {
        return seedItem(token, offer, kind, stockedItems).compose(stocked -> operator.saveOffer(token, offer, opensAt));
    }

    private Future<Void> seedItem(
            final String token, final DemoOffer offer, final String kind, final Set<Long> stockedItems) {
        return operator.saveItem(token, offer)
                .compose(saved -> operator.classify(token, offer, kind))
                .compose(classified -> stockedItems.contains(offer.item())
                        ? Future.<Void>succeededFuture()
                        : operator.restock(token, offer, offer.stock()));
    }
}
