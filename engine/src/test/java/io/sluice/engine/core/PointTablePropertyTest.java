package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.PointReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The table of points beside lists of lots, through moves and time made of chance. */
class PointTablePropertyTest {
    private static final int STEPS = 120;
    private static final int VIEWERS = 3;
    private static final long FOR_GOOD = Long.MAX_VALUE;

    @Property(tries = 200)
    void whatMovedIsWhatIsThereAndWhatExpired(@ForAll final long seed) {
        final Random random = new Random(seed);
        final PointTable table = new PointTable(0, 0, STEPS);
        final Decision decision = new Decision();
        final List<Plain> plains = new ArrayList<>();
        for (int i = 0; i < VIEWERS; i++) {
            plains.add(new Plain());
        }
        long nowMs = 1;
        for (int step = 1; step <= STEPS; step++) {
            final int viewer = random.nextInt(VIEWERS);
            final int points = 1 + random.nextInt(20);
            decision.begin(step, nowMs);
            if (random.nextInt(5) < 3) {
                final long expiresAtMs = random.nextInt(40) == 0 ? FOR_GOOD : nowMs + 1 + random.nextInt(30);
                table.earn(viewer + 1, PointReason.GIFT, points, expiresAtMs, decision);
                plains.get(viewer).earn(points, expiresAtMs, nowMs);
            } else {
                table.take(viewer + 1, PointReason.SPENT, points, decision);
                plains.get(viewer).take(points, nowMs);
            }
            assertThat(decision.points().balance(0))
                    .isEqualTo(plains.get(viewer).balanceAt(nowMs));
            nowMs += random.nextInt(6);
            for (int each = 0; each < VIEWERS; each++) {
                assertBooksBalance(table, each + 1, plains.get(each), nowMs);
            }
        }
    }

    private static void assertBooksBalance(
            final PointTable table, final long viewer, final Plain plain, final long nowMs) {
        long moved = 0;
        long left = 0;
        long latestMs = 0;
        for (PointEntry entry = oldestOf(table, viewer); entry != null; entry = table.at(entry.newer())) {
            moved += entry.points();
            left += entry.expiresAtMs() > nowMs ? entry.left() : 0;
            if (entry.points() > 0) {
                assertThat(entry.expiresAtMs()).isGreaterThanOrEqualTo(latestMs);
                latestMs = entry.expiresAtMs();
            }
        }
        final long balance = table.balanceOf(viewer, nowMs);
        assertThat(balance).isEqualTo(plain.balanceAt(nowMs));
        assertThat(moved).isEqualTo(balance + plain.expiredAt(nowMs));
        assertThat(left).isEqualTo(Math.max(0, balance));
    }

    private static PointEntry oldestOf(final PointTable table, final long viewer) {
        PointEntry entry = table.at(table.newestOf(viewer));
        while (entry != null && entry.older() != 0) {
            entry = table.at(entry.older());
        }
        return entry;
    }

    /** A viewer's points as a child would keep them: lots in a row, and what is owed. */
    private static final class Plain {
        private final List<long[]> lots = new ArrayList<>();
        private long owed;
        private long expired;
        private long latestMs;

        void earn(final long points, final long expiresAtMs, final long nowMs) {
            expire(nowMs);
            latestMs = Math.max(latestMs, expiresAtMs);
            final long madeUp = Math.min(owed, points);
            owed -= madeUp;
            lots.add(new long[] {points - madeUp, latestMs});
        }

        void take(final long points, final long nowMs) {
            expire(nowMs);
            owed += points;
            for (final long[] lot : lots) {
                final long taken = Math.min(owed, lot[0]);
                lot[0] -= taken;
                owed -= taken;
            }
        }

        long balanceAt(final long nowMs) {
            return lots.stream().mapToLong(lot -> lot[1] > nowMs ? lot[0] : 0).sum() - owed;
        }

        long expiredAt(final long nowMs) {
            return expired
                    + lots.stream()
                            .mapToLong(lot -> lot[1] > nowMs ? 0 : lot[0])
                            .sum();
        }

        private void expire(final long nowMs) {
            expired = expiredAt(nowMs);
            lots.removeIf(lot -> lot[1] <= nowMs);
        }
    }
}
