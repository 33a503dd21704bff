package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttributionSentenceTest {
    private final BrandBoard board = new BrandBoard();

    @BeforeEach
    void theBrandHasNames() {
        board.load(new StoreView(1, "Bund", ProtocolLimits.NO_POSITION, ProtocolLimits.NO_POSITION));
        board.load(new GuideView(12, "Li", 43, true, List.of(1L)));
        board.load(new GroupView(5, "Friends", 1, 12, 0));
    }

    @Test
    void namesEverybodyItCountsFor() {
        final Credit credit = new Credit(1, 12, 5, 0, 0, AttributionRule.GROUP, 88, 2);

        assertThat(english(credit))
                .isEqualTo(
                        "It counts for guide Li (12), store Bund (1), group Friends (5), because the viewer is in the "
                                + "group since record 88.");
        assertThat(chinese(credit)).isEqualTo("本单归属导购Li (12)、门店Bund (1)、社群Friends (5)，因为顾客自第 88 条记录起在这个社群里。");
    }

    @ParameterizedTest
    @EnumSource(names = {"GUIDE_BINDING", "ROOM_HOST", "NOBODY"})
    void aGroupThatIsOnlyWhereTheBuyerIsIsNoPartOfTheReason(final AttributionRule rule) {
        final Credit credit = new Credit(1, 12, 5, 50, 0, rule, 88, 2);

        assertThat(english(credit))
                .startsWith("It counts for guide Li (12), store Bund (1), because ")
                .endsWith(". The buyer is in group Friends (5). Viewer 50 invited the buyer.");
        assertThat(chinese(credit))
                .startsWith("本单归属导购Li (12)、门店Bund (1)，因为")
                .endsWith("。顾客所在社群：Friends (5)。邀请人是用户 50。");
    }

    @ParameterizedTest
    @EnumSource(names = {"CARRIED", "LAST_TOUCH"})
    void aGroupThatACodeMayHaveNamedIsSaidApartAndNothingOfTheBuyer(final AttributionRule rule) {
        final Credit credit = new Credit(1, 12, 5, 0, 0, rule, 88, 2);

        assertThat(english(credit))
                .startsWith("It counts for guide Li (12), store Bund (1), because ")
                .endsWith(". It counts in group Friends (5).");
        assertThat(chinese(credit)).startsWith("本单归属导购Li (12)、门店Bund (1)，因为").endsWith("。本单计入社群：Friends (5)。");
    }

    @Test
    void callsWhatHasNoNameByItsId() {
        assertThat(english(new Credit(7, 8, 9, 0, 0, AttributionRule.CARRIED, 0, 0)))
                .isEqualTo("It counts for guide 8, store 7, group 9, because that is what the order carried, before "
                        + "there was a policy.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CARRIED | the order was placed with a share code that leads there",
                "GROUP | the viewer is in the group since record 88",
                "LAST_TOUCH | the viewer came that way last, in record 88",
                "ROOM_HOST | it is the host of the room since record 88"
            })
    void saysWhichRuleDecided(final AttributionRule rule, final String reason) {
        assertThat(english(new Credit(1, 0, 0, 0, 0, rule, 88, 2)))
                .isEqualTo("It counts for store Bund (1), because " + reason + ".");
    }

    @Test
    void anOrderThatNobodyBroughtStillCountsInItsBuyersGroup() {
        assertThat(english(new Credit(0, 0, 0, 0, 0, AttributionRule.NOBODY, 0, 2)))
                .isEqualTo("It counts for nobody, because no rule of policy 2 applies.");
        assertThat(english(new Credit(0, 0, 5, 0, 0, AttributionRule.NOBODY, 0, 2)))
                .isEqualTo(
                        "It counts for nobody, because no rule of policy 2 applies. The buyer is in group Friends (5).");
    }

    @Test
    void namesTheInviters() {
        assertThat(english(new Credit(0, 0, 0, 50, 51, AttributionRule.NOBODY, 0, 2)))
                .endsWith(" Viewer 50 invited the buyer, and was invited by viewer 51.");
        assertThat(chinese(new Credit(0, 0, 0, 50, 0, AttributionRule.NOBODY, 0, 2)))
                .isEqualTo("本单不归属任何人，因为第 2 版规则中没有一条适用。邀请人是用户 50。");
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleHasBothSentences(final AttributionRule rule) {
        final Credit credit = new Credit(1, 12, 5, 50, 51, rule, 88, 2);

        assertThat(english(credit))
                .contains("Li (12)", "Bund (1)", "Friends (5)", "50", "51")
                .endsWith(".");
        assertThat(chinese(credit))
                .contains("Li (12)", "Bund (1)", "Friends (5)", "50", "51")
                .endsWith("。");
    }

    private String english(final Credit credit) {
        return AttributionSentence.of(credit, board).en();
    }

    private String chinese(final Credit credit) {
        return AttributionSentence.of(credit, board).zh();
    }
}
