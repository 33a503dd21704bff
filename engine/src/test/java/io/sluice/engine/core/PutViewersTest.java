package io.sluice.engine.core;

import static io.sluice.engine.core.BrandShop.DAY_MS;
import static io.sluice.engine.core.BrandShop.GROUP;
import static io.sluice.engine.core.BrandShop.GUIDE;
import static io.sluice.engine.core.BrandShop.OTHER_GUIDE;
import static io.sluice.engine.core.BrandShop.STORE;
import static io.sluice.engine.core.TouchBuilder.joined;
import static io.sluice.engine.core.TouchBuilder.shareOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The operators' lists of who belongs to whom: all of a list or none of it. */
class PutViewersTest {
    private final BrandShop brand = BrandShop.binding(BindingMode.NEVER);

    @Test
    void aListSaysWhoViewersBelongToWhateverThePolicyBinds() {
        final Decision decision =
                brand.putViewers(list().add(5, 7, GUIDE, GROUP, 6).add(6, 0, 0, 0, 0));

        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(decision.detail()).isEqualTo(2);
        final ViewerPicture viewer = brand.picture(5);
        assertThat(viewer.memberSinceMs()).isEqualTo(7);
        assertThat(viewer.guide()).isEqualTo(GUIDE);
        assertThat(viewer.store()).isEqualTo(STORE);
        assertThat(viewer.boundUntilMs()).isEqualTo(brand.shop().nowMs() + DAY_MS);
        assertThat(viewer.group()).isEqualTo(GROUP);
        assertThat(viewer.inviter()).isEqualTo(6);
        assertThat(List.of(viewer.boundAt(), viewer.joinedAt(), viewer.invitedAt()))
                .containsOnly(decision.sequence());
    }

    @Test
    void beforeTheFirstPolicyAListBindsForGood() {
        final BrandShop unruled = BrandShop.open();
        unruled.putViewers(list().add(5, 0, GUIDE, 0, 0));

        assertThat(unruled.picture(5).boundUntilMs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void noneIsTakenWhenOneIsRefusedAndTheEntryIsNamed() {
        final long before = brand.core().stateHash();
        final Decision decision = brand.putViewers(list().add(5, 0, GUIDE, 0, 0).add(6, 0, 99, 0, 0));

        assertThat(decision.outcome()).isEqualTo(Outcome.GUIDE_UNKNOWN);
        assertThat(decision.line()).isEqualTo(1);
        assertThat(decision.detail()).isEqualTo(99);
        assertThat(brand.core().stateHash()).isEqualTo(before);
    }

    @Test
    void anEntryIsRefusedInTheDocumentedOrder() {
        brand.putGuide(13, 5, STORE);
        brand.brings(5, 4);

        assertRefused(list().add(5, -1, 99, 99, 5), Outcome.COMMAND_INVALID);
        assertRefused(list().add(5, 0, 99, 99, 5), Outcome.GUIDE_UNKNOWN);
        assertRefused(list().add(5, 0, 13, 99, 5), Outcome.GROUP_UNKNOWN);
        assertRefused(list().add(5, 0, 13, 0, 4), Outcome.SELF_REFERRAL);
        assertRefused(list().add(5, 0, 0, 0, 5), Outcome.SELF_REFERRAL);
        assertRefused(list().add(5, 0, 0, 0, 4), Outcome.CIRCLE_REFERRAL);
        brand.leaves(GUIDE);
        assertRefused(list().add(5, 0, GUIDE, 99, 5), Outcome.GUIDE_UNKNOWN);
    }

    @Test
    void aListOfNobodyOfTooManyOrOfOneTwiceIsInvalid() {
        final ViewersRequest tooMany = list();
        for (int i = 0; i <= ProtocolLimits.MAX_VIEWERS_A_COMMAND; i++) {
            tooMany.add(1 + i, 0, 0, 0, 0);
        }

        assertThat(brand.putViewers(list()).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(brand.putViewers(tooMany).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        final Decision twice = brand.putViewers(list().add(5, 0, 0, 0, 0).add(5, 0, 0, 0, 0));
        assertThat(twice.outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(twice.line()).isEqualTo(1);
    }

    @Test
    void idsHaveLimits() {
        for (final long id : new long[] {-1, ProtocolLimits.MAX_ID + 1}) {
            assertRefused(list().add(id, 0, 0, 0, 0), Outcome.COMMAND_INVALID);
            assertRefused(list().add(5, 0, id, 0, 0), Outcome.COMMAND_INVALID);
            assertRefused(list().add(5, 0, 0, id, 0), Outcome.COMMAND_INVALID);
            assertRefused(list().add(5, 0, 0, 0, id), Outcome.COMMAND_INVALID);
        }
        assertRefused(list().add(0, 0, 0, 0, 0), Outcome.COMMAND_INVALID);
    }

    @Test
    void aCircleWithinOneListIsFoundAndOneThatTheListOpensIsNone() {
        final Decision circle =
                brand.putViewers(list().add(1, 0, 0, 0, 2).add(2, 0, 0, 0, 3).add(3, 0, 0, 0, 1));
        assertThat(circle.outcome()).isEqualTo(Outcome.CIRCLE_REFERRAL);
        assertThat(circle.line()).isEqualTo(2);

        brand.brings(1, 2);
        assertThat(brand.putViewers(list().add(2, 0, 0, 0, 0).add(1, 0, 0, 0, 2))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(brand.picture(1).inviter()).isEqualTo(2);
        assertThat(brand.picture(2).inviter()).isZero();
    }

    @Test
    void anotherInviterIsCountedAndTheOneBeforeNoMore() {
        brand.brings(8, 5).brings(8, 6).brings(9, 5);

        assertThat(brand.picture(8).invited()).isEqualTo(1);
        assertThat(brand.picture(9).invited()).isEqualTo(1);
        brand.putViewers(list().add(6, 0, 0, 0, 0));
        assertThat(brand.picture(8).invited()).isZero();
        assertThat(brand.picture(6).invitedAt()).isZero();
    }

    @Test
    void whatIsTheSameAsBeforeKeepsItsRecords() {
        final Decision first = brand.putViewers(list().add(5, 0, GUIDE, GROUP, 6));
        brand.shop().pass(1_000);
        brand.putViewers(list().add(5, 0, GUIDE, GROUP, 6));

        final ViewerPicture viewer = brand.picture(5);
        assertThat(List.of(viewer.boundAt(), viewer.joinedAt(), viewer.invitedAt()))
                .containsOnly(first.sequence());
        assertThat(viewer.boundUntilMs()).isEqualTo(brand.shop().nowMs() + DAY_MS);
    }

    @Test
    void zeroTakesAwayWhatTouchesGave() {
        final BrandShop touched = BrandShop.binding(BindingMode.FIRST_TOUCH);
        touched.noted(shareOf(6).guide(OTHER_GUIDE).of(5));
        touched.noted(joined(GROUP).of(5));
        touched.putViewers(list().add(5, 0, 0, 0, 0));

        final ViewerPicture viewer = touched.picture(5);
        assertThat(List.of(viewer.guide(), viewer.group(), viewer.inviter())).containsOnly(0L);
        assertThat(touched.picture(6).invited()).isZero();
    }

    @Test
    void aTableTakesAsManyViewersAsItSaysEachOnce() {
        final BrandShop small = BrandShop.open(LimitsBuilder.limits().viewers(3));

        assertThat(small.putViewers(list().add(1, 0, 0, 0, 9).add(2, 0, 0, 0, 9).add(3, 0, 0, 0, 1))
                        .outcome())
                .isEqualTo(Outcome.CAPACITY);
        assertThat(small.putViewers(list().add(1, 0, 0, 0, 9).add(2, 0, 0, 0, 9))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(small.putViewers(list().add(9, 5, 0, 0, 0)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(small.putViewers(list().add(4, 0, 0, 0, 0)).outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(small.shop().place(OrderBuilder.order("k").by(4)).outcome())
                .as("who orders is always taken in")
                .isEqualTo(Outcome.RESERVED);
    }

    private void assertRefused(final ViewersRequest request, final Outcome outcome) {
        final Decision decision = brand.putViewers(request);
        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.line()).isZero();
    }

    private static ViewersRequest list() {
        return new ViewersRequest();
    }
}
