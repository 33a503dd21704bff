package io.sluice.engine.core.naive;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PlaceState;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StockKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The core beside the naive one, through evenings made of chance. The number of evenings is the property
 * {@code sluice.tries}, 1000 by default: 200,000 commands, and as often the books are balanced. A failure names its seed.
 */
class NaiveCorePropertyTest {
    private static final int COMMANDS = 180;
    private static final int EVENINGS_TO_SEE_EVERYTHING = 700;

    /** A trail of a hundred hands is longer than an evening; TouchLadderTest has one. */
    private static final EnumSet<Outcome> NEVER_SEEN = EnumSet.of(Outcome.TRAIL_TOO_LONG);

    @Property
    void theCoreDecidesWhatTheNaiveCoreDecides(@ForAll final long seed) {
        new Evening(seed).run();
    }

    @Example
    void theEveningsSeeEveryOutcomeEveryRuleAndEveryCauseOfARefundDue() {
        final Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        final Set<Outcome> causes = EnumSet.noneOf(Outcome.class);
        final Set<AttributionRule> rules = EnumSet.noneOf(AttributionRule.class);
        final Set<Integer> payees = new HashSet<>();
        final Set<PointReason> reasons = EnumSet.noneOf(PointReason.class);
        final Set<StockKind> kinds = EnumSet.noneOf(StockKind.class);
        final Set<PlaceState> states = EnumSet.noneOf(PlaceState.class);
        for (long seed = 1; seed <= EVENINGS_TO_SEE_EVERYTHING; seed++) {
            for (final Verdict verdict : new Evening(seed).run()) {
                outcomes.add(verdict.outcome());
                rules.add(verdict.picture().attribution().rule());
                verdict.brought().points().forEach(moved -> reasons.add(moved.reason()));
                verdict.brought().places().forEach(place -> states.add(place.state()));
                verdict.stock().forEach(stock -> kinds.add(stock.kind()));
                verdict.commission().lines().forEach(line -> payees.addAll(signedPayeesOf(line)));
                if (verdict.outcome() == Outcome.REFUND_DUE) {
                    causes.add(verdict.cause());
                }
            }
        }
        outcomes.addAll(causes);

        assertThat(outcomes).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(NEVER_SEEN));
        assertThat(payees).as("who earned and lost anything").hasSize(2 * Payee.ALL.size());
        assertThat(reasons).containsExactlyInAnyOrder(PointReason.values());
        assertThat(kinds).containsExactlyInAnyOrder(StockKind.values());
        assertThat(states).containsExactlyInAnyOrder(PlaceState.values());
        assertThat(rules).containsExactlyInAnyOrder(AttributionRule.values());
        assertThat(causes)
                .containsExactlyInAnyOrder(
                        Outcome.ORDER_UNKNOWN,
                        Outcome.AMOUNT_DIFFERS,
                        Outcome.ORDER_CANCELLED,
                        Outcome.ALREADY_PAID,
                        Outcome.COUPON_EXPIRED,
                        Outcome.COUPON_TAKEN,
                        Outcome.LIMIT_REACHED,
                        Outcome.SOLD_OUT,
                        Outcome.CAPACITY);
    }

    /** Payees who earn anything of a line, from 1; below 0 who loses anything. */
    private static List<Integer> signedPayeesOf(final Verdict.Earned line) {
        return IntStream.range(0, line.amountsFen().size())
                .map(i -> (i + 1) * Long.signum(line.amountsFen().get(i)))
                .filter(payee -> payee != 0)
                .boxed()
                .toList();
    }

    /** One sequence of commands, decided by both cores, and by one that is loaded from a saved state on the way. */
    private static final class Evening {
        private final NaiveCore naive = new NaiveCore();
        private final RealCore core = new RealCore();
        private final Broadcast broadcast;
        private final int savedAfter;
        private final List<Timed> decided = new ArrayList<>();
        private final List<Verdict> verdicts = new ArrayList<>();
        private RealCore reloaded;

        Evening(final long seed) {
            final Random random = new Random(seed);
            broadcast = new Broadcast(random, naive);
            savedAfter = random.nextInt(COMMANDS);
        }

        List<Verdict> run() {
            broadcast.opening().forEach(this::decide);
            for (int i = 0; i < COMMANDS; i++) {
                decide(broadcast.next());
                if (i == savedAfter) {
                    reloaded = core.reloaded();
                    assertThat(reloaded.stateHash()).isEqualTo(core.stateHash());
                }
            }
            assertSameOrdersOfEveryViewer();
            assertSameIsKnownOfEveryViewer();
            assertThat(reloaded.stateHash()).as("hash after a reload").isEqualTo(core.stateHash());
            assertThat(replayed().stateHash()).as("hash after a replay").isEqualTo(core.stateHash());
            return verdicts;
        }

        private void decide(final Command command) {
            final Timed timed = new Timed(decided.size() + 1L, broadcast.nextMs(), command);
            decided.add(timed);
            final Verdict expected = timed.decidedBy(naive);
            final Verdict actual = timed.decidedBy(core);
            assertSame(timed, expected, actual);
            assertThat(core.rooms()).as("%s", timed).isEqualTo(naive.catalogue().shownRooms());
            assertSameStocksAndLines(timed);
            assertThat(core.payouts()).as("%s", timed).isEqualTo(naive.payouts().shown());
            assertThat(core.coupons().taken())
                    .as("%s", timed)
                    .isEqualTo(naive.coupons().taken());
            naive.checkBooks();
            assertNothingIsOversold();
            assertLimitsHold(actual);
            if (reloaded != null) {
                assertSame(timed, actual, timed.decidedBy(reloaded));
            }
            verdicts.add(actual);
        }

        private void assertNothingIsOversold() {
            core.stocks().items().forEach(Evening::assertAddsUp);
            core.stocks().parts().forEach(Evening::assertAddsUp);
        }

        private static void assertAddsUp(final Verdict.Stock stock) {
            assertThat(List.of(stock.available(), stock.held(), stock.sold(), stock.writtenOff()))
                    .allMatch(units -> units >= 0);
            assertThat(stock.available() + stock.held() + stock.sold() + stock.writtenOff())
                    .isEqualTo(stock.stocked());
        }

        private void assertSameStocksAndLines(final Timed timed) {
            assertThat(core.stocks().parts()).as("%s", timed).isEqualTo(naive.parts());
            assertThat(core.stocks().items()).as("%s", timed).isEqualTo(naive.stock());
            assertThat(core.stocks().nextToCall(timed.timeMs()))
                    .as("%s", timed)
                    .isEqualTo(naive.stocks().nextToCall(timed.timeMs()));
            assertThat(core.stocks().proposals(timed.timeMs()))
                    .as("%s", timed)
                    .isEqualTo(naive.stocks().proposals(timed.timeMs()));
            for (long viewer = 1; viewer <= Broadcast.VIEWERS; viewer++) {
                assertThat(core.stocks().placesOf(viewer))
                        .as("%s", timed)
                        .isEqualTo(naive.stocks().placesOf(viewer));
            }
        }

        /** A limit may be set below what a viewer has, but nothing is ever taken above it. */
        private void assertLimitsHold(final Verdict verdict) {
            if (verdict.outcome() == Outcome.RESERVED || verdict.outcome() == Outcome.PAID_LATE) {
                for (final Verdict.Line line : verdict.picture().lines()) {
                    final NaiveOffer offer = naive.catalogue().offers.get(line.offer());
                    assertThat(naive.book().leftFor(verdict.picture().viewer(), offer))
                            .isNotNegative();
                }
            }
        }

        private void assertSameOrdersOfEveryViewer() {
            for (long viewer = 0; viewer <= 5; viewer++) {
                assertThat(core.ordersOf(viewer)).isEqualTo(naive.book().ordersOf(viewer));
                assertThat(reloaded.ordersOf(viewer)).isEqualTo(core.ordersOf(viewer));
            }
        }

        private void assertSameIsKnownOfEveryViewer() {
            for (long viewer = 0; viewer <= Broadcast.VIEWERS + 1; viewer++) {
                assertThat(core.shown(viewer)).isEqualTo(naive.referrals().shown(viewer));
                assertThat(reloaded.shown(viewer)).isEqualTo(core.shown(viewer));
                final Command.FindCoupons query = new Command.FindCoupons(viewer, 0, ProtocolLimits.MAX_COUPON_PAGE);
                assertThat(core.coupons().shown(query))
                        .isEqualTo(naive.coupons().shown(query));
                assertThat(reloaded.coupons().shown(query))
                        .isEqualTo(core.coupons().shown(query));
                assertSamePointsOf(viewer);
            }
        }

        private void assertSamePointsOf(final long viewer) {
            final long nowMs = broadcast.nextMs();
            assertThat(core.points().shown(viewer, nowMs))
                    .isEqualTo(naive.points().shown(viewer, nowMs));
            assertThat(reloaded.points().shown(viewer, nowMs))
                    .isEqualTo(core.points().shown(viewer, nowMs));
        }

        private RealCore replayed() {
            final RealCore replay = new RealCore();
            for (int i = 0; i < decided.size(); i++) {
                assertSame(decided.get(i), verdicts.get(i), decided.get(i).decidedBy(replay));
            }
            return replay;
        }

        private static void assertSame(final Timed timed, final Verdict expected, final Verdict actual) {
            assertThat(actual).as("%s", timed).isEqualTo(expected);
        }
    }

    /** A command with its record number and core time. */
    private record Timed(long sequence, long timeMs, Command command) {
        Verdict decidedBy(final Decider decider) {
            decider.begin(sequence, timeMs);
            return command.decidedBy(decider);
        }
    }
}
