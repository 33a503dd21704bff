package io.sluice.bench.load.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.AuditFinding.Kind;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.OrderAttempt.State;
import io.sluice.bench.load.SaleOffer;
import io.sluice.bench.load.Scenarios;
import io.sluice.bench.load.TestTarget;
import io.sluice.bench.load.Told;
import io.sluice.bench.load.client.TrustedRoots;
import io.sluice.bench.load.stage.Minting;
import io.sluice.bench.load.stage.Preparation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal of a small evening as a gateway wrote it, and what the audit says when it, or what viewers were told, is off. */
class AuditTest {
    private static final long ROOM = 7;
    private static final long SCARCE = 1_001;
    private static final long LIMITED = 1_002;

    private static final List<String> JOURNAL = new ArrayList<>();
    private static final List<OrderAttempt> TOLD = new ArrayList<>();
    private static Opening opening;
    private static OrderAttempt bought;
    private static OrderAttempt soldOut;
    private static OrderAttempt overLimit;
    private static OrderAttempt unheard;

    @BeforeAll
    static void playTheEvening(@TempDir final Path directory) throws Exception {
        try (TestTarget target = TestTarget.launch(directory)) {
            final Minting minting = Minting.by(target.config());
            opening = new Preparation(
                            Scenarios.selling(
                                    ROOM, new SaleOffer(SCARCE, 9_900, 5, 0), new SaleOffer(LIMITED, 100, 50, 2)),
                            target.url(),
                            TrustedRoots.ofJava(),
                            minting.operator(),
                            minting.secondOperator())
                    .run();
            final Presses presses = new Presses("press-", target.url(), minting, ROOM);
            final Presses elsewhere = new Presses("elsewhere-", target.url(), minting, ROOM);
            bought = presses.press(presses.meant(42, SCARCE, 3));
            soldOut = presses.press(presses.meant(43, SCARCE, 3));
            final OrderAttempt paid = presses.press(presses.meant(44, LIMITED, 2));
            overLimit = presses.press(presses.meant(44, LIMITED, 1));
            presses.press(overLimit);
            presses.cancel(bought);
            presses.pay(paid, 200);
            presses.refund(paid);
            final OrderAttempt last = presses.press(presses.meant(45, SCARCE, 4));
            unheard = presses.meant(46, LIMITED, 1);
            presses.sendUnheard(unheard);
            unheard.answered(State.BROKEN, "", 0, 0);
            final OrderAttempt more = presses.press(presses.meant(44, LIMITED, 2));
            final OrderAttempt another = elsewhere.press(elsewhere.meant(48, LIMITED, 1));
            TOLD.addAll(List.of(
                    bought, soldOut, paid, overLimit, last, unheard, more, another, presses.meant(47, SCARCE, 1)));
            new HttpFeed(target.url(), TrustedRoots.ofJava(), minting.downstream()).read(opening.from(), JOURNAL::add);
        }
    }

    @Test
    void anEveningThatIsInOrderHasNoFinding() {
        final AuditReport report = audit(JOURNAL, TOLD);

        assertThat(report.findings()).isEmpty();
        assertThat(report.isClean()).isTrue();
        assertThat(report.audited()).isEqualTo(TOLD.size() - 1L);
        assertThat(report.records()).isEqualTo(JOURNAL.size());
        assertThat(soldOut.code()).isEqualTo("SOLD_OUT");
        assertThat(overLimit.code()).isEqualTo("LIMIT_REACHED");
    }

    @Test
    void anOrderThatIsNotInTheJournalIsLost() {
        final AuditReport report = audit(
                withRecord(bought.sequence(), line -> line.replace("io.sluice.order.place", "io.sluice.room.likes")),
                TOLD);

        assertThat(report.count(Kind.LOST)).isEqualTo(1);
    }

    @Test
    void anOrderThatHasOtherLinesInTheJournalIsLost() {
        final AuditReport report =
                audit(withRecord(bought.sequence(), line -> line.replace("\"quantity\":3", "\"quantity\":2")), TOLD);

        assertThat(report.count(Kind.LOST)).isEqualTo(1);
        assertThat(report.findings().toString()).contains("other lines");
    }

    @Test
    void twoOrdersOfOneKeyAreDoubled() {
        final String order = record(bought.sequence());
        final AuditReport report = audit(
                withKeyOf(unheard, line -> order.replace(
                                "\"sequence\":" + bought.sequence(), "\"sequence\":" + sequenceOf(line))
                        .replace("\"order\":\"" + bought.order() + "\"", "\"order\":\"99\"")),
                TOLD);

        assertThat(report.count(Kind.DOUBLED)).isEqualTo(1);
        assertThat(report.findings().toString()).contains("99");
    }

    @Test
    void oneOrderOfTwoKeysIsDoubled() {
        final AuditReport report = audit(
                withKeyOf(
                        unheard,
                        line -> line.replaceAll("\"order\":\"[0-9]+\"", "\"order\":\"" + bought.order() + "\"")),
                TOLD);

        assertThat(report.counts()).containsOnlyKeys(Kind.DOUBLED);
    }

    @Test
    void anOrderWhoseViewerWaitedInVainIsUnanswered() {
        assertThat(audit(JOURNAL, told(unheard, sent(unheard))).counts()).containsOnlyKeys(Kind.UNANSWERED);
    }

    @Test
    void soldOutIsWrongWhenEnoughWasLeft() {
        final AuditReport report =
                audit(withRecord(soldOut.sequence(), line -> line.replace("\"quantity\":3", "\"quantity\":2")), TOLD);

        assertThat(report.counts()).containsOnlyKeys(Kind.WRONGLY_REFUSED);
    }

    @Test
    void aLimitIsWronglyReachedWhenTheViewerHasTooFewUnits() {
        final AuditReport report = audit(
                withRecord(overLimit.sequence(), line -> line.replace("\"viewer\":44", "\"viewer\":48")),
                told(overLimit, refused(48, overLimit)));

        assertThat(report.counts()).containsOnlyKeys(Kind.WRONGLY_REFUSED);
    }

    @Test
    void aLimitThatUnitsFromBeforeTheRunMayHaveReachedIsBelieved() {
        final Opening known = new Opening(
                opening.from(),
                List.of(new Opening.KnownOffer(LIMITED, LIMITED, 2, 0), new Opening.KnownOffer(SCARCE, SCARCE, 0, 0)),
                0);
        final AuditReport report = new Audit(
                        feed(withRecord(overLimit.sequence(), line -> line.replace("\"viewer\":44", "\"viewer\":48"))),
                        known,
                        new Told(told(overLimit, refused(48, overLimit)), List.of()))
                .run();

        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aRefusalWithoutARecordOrWithAnotherCodeIsWrong() {
        final AuditReport report = audit(
                withRecord(
                        soldOut.sequence(),
                        line -> line.replace("\"outcome\":\"SOLD_OUT\"", "\"outcome\":\"SALE_CLOSED\"")),
                told(overLimit, refused(99, overLimit)));

        assertThat(report.count(Kind.WRONGLY_REFUSED)).isEqualTo(2);
    }

    @Test
    void whatWasTurnedAwayMustNotBeOrdered() {
        final OrderAttempt shed = sent(unheard);
        shed.answered(State.SHED, "RING_FULL", 0, 0);

        assertThat(audit(JOURNAL, told(unheard, shed)).counts()).containsOnlyKeys(Kind.WRONGLY_REFUSED);
    }

    @Test
    void whatWasTurnedAwayTheSecondTimeMayHaveBeenOrderedByTheFirst() {
        final OrderAttempt shed = sent(unheard);
        shed.sent();
        shed.answered(State.SHED, "TOO_FAST", 0, 0);

        assertThat(audit(JOURNAL, told(unheard, shed)).counts()).containsOnlyKeys(Kind.UNANSWERED);
    }

    @Test
    void twoAnswersToOneKeyContradict() {
        final OrderAttempt twice = sent(bought);
        twice.answered(State.RESERVED, "", bought.order(), bought.sequence());
        twice.answered(State.REFUSED, "SOLD_OUT", 0, bought.sequence() + 1);

        assertThat(audit(JOURNAL, told(bought, twice)).counts()).containsOnlyKeys(Kind.CONTRADICTED);
    }

    @Test
    void moreUnitsTakenThanThereWereAreOversold() {
        final AuditReport report = audit(
                edited(
                        line -> line.contains("\"change\":5,"),
                        line -> line.replace("\"available\":5", "\"available\":3")),
                TOLD);

        assertThat(report.counts()).containsOnlyKeys(Kind.OVERSOLD);
        assertThat(report.findings().toString()).contains("item " + SCARCE + " has 1 units more taken");
    }

    @Test
    void unitsThatComeBackTwiceAreOversold() {
        final AuditReport report = audit(
                edited(
                        line -> line.contains("io.sluice.order.cancel"),
                        line -> line.replace("\"available\":5", "\"available\":8")),
                TOLD);

        assertThat(report.counts()).containsOnlyKeys(Kind.OVERSOLD);
    }

    @Test
    void aRecordThatIsMissingIsAGap() {
        final List<String> journal = new ArrayList<>(JOURNAL);
        journal.remove(0);

        assertThat(audit(journal, TOLD).count(Kind.INCOMPLETE)).isEqualTo(1);
    }

    @Test
    void ofAJournalThatBreaksOffNothingIsSaidOfTheRest() {
        final Feed broken = (from, lines) -> {
            JOURNAL.stream().limit(3).forEach(lines);
            throw new IOException("the connection broke");
        };

        final AuditReport report = new Audit(broken, opening, new Told(TOLD, List.of())).run();

        assertThat(report.counts()).containsOnlyKeys(Kind.INCOMPLETE);
        assertThat(report.findings().toString()).contains("the connection broke");
    }

    @Test
    void aLineThatIsNoEventIsShown() {
        final AuditReport report = audit(List.of("<html>"), List.of());

        assertThat(report.findings().toString()).contains("'<html>' is no event");
    }

    @Test
    void aHundredFindingsAreKeptAndTheRestCounted() {
        final List<OrderAttempt> lost = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            final OrderAttempt attempt = new OrderAttempt(i, "lost-", 42, new long[] {1}, new int[] {1}, 0);
            attempt.sent();
            attempt.answered(State.RESERVED, "", 1_000 + i, 1);
            lost.add(attempt);
        }

        final AuditReport report = audit(List.of(), lost);

        assertThat(report.count(Kind.LOST)).isEqualTo(150);
        assertThat(report.findings()).hasSize(100);
    }

    private static AuditReport audit(final List<String> journal, final List<OrderAttempt> told) {
        return new Audit(feed(journal), opening, new Told(told, List.of())).run();
    }

    private static Feed feed(final List<String> journal) {
        return (from, lines) -> journal.forEach(lines);
    }

    /** The presses with one of them exchanged. */
    private static List<OrderAttempt> told(final OrderAttempt instead, final OrderAttempt with) {
        return TOLD.stream().map(each -> each == instead ? with : each).toList();
    }

    /** The same press, sent and not answered. */
    private static OrderAttempt sent(final OrderAttempt like) {
        return sentBy(like.viewer(), like);
    }

    private static OrderAttempt sentBy(final long viewer, final OrderAttempt like) {
        final OrderAttempt attempt = new OrderAttempt(
                like.index(),
                like.keyPrefix(),
                viewer,
                new long[] {like.offer(0)},
                new int[] {like.quantity(0)},
                like.meantNs());
        attempt.sent();
        return attempt;
    }

    /** The same press and refusal, of another viewer. */
    private static OrderAttempt refused(final long viewer, final OrderAttempt like) {
        final OrderAttempt attempt = sentBy(viewer, like);
        attempt.answered(State.REFUSED, like.code(), 0, like.sequence());
        return attempt;
    }

    private static String record(final long sequence) {
        return JOURNAL.stream()
                .filter(line -> line.contains("\"sequence\":" + sequence + ","))
                .findFirst()
                .orElseThrow();
    }

    private static long sequenceOf(final String line) {
        return JournalEvent.parse(line).sequence();
    }

    private static List<String> withRecord(final long sequence, final UnaryOperator<String> edit) {
        return edited(line -> sequenceOf(line) == sequence, edit);
    }

    private static List<String> withKeyOf(final OrderAttempt attempt, final UnaryOperator<String> edit) {
        return edited(line -> line.contains("\"key\":\"" + attempt.key() + "\""), edit);
    }

    private static List<String> edited(final Predicate<String> which, final UnaryOperator<String> edit) {
        final List<String> journal = JOURNAL.stream()
                .map(line -> which.test(line) ? edit.apply(line) : line)
                .toList();
        assertThat(journal).as("an edit has to change something").isNotEqualTo(JOURNAL);
        return journal;
    }
}
