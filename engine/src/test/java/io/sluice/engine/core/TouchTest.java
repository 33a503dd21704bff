package io.sluice.engine.core;

import static io.sluice.engine.core.BrandShop.DAY_MS;
import static io.sluice.engine.core.BrandShop.ELSEWHERE;
import static io.sluice.engine.core.BrandShop.GROUP;
import static io.sluice.engine.core.BrandShop.GUIDE;
import static io.sluice.engine.core.BrandShop.ONLINE;
import static io.sluice.engine.core.BrandShop.OTHER_GUIDE;
import static io.sluice.engine.core.BrandShop.STORE;
import static io.sluice.engine.core.TouchBuilder.joined;
import static io.sluice.engine.core.TouchBuilder.scan;
import static io.sluice.engine.core.TouchBuilder.servedBy;
import static io.sluice.engine.core.TouchBuilder.shareOf;
import static io.sluice.engine.core.TouchBuilder.touch;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.TouchEffect;
import io.sluice.engine.protocol.TouchKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a touch does, and what it has to name. Its refusals by a rule are in {@link TouchLadderTest}. */
class TouchTest {
    private static final long FRIEND = 8;

    private final BrandShop brand = BrandShop.binding(BindingMode.FIRST_TOUCH);

    @Test
    void aTouchIsTheViewersLast() {
        brand.noted(servedBy(GUIDE));
        brand.shop().pass(5);
        final long last = brand.noted(scan());

        final ViewerPicture viewer = brand.picture(Shop.VIEWER);
        assertThat(viewer.touchAt()).isEqualTo(last);
        assertThat(viewer.touchTimeMs()).isEqualTo(brand.shop().nowMs());
        assertThat(viewer.touchKind()).isEqualTo(TouchKind.CHANNEL.code());
    }

    @Test
    void theDetailSaysWhatFollowed() {
        assertThat(brand.note(scan()).detail()).isZero();
        assertThat(brand.note(servedBy(GUIDE)).detail()).isEqualTo(TouchEffect.BOUND.bit());
        assertThat(brand.note(scan().by(FRIEND)).detail()).isEqualTo(TouchEffect.INVITED.bit());
        assertThat(brand.note(joined(GROUP).of(9).by(FRIEND)).detail())
                .isEqualTo(TouchEffect.BOUND.bit() + TouchEffect.INVITED.bit() + TouchEffect.JOINED.bit());
    }

    @Test
    void theFirstInviterStaysForGood() {
        final long first = brand.noted(shareOf(FRIEND));
        brand.noted(shareOf(9));

        assertThat(brand.picture(Shop.VIEWER).inviter()).isEqualTo(FRIEND);
        assertThat(brand.picture(Shop.VIEWER).invitedAt()).isEqualTo(first);
        assertThat(brand.picture(FRIEND).invited()).isEqualTo(1);
        assertThat(brand.picture(9).viewer())
                .as("who brought nobody is not met")
                .isZero();
    }

    @Test
    void joiningMovesTheViewerToTheGroup() {
        brand.putGroup(22, ELSEWHERE, OTHER_GUIDE);
        brand.noted(joined(GROUP));
        final long moved = brand.noted(joined(22));
        brand.noted(shareOf(0).group(GROUP));

        assertThat(brand.picture(Shop.VIEWER).group()).isEqualTo(22);
        assertThat(brand.picture(Shop.VIEWER).joinedAt()).isEqualTo(moved);
    }

    @Test
    void aTouchBindsToItsGuideElseToItsGroupsElseToItsInviters() {
        brand.putGroup(22, ELSEWHERE, OTHER_GUIDE);
        brand.noted(servedBy(GUIDE).store(ONLINE).of(FRIEND));

        brand.noted(joined(22).guide(GUIDE).by(FRIEND).of(1));
        assertBound(1, GUIDE, STORE);
        brand.noted(joined(22).by(FRIEND).of(2));
        assertBound(2, OTHER_GUIDE, ELSEWHERE);
        brand.noted(shareOf(FRIEND).of(3));
        assertBound(3, GUIDE, ONLINE);
        brand.noted(scan().store(STORE).by(FRIEND).of(4));
        assertThat(brand.picture(4).guide()).as("a store was named").isZero();
    }

    @Test
    void aBindingIsInTheStoreOfTheGroupIfTheGuideWorksThere() {
        brand.putGroup(22, ONLINE, GUIDE);

        brand.noted(joined(22).guide(GUIDE));

        assertBound(Shop.VIEWER, GUIDE, ONLINE);
    }

    @Test
    void nobodyIsBoundByAGuideWhoHasLeftOrToThemselves() {
        brand.putGuide(OTHER_GUIDE, Shop.VIEWER, ELSEWHERE);
        brand.putGroup(22, ELSEWHERE, OTHER_GUIDE);

        assertThat(brand.note(joined(22)).detail()).isEqualTo(TouchEffect.JOINED.bit());
        brand.leaves(GUIDE);
        assertThat(brand.note(joined(GROUP)).detail()).isEqualTo(TouchEffect.JOINED.bit());
    }

    @Test
    void theFirstTouchKeepsTheViewerUntilTheBindingEnds() {
        final long first = brand.noted(servedBy(GUIDE));
        brand.shop().pass(DAY_MS - 1);
        assertThat(brand.note(servedBy(OTHER_GUIDE)).detail()).isZero();
        assertThat(brand.picture(Shop.VIEWER).boundAt()).isEqualTo(first);

        brand.shop().pass(1);
        brand.noted(servedBy(OTHER_GUIDE));
        assertBound(Shop.VIEWER, OTHER_GUIDE, ELSEWHERE);
    }

    @Test
    void aGuideWhoHasLeftKeepsNobody() {
        brand.noted(servedBy(GUIDE));
        brand.leaves(GUIDE);

        assertThat(brand.note(servedBy(OTHER_GUIDE)).detail()).isEqualTo(TouchEffect.BOUND.bit());
        assertBound(Shop.VIEWER, OTHER_GUIDE, ELSEWHERE);
    }

    @Test
    void aTouchOfTheSameGuideProlongsTheBindingWhichKeepsItsRecordAndStore() {
        final long first = brand.noted(servedBy(GUIDE).store(ONLINE));
        brand.shop().pass(1_000);
        assertThat(brand.note(servedBy(GUIDE)).detail()).isEqualTo(TouchEffect.BOUND.bit());

        assertBound(Shop.VIEWER, GUIDE, ONLINE);
        assertThat(brand.picture(Shop.VIEWER).boundAt()).isEqualTo(first);
        assertThat(brand.picture(Shop.VIEWER).boundUntilMs())
                .isEqualTo(brand.shop().nowMs() + DAY_MS);
    }

    @Test
    void aBindingForGoodIsNotCutShortByATouchUnderAPolicyThatBindsForATime() {
        brand.putPolicy(BindingMode.LAST_TOUCH, 0, 0, AttributionRule.GUIDE_BINDING);
        brand.noted(servedBy(GUIDE));
        brand.putPolicy(BindingMode.LAST_TOUCH, 1, 0, AttributionRule.GUIDE_BINDING);
        brand.noted(servedBy(GUIDE));

        assertThat(brand.picture(Shop.VIEWER).boundUntilMs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theLastTouchTakesTheViewerOver() {
        final BrandShop last = BrandShop.binding(BindingMode.LAST_TOUCH);
        last.noted(servedBy(GUIDE));
        final long taken = last.noted(servedBy(OTHER_GUIDE));

        assertThat(last.picture(Shop.VIEWER).guide()).isEqualTo(OTHER_GUIDE);
        assertThat(last.picture(Shop.VIEWER).boundAt()).isEqualTo(taken);
    }

    @Test
    void noTouchBindsBeforeTheFirstPolicyOrWhenItSaysNever() {
        assertThat(BrandShop.open().note(servedBy(GUIDE)).detail()).isZero();
        assertThat(BrandShop.binding(BindingMode.NEVER).note(servedBy(GUIDE)).detail())
                .isZero();
    }

    /** Else a code of somebody the shop never met would stop it. */
    @Test
    void aViewerWhoHasAnInviterMayComeByTheCodeOfSomebodyUnknown() {
        brand.noted(shareOf(FRIEND));

        assertThat(brand.note(shareOf(99)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aFullTableTakesTouchesOfKnownViewersThatBringNobodyNew() {
        brand.noted(shareOf(FRIEND));
        brand.shop().changeLimits(LimitsBuilder.limits().viewers(1).build());

        assertThat(brand.note(servedBy(GUIDE)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(brand.note(shareOf(99)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(brand.note(shareOf(99).of(FRIEND)).outcome()).isEqualTo(Outcome.CAPACITY);
    }

    @Test
    void everyKindHasToNameWhatMakesIt() {
        assertInvalid(touch(null));
        assertInvalid(scan().channel(0));
        assertInvalid(touch(TouchKind.SERVED).store(STORE));
        assertInvalid(touch(TouchKind.JOINED).guide(GUIDE));
        assertInvalid(touch(TouchKind.SHARE).store(STORE));
        assertThat(brand.note(touch(TouchKind.SHARE).group(GROUP)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void idsAndCodesHaveLimits() {
        for (final long id : List.of(0L, -1L, ProtocolLimits.MAX_ID + 1)) {
            assertInvalid(scan().of(id));
        }
        assertInvalid(scan().by(ProtocolLimits.MAX_ID + 1));
        assertInvalid(scan().room(-1));
        assertInvalid(scan().offer(-1));
        assertInvalid(scan().store(-1));
        assertInvalid(scan().guide(-1));
        assertInvalid(scan().group(-1));
        assertInvalid(scan().by(-1));
        assertInvalid(scan().share("no code"));
        assertThat(brand.picture(Shop.VIEWER).viewer()).as("nothing is known").isZero();
    }

    private void assertInvalid(final TouchBuilder touch) {
        assertThat(brand.note(touch).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
    }

    private void assertBound(final long viewer, final long guide, final long store) {
        assertThat(new long[] {
                    brand.picture(viewer).guide(), brand.picture(viewer).store()
                })
                .containsExactly(guide, store);
    }
}
