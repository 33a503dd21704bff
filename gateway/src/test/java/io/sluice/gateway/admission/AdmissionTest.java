package io.sluice.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);
    private static final Rate FREE = Rate.UNLIMITED;

    private final AtomicInteger occupancyPercent = new AtomicInteger();
    private final Admission admission = new Admission(
            new AdmissionLimits(FREE, FREE, FREE, new Rate(1, 2), FREE, FREE, FREE, FREE, 64, 75, 50, 25),
            occupancyPercent::get);

    @ParameterizedTest
    @CsvSource({
        "24, ADMITTED, ADMITTED",
        "25, RING_PRESSURE, ADMITTED",
        "49, RING_PRESSURE, ADMITTED",
        "50, RING_PRESSURE, RING_PRESSURE",
        "100, RING_PRESSURE, RING_PRESSURE"
    })
    void likesAreShedBeforeCommentsAndTouchesAndThoseBeforeOrders(
            final int percent, final Shed like, final Shed comment) {
        occupancyPercent.set(percent);

        assertThat(admission.like(42)).isEqualTo(like);
        assertThat(admission.comment(42)).isEqualTo(comment);
        assertThat(admission.touch(42)).isEqualTo(comment);
        assertThat(admission.order(42)).isEqualTo(Shed.ADMITTED);
    }

    @Test
    void everythingIsCountedByItsReason() {
        admission.comment(42);
        admission.comment(42);
        admission.comment(42);
        occupancyPercent.set(60);
        admission.comment(42);

        assertThat(admission.count(Activity.COMMENT, Shed.ADMITTED)).isEqualTo(2);
        assertThat(admission.count(Activity.COMMENT, Shed.VIEWER_RATE)).isEqualTo(1);
        assertThat(admission.count(Activity.COMMENT, Shed.RING_PRESSURE)).isEqualTo(1);
        assertThat(admission.count(Activity.LIKE, Shed.ADMITTED)).isZero();
    }

    @Test
    void nobodyNewComesInWhileStopping() {
        admission.stop();

        assertThat(admission.ticket(42)).isEqualTo(Shed.STOPPING);
        assertThat(admission.connect()).isEqualTo(Shed.STOPPING);
        assertThat(admission.order(42)).isEqualTo(Shed.ADMITTED);
    }

    @Test
    void likesAreNeverKeptLongerThanComments() {
        assertThatThrownBy(() -> new AdmissionLimits(FREE, FREE, FREE, FREE, FREE, FREE, FREE, FREE, 64, 75, 25, 50))
                .hasMessageContaining("likePercent=50");
    }

    @Test
    void aBucketGivesItsBurstAndThenItsRate() {
        final RateTable table = new RateTable(2, 3, 8);
        final long start = SECOND_NS;

        assertThat(taken(table, 7, start, 10)).isEqualTo(3);
        assertThat(taken(table, 7, start + SECOND_NS, 10)).isEqualTo(2);
        assertThat(taken(table, 7, start + 100 * SECOND_NS, 10)).isEqualTo(3);
    }

    @Test
    void oneKeysHasteIsNoneOfAnothers() {
        final RateTable table = new RateTable(1, 1, 64);

        assertThat(taken(table, 1, SECOND_NS, 5)).isEqualTo(1);
        assertThat(taken(table, 2, SECOND_NS, 5)).isEqualTo(1);
    }

    @Test
    void moreKeysThanBucketsKeepNobodyOut() {
        final RateTable table = new RateTable(1, 1, 8);

        for (long key = 1; key <= 10_000; key++) {
            assertThat(table.take(key, SECOND_NS)).isTrue();
        }
    }

    @Test
    void theBucketIdleForLongestIsForgottenFirst() {
        final RateTable table = new RateTable(1, 1, 8);
        for (long key = 1; key <= 8; key++) {
            table.take(key, key * SECOND_NS);
        }

        table.take(9, 9 * SECOND_NS);

        assertThat(table.take(8, 8 * SECOND_NS + 1)).isFalse();
    }

    @Test
    void noLimitIsNoLimit() {
        assertThat(taken(new RateTable(0, 1, 8), 7, SECOND_NS, 1_000)).isEqualTo(1_000);
    }

    @Test
    void aHomeHasOneKey() {
        assertThat(key("2001:db8:1:2::1"))
                .isEqualTo(key("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(key("2001:db8:1:3::1"));
        assertThat(key("10.0.0.1")).isNotEqualTo(key("10.0.0.2")).isNotZero();
        assertThat(AddressKey.of(null)).isNotZero();
    }

    @ParameterizedTest
    @CsvSource({
        ", shop:8080, true",
        "http://shop:8080, shop:8080, true",
        "HTTP://Shop:8080, shop:8080, true",
        "https://partner.example, shop:8080, true",
        "http://partner.example, shop:8080, false",
        "http://shop, shop:8080, false",
        "http://evil.example, shop:8080, false",
        "http://shop:8080.evil.example, shop:8080, false",
        "null, shop:8080, false",
        "http://shop:8080, , false"
    })
    void anOriginIsThisHostOrOneOfTheListed(final String origin, final String host, final boolean allowed) {
        assertThat(new OriginPolicy(Set.of("https://Partner.example")).allows(origin, host))
                .isEqualTo(allowed);
    }

    private static long key(final String address) {
        return AddressKey.of(SocketAddress.inetSocketAddress(1, address));
    }

    private static int taken(final RateTable table, final long key, final long nowNs, final int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += table.take(key, nowNs) ? 1 : 0;
        }
        return taken;
    }
}
