package io.sluice.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrowdTest {
    private static final long HOUR_MS = 3_600_000;

    private static CrowdMaterial material;
    private static List<CrowdAction> hour;

    @BeforeAll
    static void playAnHour() throws IOException {
        material = CrowdMaterial.load(DemoBrand.load());
        hour = play(Crowd.NOMINAL_VIEWERS, 1, HOUR_MS);
    }

    @Test
    void theSameSeedDoesTheSame() {
        assertThat(play(50, 42, HOUR_MS / 10)).isEqualTo(play(50, 42, HOUR_MS / 10));
    }

    @Test
    void anotherSeedBringsOtherShoppers() {
        final Set<Long> first = buyers(play(50, 1, HOUR_MS / 10));
        final Set<Long> second = buyers(play(50, 2, HOUR_MS / 10));

        assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(second);
    }

    @Test
    void timeNeverGoesBack() {
        assertThat(hour).isSortedAccordingTo(Comparator.comparingLong(CrowdAction::atMs));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 200, 1_000})
    void nobodyActsOutsideTheRoomAndTheRoomHoldsNoMoreThanItsViewers(final int viewers) {
        final Set<Long> inside = new HashSet<>();
        for (final CrowdAction action : play(viewers, 3, HOUR_MS / 6)) {
            if (action instanceof CrowdAction.Join) {
                assertThat(inside.add(action.viewer())).isTrue();
            } else if (action instanceof CrowdAction.Leave) {
                assertThat(inside.remove(action.viewer())).isTrue();
            } else if (!isEnd(action)) {
                assertThat(inside).as("at %d ms", action.atMs()).contains(action.viewer());
            }
            assertThat(inside).hasSizeLessThanOrEqualTo(viewers);
        }
        assertThat(inside).isNotEmpty();
    }

    @Test
    void everyOrderEndsOnceAfterItWasPlaced() {
        final Map<Long, CrowdAction.Order> open = new HashMap<>();
        for (final CrowdAction action : hour) {
            if (action instanceof CrowdAction.Order order) {
                open.put(order.number(), order);
            } else if (isEnd(action)) {
                assertThat(open.remove(number(action))).isNotNull();
            }
        }
        assertThat(open.values()).as("the last minute's").allMatch(order -> order.atMs() > HOUR_MS - 61_000);
    }

    @Test
    void threeToFiveOrdersASecondAndCommentsInWaves() {
        final long[] comments = new long[3_600];
        hour.stream()
                .filter(CrowdAction.Comment.class::isInstance)
                .forEach(action -> comments[(int) (action.atMs() / 1_000)]++);

        assertThat(count(CrowdAction.Order.class) / 3_600.0).isBetween(3.0, 5.0);
        assertThat(count(CrowdAction.Comment.class) / 3_600.0)
                .isCloseTo(material.waves().meanComments(), within(0.05));
        assertThat(comments).as("a wave").contains(15).doesNotContain(40);
    }

    @Test
    void ratesGrowWithTheCrowd() {
        final long few = orders(play(100, 1, HOUR_MS / 6));
        final long many = orders(play(400, 1, HOUR_MS / 6));

        assertThat((double) many / few).isCloseTo(4, within(0.4));
    }

    @Test
    void cancelsAsManyOrdersAsTheDataDoes() {
        final double cancelled = (double) count(CrowdAction.Cancel.class) / count(CrowdAction.Order.class);

        assertThat(cancelled).isCloseTo(0.185, within(0.01));
    }

    @Test
    void customersComeBackAsInTheData() {
        final int customers = material.baskets().customers();
        final int firstPass = material.baskets().baskets().size();
        final long firstViewer = hour.stream()
                .filter(CrowdAction.Order.class::isInstance)
                .mapToLong(CrowdAction::viewer)
                .min()
                .orElseThrow();
        final Map<Long, Long> orders = hour.stream()
                .filter(CrowdAction.Order.class::isInstance)
                .limit(firstPass)
                .map(CrowdAction::viewer)
                .filter(viewer -> viewer < firstViewer + customers)
                .collect(Collectors.groupingBy(viewer -> viewer, Collectors.counting()));

        final double again =
                (double) orders.values().stream().filter(n -> n > 1).count() / orders.size();
        assertThat(again).isCloseTo(0.57, within(0.03));
    }

    @Test
    void aFewTalkMost() {
        final List<Long> byPerson = hour.stream()
                .filter(CrowdAction.Comment.class::isInstance)
                .collect(Collectors.groupingBy(CrowdAction::viewer, Collectors.counting()))
                .values()
                .stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        final double all = count(CrowdAction.Comment.class);
        final double busiest = byPerson.stream()
                .limit(byPerson.size() / 10)
                .mapToLong(Long::longValue)
                .sum();

        assertThat(busiest / all).isCloseTo(material.waves().concentrationPerMille()[1] / 1_000.0, within(0.12));
    }

    @Test
    void peopleRepeatEachOtherAsOftenAsTheyDid() {
        final Map<String, Long> lastMs = new HashMap<>();
        long repeats = 0;
        for (final CrowdAction action : hour) {
            if (action instanceof CrowdAction.Comment comment) {
                final Long before = lastMs.put(comment.text(), comment.atMs());
                repeats += before != null && comment.atMs() - before <= 10_000 ? 1 : 0;
            }
        }
        assertThat((double) repeats / count(CrowdAction.Comment.class))
                .isCloseTo(material.waves().repeatPerMille() / 1_000.0, within(0.05));
    }

    @Test
    void commentsAreAboutAsLongAsTheyWere() {
        final List<Integer> lengths = hour.stream()
                .filter(CrowdAction.Comment.class::isInstance)
                .map(action -> ((CrowdAction.Comment) action).text())
                .map(text -> text.codePointCount(0, text.length()))
                .sorted()
                .toList();

        assertThat(lengths.get(lengths.size() / 2)).isCloseTo(material.waves().lengths()[0], within(2));
        assertThat(lengths.get(lengths.size() * 9 / 10))
                .isCloseTo(material.waves().lengths()[1], within(5));
    }

    @Test
    void aBuyerComesByACodeAndHalfTheOrdersCarryIt() {
        final Map<Long, Touch> came = new HashMap<>();
        long carried = 0;
        for (final CrowdAction action : hour) {
            if (action instanceof CrowdAction.Join join) {
                came.put(join.viewer(), join.touch());
            } else if (action instanceof CrowdAction.Order order
                    && !order.carried().isNone()) {
                assertThat(order.carried()).isEqualTo(came.get(order.viewer()));
                carried++;
            }
        }

        assertThat((double) carried / count(CrowdAction.Order.class)).isBetween(0.3, 0.5);
        assertThat(came.values().stream().map(Touch::source).distinct())
                .containsExactlyInAnyOrder(Touch.Source.values());
    }

    @Test
    void aFlashPriceIsGrabbed() {
        final DemoOffer flash = new RunOfShow(material.brand()).flashOffer(3);

        assertThat(ordersOf(flash, 180_000, 240_000)).isGreaterThan(ordersOf(flash, 120_000, 180_000));
    }

    @Test
    void aRainIsClaimedWhileItFallsAndByNobodyElse() {
        assertThat(claimsOf(DemoCampaign.RAIN, 0, 60_000)).isZero();
        assertThat(claimsOf(DemoCampaign.RAIN, 60_000, 120_000)).isBetween(100L, 300L);
        assertThat(claimsOf(DemoCampaign.RAIN, 120_000, 360_000)).isZero();
        assertThat(claimsOf(DemoCampaign.RAIN, 360_000, 420_000)).isPositive();
    }

    @Test
    void nowAndThenSomebodyWhoWatchesWantsACandle() {
        assertThat(count(CrowdAction.Wait.class) / 60.0).isBetween(14.0, 24.0);
        assertThat(hour.stream().filter(CrowdAction.Wait.class::isInstance))
                .allMatch(action -> CrowdShoppers.isLive(action.viewer()));
    }

    @Test
    void manyClaimTheCouponOfWelcome() {
        assertThat((double) claimsOf(DemoCampaign.WELCOME, 0, HOUR_MS) / count(CrowdAction.Join.class))
                .isBetween(0.3, 0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Crowd.MAX_VIEWERS + 1})
    void refusesASizeOutOfRange(final int viewers) {
        assertThatThrownBy(() -> new Crowd(material, viewers, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("viewers=" + viewers);
    }

    private static List<CrowdAction> play(final int viewers, final long seed, final long untilMs) {
        final Crowd crowd = new Crowd(material, viewers, seed);
        final List<CrowdAction> actions = new ArrayList<>();
        for (CrowdAction action = crowd.next(); action.atMs() < untilMs; action = crowd.next()) {
            actions.add(action);
        }
        return actions;
    }

    private static boolean isEnd(final CrowdAction action) {
        return action instanceof CrowdAction.Pay
                || action instanceof CrowdAction.Cancel
                || action instanceof CrowdAction.Abandon;
    }

    private static long number(final CrowdAction end) {
        if (end instanceof CrowdAction.Pay pay) {
            return pay.number();
        }
        return end instanceof CrowdAction.Cancel cancel ? cancel.number() : ((CrowdAction.Abandon) end).number();
    }

    private static Set<Long> buyers(final List<CrowdAction> actions) {
        return actions.stream()
                .filter(CrowdAction.Order.class::isInstance)
                .map(CrowdAction::viewer)
                .collect(Collectors.toSet());
    }

    private static long orders(final List<CrowdAction> actions) {
        return actions.stream().filter(CrowdAction.Order.class::isInstance).count();
    }

    private static long count(final Class<? extends CrowdAction> kind) {
        return hour.stream().filter(kind::isInstance).count();
    }

    private static long claimsOf(final long campaign, final long fromMs, final long toMs) {
        return hour.stream()
                .filter(action -> action.atMs() >= fromMs && action.atMs() < toMs)
                .filter(CrowdAction.Claim.class::isInstance)
                .filter(action -> ((CrowdAction.Claim) action).campaign() == campaign)
                .count();
    }

    private static long ordersOf(final DemoOffer offer, final long fromMs, final long toMs) {
        return hour.stream()
                .filter(action -> action.atMs() >= fromMs && action.atMs() < toMs)
                .filter(CrowdAction.Order.class::isInstance)
                .flatMap(action -> ((CrowdAction.Order) action).lines().stream())
                .filter(line -> line.offer() == offer.offer())
                .count();
    }
}
