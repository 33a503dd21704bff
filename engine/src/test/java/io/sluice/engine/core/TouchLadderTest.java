package io.sluice.engine.core;

import static io.sluice.engine.core.BrandShop.ELSEWHERE;
import static io.sluice.engine.core.BrandShop.GUIDE;
import static io.sluice.engine.core.TouchBuilder.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A touch with two faults is refused for the one that {@code docs/REFERRALS.md} names first. Of two faults in one place, the
 * first takes the other's.
 */
class TouchLadderTest {
    private static final long SELF = 13;
    private static final long GUEST = 70;
    private static final List<Outcome> LADDER = List.of(
            Outcome.CAPACITY,
            Outcome.ROOM_UNKNOWN,
            Outcome.OFFER_UNKNOWN,
            Outcome.STORE_UNKNOWN,
            Outcome.GUIDE_UNKNOWN,
            Outcome.GROUP_UNKNOWN,
            Outcome.GUIDE_ELSEWHERE,
            Outcome.SELF_REFERRAL,
            Outcome.CIRCLE_REFERRAL);
    private static final Map<Outcome, Fault> FAULTS = Map.of(
            Outcome.CAPACITY,
            (brand, touch) ->
                    brand.shop().changeLimits(LimitsBuilder.limits().viewers(1).build()),
            Outcome.ROOM_UNKNOWN,
            (brand, touch) -> touch.room(99),
            Outcome.OFFER_UNKNOWN,
            (brand, touch) -> touch.offer(999),
            Outcome.STORE_UNKNOWN,
            (brand, touch) -> touch.store(99),
            Outcome.GUIDE_UNKNOWN,
            (brand, touch) -> touch.guide(99),
            Outcome.GROUP_UNKNOWN,
            (brand, touch) -> touch.group(99),
            Outcome.GUIDE_ELSEWHERE,
            (brand, touch) -> touch.guide(SELF).store(ELSEWHERE),
            Outcome.SELF_REFERRAL,
            (brand, touch) -> touch.guide(SELF),
            Outcome.CIRCLE_REFERRAL,
            (brand, touch) -> {
                brand.brings(Shop.VIEWER, GUEST).brings(GUEST, GUEST + 1);
                touch.by(GUEST + 1);
            });

    @Test
    void aTouchWithoutAFaultIsTaken() {
        assertThat(refusalOf(List.of())).isEqualTo(Outcome.ACCEPTED);
    }

    @ParameterizedTest
    @MethodSource("ladder")
    void aTouchWithOneFaultIsRefusedForIt(final Outcome fault) {
        assertThat(refusalOf(List.of(fault))).isEqualTo(fault);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aTouchWithTwoFaultsIsRefusedForTheFirst(final Outcome first, final Outcome second) {
        assertThat(refusalOf(List.of(second, first))).isEqualTo(first);
    }

    @Test
    void aGuideWhoHasLeftIsUnknown() {
        final BrandShop brand = BrandShop.open().leaves(GUIDE);

        final Decision decision = brand.note(TouchBuilder.servedBy(GUIDE));
        assertThat(decision.outcome()).isEqualTo(Outcome.GUIDE_UNKNOWN);
        assertThat(decision.detail()).isEqualTo(GUIDE);
    }

    @Test
    void anOfferHasToBeOfTheRoomIfThereIsOne() {
        final BrandShop brand = BrandShop.open();
        brand.shop().putRoom(2);

        assertThat(brand.note(scan().room(Shop.ROOM).offer(Shop.OFFER)).outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(brand.note(scan().offer(Shop.OFFER)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(brand.note(scan().room(2).offer(Shop.OFFER)).outcome()).isEqualTo(Outcome.OFFER_UNKNOWN);
    }

    @Test
    void nobodyBringsThemselves() {
        assertThat(BrandShop.open().note(scan().by(Shop.VIEWER)).outcome()).isEqualTo(Outcome.SELF_REFERRAL);
    }

    @Test
    void aTrailHasAHundredHandsAtMost() {
        final BrandShop brand = BrandShop.open();
        final int most = ProtocolLimits.MAX_TRAIL;
        for (int hand = 1; hand <= most; hand++) {
            brand.noted(scan().of(1_000 + hand).by(999 + hand));
        }

        final Decision decision = brand.note(scan().by(1_000 + most));
        assertThat(decision.outcome()).isEqualTo(Outcome.TRAIL_TOO_LONG);
        assertThat(decision.detail()).isEqualTo(1_000 + most);
        assertThat(brand.note(scan().by(999 + most)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aRefusedTouchChangesNothing() {
        final BrandShop brand = BrandShop.open();
        final long before = brand.core().stateHash();

        LADDER.stream()
                .filter(fault -> fault != Outcome.CAPACITY && fault != Outcome.CIRCLE_REFERRAL)
                .forEach(fault -> {
                    final TouchBuilder touch = scan();
                    FAULTS.get(fault).commit(brand, touch);
                    brand.note(touch);
                });

        assertThat(brand.picture(Shop.VIEWER).viewer()).isZero();
        assertThat(brand.core().stateHash()).isEqualTo(before);
    }

    private static Outcome refusalOf(final List<Outcome> faults) {
        final BrandShop brand = BrandShop.open();
        final TouchBuilder touch = scan().by(60);
        brand.putGuide(SELF, Shop.VIEWER, BrandShop.STORE);
        faults.forEach(fault -> FAULTS.get(fault).commit(brand, touch));
        return brand.note(touch).outcome();
    }

    private static Stream<Outcome> ladder() {
        return LADDER.stream();
    }

    /** Who stands in a circle is known, and finds room in a full table. */
    private static Stream<Arguments> pairs() {
        return IntStream.range(0, LADDER.size()).boxed().flatMap(first -> LADDER.stream()
                .skip(first + 1L)
                .filter(second -> first > 0 || second != Outcome.CIRCLE_REFERRAL)
                .map(second -> Arguments.of(LADDER.get(first), second)));
    }

    /** Makes a touch one that has to be refused. */
    @FunctionalInterface
    private interface Fault {
        void commit(BrandShop brand, TouchBuilder touch);
    }
}
