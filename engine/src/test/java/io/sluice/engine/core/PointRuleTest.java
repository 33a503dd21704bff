package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a reason brings, and the two reasons that a command awards. */
class PointRuleTest {
    private static final long VIEWER = PointShop.VIEWER;
    private static final int MOST = ProtocolLimits.MAX_POINTS;
    private static final long LONGEST_MS = ProtocolLimits.MAX_POLICY_MS;

    private final PointShop shop = PointShop.open();

    @ParameterizedTest
    @EnumSource(
            value = PointReason.class,
            mode = Mode.EXCLUDE,
            names = {"SPENT", "TAKEN_BACK"})
    void aReasonBringsNothingUntilARuleSaysSo(final PointReason reason) {
        assertThat(rule(reason)).isEqualTo(new PointRule(0, 0, 0));

        shop.bringing(reason, 5, 20, 1_000);

        assertThat(rule(reason)).isEqualTo(new PointRule(5, 20, 1_000));
    }

    @Test
    void whatIsSpentAndWhatIsTakenBackHasNoRule() {
        for (final PointReason reason : new PointReason[] {PointReason.SPENT, PointReason.TAKEN_BACK, null}) {
            assertThat(shop.putRule(reason, 1, 0, 0).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        }
    }

    @Test
    void aRuleMayBeAtItsBoundsAndNotBeyond() {
        final PointReason any = PointReason.QUIZ;
        assertThat(shop.putRule(any, MOST, MOST, LONGEST_MS).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.putRule(any, 0, 0, 0).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(shop.putRule(any, -1, 0, 0).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.putRule(any, MOST + 1, 0, 0).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.putRule(any, 1, -1, 0).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.putRule(any, 1, MOST + 1, 0).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.putRule(any, 1, 0, -1).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.putRule(any, 1, 0, LONGEST_MS + 1).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(rule(any)).isEqualTo(new PointRule(0, 0, 0));
    }

    @Test
    void aRuleIsOfWhatHappensFromThenOn() {
        shop.given(10).bringing(PointReason.GIFT, 3);

        assertThat(shop.balance()).isEqualTo(10);
        assertThat(shop.award(VIEWER, PointReason.GIFT, "next").detail()).isEqualTo(3);
    }

    @Test
    void aGiftAndAQuizAreAwarded() {
        shop.bringing(PointReason.GIFT, 100).bringing(PointReason.QUIZ, 5);

        final Decision gift = shop.award(VIEWER, PointReason.GIFT, "g");
        final Decision quiz = shop.award(VIEWER, PointReason.QUIZ, "q");

        assertThat(gift.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(gift.detail()).isEqualTo(100);
        assertThat(PointShop.moved(gift)).containsExactly("7 GIFT 100 has 100");
        assertThat(PointShop.moved(quiz)).containsExactly("7 QUIZ 5 has 105");
    }

    @ParameterizedTest
    @EnumSource(
            value = PointReason.class,
            mode = Mode.EXCLUDE,
            names = {"QUIZ", "GIFT"})
    void whatFollowsFromSomethingElseIsNotAwarded(final PointReason reason) {
        assertThat(shop.award(VIEWER, reason, "k").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void anAwardOfNoReasonToNobodyOrWithoutAKeyIsInvalid() {
        shop.bringing(PointReason.GIFT, 1);

        assertThat(shop.award(VIEWER, null, "k").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.award(VIEWER, PointReason.GIFT, "").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.award(VIEWER, PointReason.GIFT, "a b").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.award(0, PointReason.GIFT, "k").outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.award(ProtocolLimits.MAX_ID + 1, PointReason.GIFT, "k").outcome())
                .isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void theSameKeyOfTheViewerIsRepeatedWhateverTheReasonAndTheRule() {
        shop.bringing(PointReason.GIFT, 100).bringing(PointReason.QUIZ, 5);
        shop.award(VIEWER, PointReason.GIFT, "k");
        shop.bringing(PointReason.GIFT, 7);

        for (final PointReason reason : new PointReason[] {PointReason.GIFT, PointReason.QUIZ}) {
            final Decision again = shop.award(VIEWER, reason, "k");
            assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
            assertThat(again.detail()).isEqualTo(100);
            assertThat(again.points().size()).isZero();
        }
        assertThat(shop.balance()).isEqualTo(100);
    }

    @Test
    void theSameKeyOfAnotherViewerIsAnother() {
        shop.bringing(PointReason.GIFT, 1);
        shop.award(VIEWER, PointReason.GIFT, "k");

        assertThat(shop.award(8, PointReason.GIFT, "k").outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void anAwardThatBroughtNothingUsesItsKeyNotUp() {
        final Decision nothing = shop.award(VIEWER, PointReason.GIFT, "k");
        assertThat(nothing.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(nothing.detail()).isZero();
        assertThat(nothing.points().size()).isZero();

        shop.bringing(PointReason.GIFT, 1);
        assertThat(shop.award(VIEWER, PointReason.GIFT, "k").detail()).isEqualTo(1);
        assertThat(shop.award(VIEWER, PointReason.GIFT, "k").outcome()).isEqualTo(Outcome.REPEATED);
    }

    private PointRule rule(final PointReason reason) {
        return shop.core().points().rule(reason);
    }
}
