package io.sluice.bench.micro;

import io.sluice.engine.core.Ascii;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.Foresight;
import io.sluice.engine.core.OfferTerms;
import io.sluice.engine.core.OrderRequest;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockReason;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one decision costs the core of a whole brand: a new order of one line for one of 500 offers, of one of 5 million known
 * viewers in 20,000 groups, with limit, coupon, price check, a key never seen before and attribution by a policy of all rules;
 * and in the second benchmark its payment as well, with the commission of a plan for six payees. A third of the viewers are
 * bound to guides, a third are only in groups, every second has an inviter, every fourth order carries a code and another
 * fourth a coupon. Every one is RESERVED, then PAID, and memory for all of them is set aside first. With {@code foreseen}
 * above 0 as many orders or payments at a time are shown to the core before the first of them is decided, as the ring and a
 * replay do it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx8g", "-XX:MaxDirectMemorySize=8g"})
public class BrandDecisionBenchmark {
    private static final int ORDERS = 400_000;
    private static final int ITERATIONS = 10;
    private static final long ROOM = 1;
    private static final int KEY_BYTES = 36;
    private static final long PRICE_FEN = 9_900;

    private final Decision decision = new Decision();
    private final OrderRequest request = new OrderRequest();
    private final Ascii reference = new Ascii(KEY_BYTES);
    private final UnsafeBuffer code = new UnsafeBuffer(new byte[KEY_BYTES]);
    /** Of an iteration, side by side as a ring's commands are: to write them is not the core's work. */
    private final UnsafeBuffer keys = new UnsafeBuffer(new byte[KEY_BYTES * ORDERS]);

    private FlashCore core;
    private long sequence;
    private long nowMs = 1_000;
    private long orders;

    /** How many orders the core is shown at a time, 0 for none. */
    @Param({"0", "32"})
    private int foreseen;

    /** Founds the brand and opens a room with its offers. */
    @Setup
    public void open() {
        System.out.println(KnownBrand.bytesAViewer() + " bytes a known viewer");
        final int all = ORDERS * ITERATIONS;
        core = new FlashCore(new CoreReserves(all, all, Math.max(all, KnownBrand.VIEWERS)));
        keys.setMemory(0, keys.capacity(), (byte) 'k');
        final byte[] title = "title".getBytes(StandardCharsets.UTF_8);
        core.putRoom(ROOM, 0, title, new byte[0], next());
        core.changeRoomState(ROOM, RoomState.LIVE, next());
        final OfferTerms terms = new OfferTerms().set(PRICE_FEN, 0, Long.MAX_VALUE, 1_000_000, 900);
        for (int offer = 1; offer <= KnownBrand.OFFERS; offer++) {
            core.putItem(offer, title, new byte[0], next());
            core.stockChanges().change(1, offer, 1_000_000_000L, StockReason.RESTOCK, next());
            core.putOffer(ROOM, offer, offer, terms, next());
        }
        KnownBrand.found(core, this::next);
        KnownBrand.sell(core, this::next);
        for (long number = 0; number < all; number++) {
            if (carriesCoupon(number)) {
                KnownBrand.claim(core, viewerOf(number), number, next());
            }
        }
    }

    /** Writes the keys of an iteration's orders. */
    @Setup(Level.Iteration)
    public void writeKeys() {
        for (int i = 0; i < ORDERS; i++) {
            keys.putNaturalLongAscii(i * KEY_BYTES, 1_000_000_000L + orders + i);
        }
    }

    /** Places orders, each with the next key. */
    @Benchmark
    @OperationsPerInvocation(ORDERS)
    public long placeOrders() {
        long seen = 0;
        for (int i = 0; i < ORDERS; i++) {
            if (foreseen > 0 && i % foreseen == 0) {
                seen += foresee(i);
            }
            placeOrder(i);
        }
        orders += ORDERS;
        return seen + decision.order();
    }

    /** Places orders and pays them, by their keys as references, each of which is a decision. */
    @Benchmark
    @OperationsPerInvocation(2 * ORDERS)
    public long placeAndPayOrders() {
        final long first = core.orders() + 1;
        long seen = placeOrders();
        for (int i = 0; i < ORDERS; i++) {
            if (foreseen > 0 && i % foreseen == 0) {
                seen += foreseePayments(first, i);
            }
            payOrder(first + i, i);
        }
        return seen;
    }

    private long foreseePayments(final long first, final int from) {
        final Foresight foresight = core.foresight();
        for (int i = from; i < from + foreseen; i++) {
            foresight.onReference(Ascii.hashOf(keys, i * KEY_BYTES, KEY_BYTES));
            foresight.onOrder(first + i);
        }
        return foresight.look();
    }

    private void payOrder(final long order, final int place) {
        reference.set(keys, place * KEY_BYTES, KEY_BYTES);
        final long costsFen = carriesCoupon(order - 1) ? PRICE_FEN - KnownBrand.DISCOUNT_FEN : PRICE_FEN;
        core.payOrder(order, costsFen, reference, next());
        if (decision.outcome() != Outcome.PAID) {
            throw new IllegalStateException("order=" + order + " outcome=" + decision.outcome());
        }
    }

    private long foresee(final int from) {
        final Foresight foresight = core.foresight();
        for (int j = from; j < from + foreseen; j++) {
            final long viewer = viewerOf(orders + j);
            foresight.onKey(viewer, Ascii.hashOf(keys, j * KEY_BYTES, KEY_BYTES));
            if (carriesCode(orders + j)) {
                foresight.onCode(KnownBrand.guideOf(orders + j), 0, inviterOf(orders + j));
            }
            if (carriesCoupon(orders + j)) {
                foresight.onCoupon(couponOf(orders + j));
            }
            foresight.onLine(viewer, offerOf(orders + j));
        }
        return foresight.look();
    }

    private void placeOrder(final int place) {
        final long number = orders + place;
        final Decision decided = next();
        if (carriesCoupon(number)) {
            request.set(viewerOf(number), ROOM, PRICE_FEN - KnownBrand.DISCOUNT_FEN);
            request.coupon().set(code, 0, code.putNaturalLongAscii(0, couponOf(number)));
        } else {
            request.set(viewerOf(number), ROOM, PRICE_FEN);
        }
        if (carriesCode(number)) {
            request.touch().set(0, KnownBrand.guideOf(number), 0, inviterOf(number));
        }
        request.lines().add(offerOf(number), 1);
        request.key().set(keys, place * KEY_BYTES, KEY_BYTES);
        core.placeOrder(request, decided);
        if (decided.outcome() != Outcome.RESERVED) {
            throw new IllegalStateException("order=" + number + " outcome=" + decided.outcome());
        }
    }

    private static boolean carriesCode(final long number) {
        return number % 4 == 0;
    }

    private static boolean carriesCoupon(final long number) {
        return number % 4 == 1;
    }

    private static long couponOf(final long number) {
        return 1 + number / 4;
    }

    private static long inviterOf(final long number) {
        return 1 + number * 40_503 % KnownBrand.VIEWERS;
    }

    private static long viewerOf(final long number) {
        return 1 + number * 2_654_435_761L % KnownBrand.VIEWERS;
    }

    private static long offerOf(final long number) {
        return 1 + number % KnownBrand.OFFERS;
    }

    private Decision next() {
        return decision.begin(++sequence, ++nowMs);
    }
}
