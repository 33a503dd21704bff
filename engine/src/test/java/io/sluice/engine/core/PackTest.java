package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command that makes an offer a pack. */
class PackTest {
    private static final long OTHER_CAMPAIGN = 51;
    private static final long UNKNOWN = 99;

    private final CouponShop shop = CouponShop.open()
            .giving(campaign().to(Audience.BUYERS))
            .giving(campaign(OTHER_CAMPAIGN).to(Audience.BUYERS));

    @Test
    void anOfferIsAPackFromThenOn() {
        final Decision decision = shop.putPack(Shop.OFFER, CAMPAIGN, 5);

        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(packs()).containsExactly(new Pack(Shop.OFFER, CAMPAIGN, 5, decision.sequence()));
    }

    @Test
    void packsAreShownOldestFirst() {
        shop.shop().sell(OfferBuilder.offer(101).of(11), 10);
        shop.putPack(101, OTHER_CAMPAIGN, 1);
        shop.putPack(Shop.OFFER, CAMPAIGN, ProtocolLimits.MAX_VOUCHERS);

        assertThat(packs()).extracting(Pack::offer).containsExactly(101L, Shop.OFFER);
    }

    @Test
    void theSameAgainIsRepeated() {
        final long since = shop.putPack(Shop.OFFER, CAMPAIGN, 5).sequence();

        assertThat(shop.putPack(Shop.OFFER, CAMPAIGN, 5).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(packs()).extracting(Pack::since).containsExactly(since);
    }

    /** Whose vouchers are sold nobody can be told they are not good any more. */
    @Test
    void theSameAgainIsRepeatedAlsoWhenTheCampaignIsForOthersSince() {
        shop.packing(Shop.OFFER, 5).giving(campaign().to(Audience.EVERYBODY));

        assertThat(shop.putPack(Shop.OFFER, CAMPAIGN, 5).outcome()).isEqualTo(Outcome.REPEATED);
    }

    @Test
    void aPackStaysWhatItIs() {
        shop.packing(Shop.OFFER, 5);

        for (final Decision other : List.of(
                shop.putPack(Shop.OFFER, CAMPAIGN, 6),
                shop.putPack(Shop.OFFER, OTHER_CAMPAIGN, 5),
                shop.putPack(Shop.OFFER, UNKNOWN, 5))) {
            assertThat(other.outcome()).isEqualTo(Outcome.PACK_FIXED);
            assertThat(other.detail()).isEqualTo(5);
        }
        assertThat(packs()).extracting(Pack::units).containsExactly(5);
    }

    @Test
    void noUnitsOrMoreThanAnOrderMayGiveAreInvalidWhateverElseIsWrong() {
        shop.packing(Shop.OFFER, 5);

        for (final int units : new int[] {Integer.MIN_VALUE, -1, 0, ProtocolLimits.MAX_VOUCHERS + 1}) {
            assertThat(shop.putPack(Shop.OFFER, CAMPAIGN, units).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
            assertThat(shop.putPack(UNKNOWN, UNKNOWN, units).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        }
    }

    @Test
    void anOfferThatThereIsNotIsRefusedBeforeItsCampaign() {
        assertThat(shop.putPack(UNKNOWN, UNKNOWN, 5).outcome()).isEqualTo(Outcome.OFFER_UNKNOWN);
        assertThat(shop.putPack(UNKNOWN, CAMPAIGN, 5).outcome()).isEqualTo(Outcome.OFFER_UNKNOWN);
        assertThat(shop.putPack(Shop.OFFER, UNKNOWN, 5).outcome()).isEqualTo(Outcome.CAMPAIGN_UNKNOWN);
    }

    @Test
    void aCampaignThatIsNotForBuyersHasNoVouchers() {
        for (final Audience audience : new Audience[] {Audience.EVERYBODY, Audience.LISTED}) {
            shop.giving(campaign().to(audience));

            final Decision decision = shop.putPack(Shop.OFFER, CAMPAIGN, 5);

            assertThat(decision.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
            assertThat(decision.detail()).isEqualTo(audience.code());
        }
        assertThat(packs()).isEmpty();
    }

    @Test
    void nobodyClaimsWhatIsForBuyers() {
        shop.packing(Shop.OFFER, 1);
        shop.shop().buy(shop.order());

        final Decision claim = shop.claim(Shop.VIEWER, "k");

        assertThat(claim.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(claim.detail()).isEqualTo(Audience.BUYERS.code());
    }

    private List<Pack> packs() {
        final List<Pack> packs = new ArrayList<>();
        shop.core().packs().forEach(packs::add);
        return packs;
    }
}
