package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignBoardTest {
    private static final long UNTIL_MS = 61_000;
    private static final AudienceView NEAR = new AudienceView(Audience.NEARBY, 1, 3_000, 0, 0, 0);
    private static final CampaignTerms TERMS = terms(false, 10_000);
    private static final CampaignTerms RAIN = terms(true, 100_000);

    private final RecordBuilder records = new RecordBuilder();
    private final CampaignBoard board = new CampaignBoard();

    @Test
    void aCampaignIsWhatItsRecordSays() {
        board.apply(
                records.command(CampaignCommands.putCampaign(5, "新人券", TERMS)).accepted());

        assertThat(board.campaign(5)).isEqualTo(new CampaignView(5, "新人券", TERMS, 1, 0, 0, RainView.NONE));
        assertThat(board.campaign(6)).isNull();
    }

    @Test
    void whatIsClaimedIsCountedWithWhatItMayCost() {
        board.apply(records.command(CampaignCommands.putCampaign(5, "x", TERMS)).accepted());
        board.apply(records.command(CampaignCommands.claimCoupon(5)).accepted(1));
        board.apply(records.command(CampaignCommands.claimCoupon(5)).accepted(2));

        assertThat(board.campaign(5).claimed()).isEqualTo(2);
        assertThat(board.campaign(5).takenFen()).isEqualTo(2 * TERMS.discountFen());
    }

    @Test
    void refusedAndRepeatedClaimsTakeNothing() {
        board.apply(records.command(CampaignCommands.putCampaign(5, "x", TERMS)).accepted());
        board.apply(records.command(CampaignCommands.claimCoupon(5)).decided(Outcome.COUPONS_GONE, 0, 0));
        board.apply(records.command(CampaignCommands.claimCoupon(5)).decided(Outcome.REPEATED, 0, 0));

        assertThat(board.campaign(5).claimed()).isZero();
    }

    @Test
    void otherTermsLeaveWhatIsTaken() {
        board.apply(records.command(CampaignCommands.putCampaign(5, "x", TERMS)).accepted());
        board.apply(records.command(CampaignCommands.claimCoupon(5)).accepted(1));
        board.apply(records.command(CampaignCommands.putCampaign(5, "y", RAIN)).accepted());
        board.apply(records.command(CampaignCommands.putCampaign(5, "z", TERMS)).decided(Outcome.CAPACITY, 0, 0));

        assertThat(board.campaign(5))
                .isEqualTo(new CampaignView(5, "y", RAIN, 3, 1, TERMS.discountFen(), RainView.NONE));
    }

    @Test
    void aRainFallsUntilItsTimeOrUntilNoneIsLeft() {
        board.apply(records.command(CampaignCommands.putCampaign(5, "x", RAIN)).accepted());
        board.apply(records.command(CampaignCommands.startRain(5, 7, 2)).accepted(UNTIL_MS));

        assertThat(board.rainIn(7, UNTIL_MS - 1).id()).isEqualTo(5);
        assertThat(board.rainIn(7, UNTIL_MS)).isNull();
        assertThat(board.rainIn(8, 1_000)).isNull();

        board.apply(records.command(CampaignCommands.claimCoupon(5)).accepted(1));
        assertThat(board.rainIn(7, 1_000).rain()).isEqualTo(new RainView(7, UNTIL_MS, 1));
        board.apply(records.command(CampaignCommands.claimCoupon(5)).accepted(2));
        assertThat(board.rainIn(7, 1_000)).isNull();
    }

    @Test
    void ofTwoRainsTheLongerIsShownAndTheOtherOnceThatHasNoneLeft() {
        board.apply(records.command(CampaignCommands.putCampaign(5, "x", RAIN)).accepted());
        board.apply(records.command(CampaignCommands.putCampaign(6, "x", RAIN)).accepted());
        board.apply(records.command(CampaignCommands.startRain(5, 7, 1)).accepted(UNTIL_MS));
        board.apply(records.command(CampaignCommands.startRain(6, 7, 1)).accepted(UNTIL_MS - 1));
        assertThat(board.rainIn(7, 1_000).id()).isEqualTo(5);

        board.apply(records.command(CampaignCommands.claimCoupon(5)).accepted(1));
        assertThat(board.rainIn(7, 1_000).id()).isEqualTo(6);
    }

    @Test
    void aCampaignRainsWhereItDidLast() {
        board.apply(records.command(CampaignCommands.putCampaign(5, "x", RAIN)).accepted());
        board.apply(records.command(CampaignCommands.startRain(5, 7, 1)).accepted(UNTIL_MS));
        board.apply(records.command(CampaignCommands.claimCoupon(5)).accepted(1));
        board.apply(records.command(CampaignCommands.startRain(5, 8, 1)).accepted(UNTIL_MS));

        assertThat(board.rainIn(7, 1_000)).isNull();
        assertThat(board.rainIn(8, 1_000).id()).isEqualTo(5);
    }

    @Test
    void campaignsAreCurrentUntilItIsTooLateToClaim() {
        board.apply(records.command(CampaignCommands.putCampaign(5, "x", RAIN)).accepted());
        board.apply(records.command(CampaignCommands.putCampaign(6, "x", TERMS)).accepted());
        assertThat(board.currentAt(9_999)).extracting(CampaignView::id).containsExactly(6L, 5L);
        assertThat(board.currentAt(10_000)).extracting(CampaignView::id).containsExactly(5L);

        board.apply(records.command(CampaignCommands.putCampaign(5, "x", TERMS)).accepted());
        assertThat(board.currentAt(10_000)).isEmpty();
    }

    @Test
    void pagesGoFromTheGreatestIdDown() {
        for (int id = 1; id <= 5; id++) {
            board.apply(records.command(CampaignCommands.putCampaign(id, "x", TERMS))
                    .accepted());
        }

        assertThat(board.campaignsBefore(Long.MAX_VALUE, 2))
                .extracting(CampaignView::id)
                .containsExactly(5L, 4L);
        assertThat(board.campaignsBefore(2, 2)).extracting(CampaignView::id).containsExactly(1L);
    }

    @Test
    void whatWasLoadedGoesOn() {
        board.load(new CampaignView(5, "x", RAIN, 0, 3, 3, new RainView(7, UNTIL_MS, 1)));
        assertThat(board.rainIn(7, 1_000).id()).isEqualTo(5);

        board.apply(records.command(CampaignCommands.claimCoupon(5)).accepted(4));
        assertThat(board.rainIn(7, 1_000)).isNull();
        assertThat(board.campaign(5).claimed()).isEqualTo(4);
    }

    private static CampaignTerms terms(final boolean rain, final long claimToMs) {
        return new CampaignTerms(
                1_000,
                0,
                9_900,
                500_000,
                100,
                1,
                20,
                1_000,
                claimToMs,
                86_400_000,
                rain,
                FlashRule.REGULAR_ONLY,
                true,
                NEAR,
                List.of(1_001L, 1_002L));
    }
}
