package io.sluice.engine.core;

import static io.sluice.engine.core.OrderBuilder.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.StockReason;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * First answers to orders and payments, beside two maps of the JDK that forget as they do: keys and references that come again
 * with the same body or another, more of them than are kept, days that pass, limits that change, and cores that are loaded anew.
 */
class FirstAnswersPropertyTest {
    private static final long DAY_MS = CoreLimits.MIN_KEY_RETENTION_MS;
    private static final int STEPS = 600;
    private static final int KEYS = 40;
    private static final long UNKNOWN_ORDER = 1_000_000;

    private final Map<String, First> orders = new LinkedHashMap<>();
    private final Map<String, First> payments = new LinkedHashMap<>();
    private final Map<Long, String> paidBy = new HashMap<>();
    private Random random;
    private Shop shop;
    private int capacity;
    private long retentionMs;

    @Property(tries = 100)
    void theyAreGivenAgainForAsLongAsAMapAndTheRetentionTimeSay(@ForAll final long seed) {
        random = new Random(seed);
        orders.clear();
        payments.clear();
        paidBy.clear();
        capacity = 1 + random.nextInt(12);
        retentionMs = DAY_MS;
        shop = Shop.open(LimitsBuilder.limits().keys(capacity).reserved(random.nextInt(2) * 5_000));
        shop.changeStock(Shop.ITEM, 100_000, StockReason.RESTOCK);
        for (int step = 0; step < STEPS; step++) {
            shop.pass(random.nextInt((int) (DAY_MS / 4)));
            if (random.nextInt(3) == 0) {
                place();
            } else {
                pay();
            }
            disturb();
        }
    }

    private void disturb() {
        if (shop.core().orders() > 0 && random.nextInt(4) == 0) {
            shop.expire(1 + random.nextInt((int) shop.core().orders()));
        }
        if (random.nextInt(40) == 0) {
            capacity = 1 + random.nextInt(24);
            retentionMs = DAY_MS + random.nextInt((int) DAY_MS);
            shop.changeLimits(LimitsBuilder.limits()
                    .keys(capacity)
                    .retentionMs(retentionMs)
                    .build());
        }
        if (random.nextInt(40) == 0) {
            final Shop reloaded = shop.reloaded(new CoreReserves(0, random.nextInt(2) * 9_000, 0));
            assertThat(reloaded.core().stateHash()).isEqualTo(shop.core().stateHash());
            shop = reloaded;
        }
    }

    private void place() {
        final long viewer = random.nextInt(3) + 1L;
        final String key = "k" + random.nextInt(KEYS);
        final int quantity = 1 + random.nextInt(2);

        final Decision decision = shop.place(order(key).by(viewer).of(Shop.OFFER, quantity));

        assertThat(decision.outcome())
                .isEqualTo(expected(orders, viewer + key, quantity, 0, Outcome.RESERVED, decision));
    }

    /** Whole or in part, of an order that there is or is not, so that it pays, or has to go back. */
    private void pay() {
        final long newest = shop.core().orders();
        final long number =
                newest == 0 || random.nextInt(5) == 0 ? UNKNOWN_ORDER : Math.max(1, newest - random.nextInt(4));
        final String reference = "p" + random.nextInt(KEYS);
        final Decision found = shop.find(number);
        final long totalFen = found.picture().totalFen();
        final long amountFen = totalFen + random.nextInt(2);
        final Outcome fresh = found.outcome() == Outcome.FOUND && amountFen == totalFen
                ? ofPaymentInFull(found.picture().state())
                : Outcome.REFUND_DUE;

        final Decision decision = shop.pay(number, amountFen, reference);

        if (reference.equals(paidBy.get(number))) {
            // What paid an order stands in it for ever.
            assertThat(decision.outcome()).isEqualTo(amountFen == totalFen ? Outcome.REPEATED : Outcome.KEY_REUSED);
            return;
        }
        assertThat(decision.outcome()).isEqualTo(expected(payments, reference, number, amountFen, fresh, decision));
        if (decision.outcome() == Outcome.PAID || decision.outcome() == Outcome.PAID_LATE) {
            paidBy.put(number, reference);
        }
    }

    private static Outcome ofPaymentInFull(final OrderState before) {
        return switch (before) {
            case RESERVED -> Outcome.PAID;
            case EXPIRED -> Outcome.PAID_LATE;
            default -> Outcome.REFUND_DUE;
        };
    }

    /** What the map says, which then remembers the decision if it is the first. */
    private Outcome expected(
            final Map<String, First> firsts,
            final String key,
            final long about,
            final long amount,
            final Outcome fresh,
            final Decision decision) {
        final First first = firsts.get(key);
        if (first != null) {
            return again(first, about, amount, decision);
        }
        while (firsts.size() >= capacity && firsts.values().iterator().next().timeMs() + retentionMs <= shop.nowMs()) {
            firsts.remove(firsts.keySet().iterator().next());
        }
        if (firsts.size() >= capacity) {
            return Outcome.CAPACITY;
        }
        firsts.put(key, new First(decision.sequence(), shop.nowMs(), about, amount, fresh));
        return fresh;
    }

    private static Outcome again(final First first, final long about, final long amount, final Decision decision) {
        if (first.about() != about || first.amount() != amount) {
            return Outcome.KEY_REUSED;
        }
        assertThat(decision.cause()).isEqualTo(first.outcome());
        assertThat(decision.answeredAt()).isEqualTo(first.sequence());
        return Outcome.REPEATED;
    }

    private record First(long sequence, long timeMs, long about, long amount, Outcome outcome) {}
}
