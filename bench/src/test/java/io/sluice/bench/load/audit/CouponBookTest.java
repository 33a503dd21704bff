package io.sluice.bench.load.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.AuditFinding.Kind;
import io.sluice.bench.load.TakenCoupon;
import io.sluice.bench.load.Told;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CouponBookTest {
    private static final String CAMPAIGN =
            record(1, "campaign.save", "ACCEPTED", "\"campaign\":5,\"count\":4,\"discountFen\":500");
    private static final String FIRST = claim(2, "ACCEPTED", 11);
    private static final String SECOND = claim(3, "ACCEPTED", 12);

    @Test
    void claimsThatTheJournalHasAreInOrder() {
        assertThat(findings(List.of(new TakenCoupon(42, 11, 2), new TakenCoupon(42, 12, 3)), CAMPAIGN, FIRST, SECOND))
                .isEmpty();
    }

    @Test
    void aRepetitionTakesNoCoupon() {
        assertThat(findings(List.of(), CAMPAIGN, FIRST, SECOND, claim(4, "REPEATED", 11)))
                .isEmpty();
    }

    @Test
    void aCouponBeyondThoseThereAreIsFound() {
        assertThat(findings(List.of(), CAMPAIGN, FIRST, SECOND, claim(4, "ACCEPTED", 13)))
                .as("two were claimed before the run")
                .containsExactly(Kind.OVERSOLD);
    }

    @Test
    void aCouponThatIsNotInTheJournalIsLost() {
        assertThat(findings(List.of(new TakenCoupon(42, 12, 3)), CAMPAIGN, FIRST))
                .containsExactly(Kind.LOST);
    }

    @Test
    void aCouponThatIsAnotherViewersInTheJournalIsLost() {
        assertThat(findings(List.of(new TakenCoupon(43, 11, 2)), CAMPAIGN, FIRST))
                .containsExactly(Kind.LOST);
    }

    @Test
    void aCouponThatIsClaimedTwiceIsDoubled() {
        assertThat(findings(List.of(), CAMPAIGN, FIRST, claim(3, "ACCEPTED", 11)))
                .containsExactly(Kind.DOUBLED);
    }

    private static List<Kind> findings(final List<TakenCoupon> told, final String... journal) {
        final Feed feed = (from, lines) -> Arrays.asList(journal).forEach(lines);
        return new Audit(feed, new Opening(1, List.of(), 2), new Told(List.of(), told))
                .run().findings().stream().map(AuditFinding::kind).toList();
    }

    private static String claim(final long sequence, final String outcome, final long coupon) {
        return record(
                sequence,
                "coupon.claim",
                outcome,
                "\"viewer\":42,\"campaign\":5,\"key\":\"k\",\"coupon\":\"" + coupon + '"');
    }

    private static String record(final long sequence, final String type, final String outcome, final String fields) {
        return "{\"type\":\"io.sluice." + type + "\",\"data\":{\"sequence\":" + sequence + ",\"outcome\":\"" + outcome
                + "\"," + fields + "}}";
    }
}
