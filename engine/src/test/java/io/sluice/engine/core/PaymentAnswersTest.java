package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Answers to payments that are kept whole, beside the ring. */
class PaymentAnswersTest {
    private static final int KEPT = 1_000;
    private static final int MANY = 4_000_000;

    @Test
    void asManyAsComeAndGoTheyTakeTheMemoryOfThoseThatAreKept() {
        final PaymentAnswers answers = new PaymentAnswers(Shop.open().core().orders, 0, KEPT, 0);
        final Fingerprint fingerprint = Fingerprint.ofPayments();
        final Decision decision = new Decision();
        final Ascii reference = new Ascii(16);
        final long before = directBytes();

        for (int i = 1; i <= MANY; i++) {
            decision.begin(i, i).refundDue(Outcome.ORDER_UNKNOWN, 5);
            reference.set(Integer.toString(i));
            assertThat(answers.find(reference) == null && answers.hasRoom(i)).isTrue();
            answers.remember(fingerprint.take(i, 5), decision);
        }

        // Were none used again it would be 512 MB, of which what other tests gave back meanwhile hides a part.
        assertThat(directBytes() - before).isLessThan(100_000_000);
        for (int i = MANY - KEPT; i <= MANY; i++) {
            reference.set(Integer.toString(i));
            final Answer found = answers.find(reference);
            assertThat(found == null ? 0 : found.sequence()).isEqualTo(i == MANY - KEPT ? 0 : i);
        }
    }

    private static long directBytes() {
        System.gc();
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
