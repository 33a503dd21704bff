package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.OfferBuilder.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RoomState;
import org.junit.jupiter.api.Test;

/** Campaigns, coupons and what they take off in a saved state. */
class CouponSnapshotTest {
    private static final long VIEWER = Shop.VIEWER;
    private static final long LISTED = 51;
    private static final long WATCHED = 52;
    private static final long OTHER = 102;
    private static final long OTHER_FEN = 333;

    private final CouponShop shop = CouponShop.open();

    @Test
    void allOfItIsTheSameAfterwards() {
        lived();
        final CouponShop reloaded = shop.reloaded();

        assertThat(reloaded.core().stateHash()).isEqualTo(shop.core().stateHash());
        for (final long viewer : new long[] {VIEWER, 8, 9}) {
            assertThat(reloaded.coupons(viewer)).usingRecursiveComparison().isEqualTo(shop.coupons(viewer));
        }
        for (long order = 1; order <= shop.core().orders(); order++) {
            assertThat(reloaded.shop().find(order).picture())
                    .usingRecursiveComparison()
                    .isEqualTo(shop.shop().find(order).picture());
        }
        assertThat(reloaded.campaign()).usingRecursiveComparison().isEqualTo(shop.campaign());
    }

    @Test
    void eachOfManyOrdersHasItsOwnDiscountsAfterALoadAsBefore() {
        shop.shop().sell(offer(OTHER).of(12).at(OTHER_FEN), 1_000);
        shop.giving(campaign().taking(2_500, 1_000).many(1_000));
        for (int i = 1; i <= 300; i++) {
            final long viewer = 1_000L + i;
            final OrderBuilder order =
                    i % 3 == 0 ? OrderBuilder.order("plain-" + i) : shop.order(shop.coupon(viewer, CAMPAIGN));
            shop.shop()
                    .cancel(
                            viewer,
                            shop.shop()
                                    .reserve(order.by(viewer)
                                            .of(OTHER, 1 + i % 4)
                                            .of(OTHER, 1)));
        }
        final CouponShop reloaded = shop.reloaded();

        for (int i = 1; i <= 300; i++) {
            for (final CouponShop each : new CouponShop[] {shop, reloaded}) {
                final OrderPicture picture = each.shop().find(i).picture();
                final long costFen = OTHER_FEN * (2L + i % 4);
                final long discountFen = i % 3 == 0 ? 0 : costFen / 4;
                assertThat(picture.discountFen()).isEqualTo(discountFen);
                assertThat(picture.discountFen(0) + picture.discountFen(1)).isEqualTo(discountFen);
                assertThat(picture.totalFen()).isEqualTo(costFen - discountFen);
            }
        }
    }

    @Test
    void itGoesOnAsItWouldHave() {
        final long paid = lived();
        final CouponShop reloaded = shop.reloaded();

        for (final CouponShop each : new CouponShop[] {shop, reloaded}) {
            assertThat(each.claim(VIEWER, "first").outcome()).isEqualTo(Outcome.REPEATED);
            assertThat(each.claim(VIEWER, "more").outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(each.claim(VIEWER, "too-many").outcome()).isEqualTo(Outcome.CLAIM_LIMIT);
            assertThat(each.claim(8, LISTED, "k").outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(each.claim(9, LISTED, "k").outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
            assertThat(each.rain(CAMPAIGN, Shop.ROOM, 1, 1).outcome()).isEqualTo(Outcome.RAIN_FALLS);
            assertThat(each.watch(Shop.ROOM, 8, 1).outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(each.giveBack(paid, Shop.OFFER, 1).amountFen())
                    .isEqualTo(Shop.PRICE_FEN - CampaignBuilder.DISCOUNT_FEN / 2);
            each.shop().changeRoomState(Shop.ROOM, RoomState.ENDED);
            assertThat(each.claim(8, WATCHED, "k").outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(each.claim(9, WATCHED, "k").outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        }
        assertThat(reloaded.core().stateHash()).isEqualTo(shop.core().stateHash());
    }

    @Test
    void loadingTakesAllThatWasSaved() {
        lived();
        final StateBytes state = new StateBytes();
        shop.core().save(state);
        new FlashCore(CoreReserves.NONE).load(state);

        assertThat(state.isUsedUp()).isTrue();
    }

    @Test
    void everyCommandThatChangesSomethingChangesTheHash() {
        final long[] hashes = {
            hash(),
            after(shop.watch(Shop.ROOM, 8, 1)),
            after(shop.watch(Shop.ROOM, 8, 1)),
            after(shop.put(campaign().each(2))),
            after(shop.put(campaign().each(2), "Other")),
            after(shop.put(campaign().each(3).raining())),
            after(shop.rain(CAMPAIGN, Shop.ROOM, 5, 10)),
            after(shop.invite(CAMPAIGN, 9)),
            after(shop.invite(CAMPAIGN, 9)),
            after(shop.claim(VIEWER, "k")),
            after(shop.shop().place(shop.order(1))),
            after(shop.shop().cancel(VIEWER, 1))
        };

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void refusalsAndRepetitionsChangeNothing() {
        lived();
        final long before = hash();

        assertThat(after(shop.put(campaign().of(999)))).isEqualTo(before);
        assertThat(after(shop.invite(99, 1))).isEqualTo(before);
        assertThat(after(shop.watch(99, 1, 1))).isEqualTo(before);
        assertThat(after(shop.rain(LISTED, Shop.ROOM, 1, 1))).isEqualTo(before);
        assertThat(after(shop.claim(9, LISTED, "k"))).isEqualTo(before);
        assertThat(after(shop.claim(VIEWER, "first"))).isEqualTo(before);
    }

    /** So a state from before there was any of it has the bytes and the hash that it always had. */
    @Test
    void whereThereIsNoneOfItNotAByteIsSavedOfIt() {
        final StateHash before = shop.core().digest();
        shop.claim(VIEWER, "k");
        shop.invite(CAMPAIGN, VIEWER);
        shop.ordered(OrderBuilder.order("refused").in(99));
        assertThat(shop.core().digest().bytes()).isGreaterThan(before.bytes());
        final CouponShop without = CouponShop.open();
        without.ordered(OrderBuilder.order("refused").in(99));

        assertThat(shop.core().digest().bytes())
                .isEqualTo(without.core().digest().bytes());
    }

    /** Watching alone is worth keeping: the campaign that asks for it may come later. */
    @Test
    void whatWasWatchedIsSavedAlsoBeforeThereIsACampaign() {
        shop.watch(Shop.ROOM, VIEWER, 60);
        final CouponShop reloaded = shop.reloaded();
        reloaded.giving(campaign().toWhoWatched(Shop.ROOM, 60));
        reloaded.shop().changeRoomState(Shop.ROOM, RoomState.ENDED);

        assertThat(reloaded.claimed(VIEWER)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aCampaignThatNoCommandMakesIsRefused() {
        final StateBytes state = new StateBytes();
        state.putLong(7);
        Text.save(new byte[] {'t'}, state);
        final int zeroes = 3 * Long.BYTES + 7 * Long.BYTES + 100;
        for (int i = 0; i < zeroes; i += Integer.BYTES) {
            state.putInt(0);
        }

        assertThatThrownBy(() -> Campaign.load(state)).hasMessage("campaign=7 has terms that no command makes");
    }

    /** Something of everything; answers a paid order of 2 units with a coupon. */
    private long lived() {
        shop.giving(campaign(LISTED).to(Audience.LISTED))
                .giving(campaign(WATCHED).toWhoWatched(Shop.ROOM, 60).of(Shop.OFFER))
                .giving(campaign().each(3).raining().comingBack());
        shop.invite(LISTED, 8);
        shop.watch(Shop.ROOM, 8, 60);
        shop.watch(Shop.ROOM, 9, 59);
        shop.raining(5);
        final long used = shop.claim(VIEWER, "first").detail();
        final long held = shop.claim(VIEWER, "second").detail();
        shop.coupon(9, CAMPAIGN);
        final long paid = shop.shop().reserve(shop.order(used).of(Shop.OFFER, 2));
        shop.pay(paid);
        shop.shop().cancel(VIEWER, shop.shop().reserve(shop.order(held)));
        shop.shop().reserve(shop.order(held));
        return paid;
    }

    private long after(final Decision decision) {
        assertThat(decision.sequence()).isPositive();
        return hash();
    }

    private long hash() {
        return shop.core().stateHash();
    }
}
