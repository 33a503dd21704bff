package io.sluice.engine.core.naive;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.core.LimitsBuilder;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * An evening made of chance: few viewers, offers, keys and units, so that commands meet, and a time that likes to stop at
 * the ends of holds and sales. The same seed is the same evening; it looks at the naive core to aim well.
 */
public final class Broadcast {
    static final int VIEWERS = 4;
    private static final int ROOMS = 2;
    private static final int ITEMS = 3;
    private static final int OFFERS = 5;
    private static final int KEYS = 8;
    private static final int REFERENCES = 10;
    private static final long DAY_MS = 86_400_000;

    /** Two units of it bring points. */
    private static final long DEAR_FEN = 6_100;

    private final Random random;
    private final NaiveCore naive;
    private final BrandBroadcast brand;
    private final MoneyBroadcast money;
    private final CouponBroadcast coupons;
    private final PointBroadcast points;
    private final StockBroadcast stocks;
    private final TalkBroadcast talk;
    private final List<Command> repeatable = new ArrayList<>();
    private final List<Supplier<Command>> wheel = new ArrayList<>();
    private long nowMs = 1_760_000_000_000L;

    /** An evening of {@code random}, aimed at where {@code naive} stands. */
    public Broadcast(final Random random, final NaiveCore naive) {
        this.random = random;
        this.naive = naive;
        brand = new BrandBroadcast(random, naive);
        money = new MoneyBroadcast(random, () -> nowMs);
        coupons = new CouponBroadcast(random, naive, () -> nowMs);
        points = new PointBroadcast(random, naive);
        stocks = new StockBroadcast(random, naive, () -> nowMs);
        talk = new TalkBroadcast(random, naive);
        turn(36, this::placeOrder);
        turn(18, this::payOrder);
        turn(5, this::cancelOrder);
        turn(9, this::expireOrder);
        turn(12, this::refundOrder);
        turn(6, this::requestRefund);
        turn(5, this::endRequest);
        turn(3, () -> new Command.FindOrder(random.nextInt(VIEWERS + 1), order()));
        turn(2, () -> new Command.PutRoom(room(), title()));
        turn(3, () -> new Command.ChangeRoomState(room(), oneOf(null, RoomState.values())));
        turn(2, () -> new Command.PutItem(item(), title()));
        turn(6, this::changeStock);
        turn(5, this::putOffer);
        turn(2, () -> new Command.OpenOffer(room(), offer()));
        turn(1, () -> new Command.CloseOffer(room(), offer()));
        turn(1, () -> new Command.PinOffer(room(), rarely(6) ? 0 : offer()));
        turn(1, () -> new Command.ChangeLimits(rarely(20) ? null : limits()));
        turn(9, this::again);
        brand.takeTurns(this::turn);
        money.takeTurns(this::turn);
        coupons.takeTurns(this::turn);
        points.takeTurns(this::turn);
        new ReviewBroadcast(random, naive).takeTurns(this::turn);
        stocks.takeTurns(this::turn);
        talk.takeTurns(this::turn);
    }

    /** Limits that an evening meets in one of several ways, or not at all; later ones may be below what is in use. */
    private CoreLimits limits() {
        final LimitsBuilder limits = LimitsBuilder.limits();
        limits.retentionMs(DAY_MS + (rarely(2) ? 0 : random.nextInt((int) DAY_MS)));
        limits.keys(random.nextInt(3) == 0 ? 1 + random.nextInt(12) : 10_000);
        limits.refusedKeys(random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 10_000);
        limits.orders(random.nextInt(4) == 0 ? 1 + random.nextInt(20) : 10_000);
        limits.viewerOffers(random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 10_000);
        limits.mutes(1 + random.nextInt(3));
        limits.rooms(1 + random.nextInt(ROOMS + 1));
        limits.items(1 + random.nextInt(ITEMS + 1));
        limits.offers(1 + random.nextInt(OFFERS + 1));
        limits.viewers(random.nextInt(3) == 0 ? 1 + random.nextInt(VIEWERS) : 10_000);
        limits.writeOff(stocks.needsTwo() ? random.nextInt(4) : 0);
        return limits.build();
    }

    /** What makes a shop that sells. */
    public List<Command> opening() {
        final List<Command> commands = new ArrayList<>();
        commands.add(new Command.ChangeLimits(limits()));
        commands.add(new Command.PutRoom(1, "r"));
        commands.add(new Command.ChangeRoomState(1, RoomState.LIVE));
        for (long item = 1; item <= 2; item++) {
            commands.add(new Command.PutItem(item, "i"));
            final int units = stocks.hasPlenty() ? 20 : 1;
            commands.add(new Command.ChangeStock(1, item, 1 + random.nextInt(units), StockReason.RESTOCK));
        }
        for (long offer = 1; offer <= 3; offer++) {
            final long item = 1 + offer % 2;
            commands.add(new Command.PutOffer(
                    1,
                    offer,
                    item,
                    offer == 3 ? DEAR_FEN : 100 * offer,
                    0,
                    Long.MAX_VALUE,
                    random.nextInt(4),
                    5,
                    rarely(4) ? 0 : 1 + random.nextInt(8),
                    List.of()));
        }
        commands.addAll(brand.opening());
        commands.addAll(money.opening());
        commands.addAll(coupons.opening());
        commands.addAll(stocks.opening());
        commands.addAll(points.opening());
        return commands;
    }

    /** The next command. */
    public Command next() {
        final Command command = wheel.get(random.nextInt(wheel.size())).get();
        final boolean hasAKey = command instanceof Command.PlaceOrder
                || command instanceof Command.PayOrder
                || command instanceof Command.ClaimCoupon
                || command instanceof Command.AwardPoints
                || command instanceof ServiceCommand.RequestRefund
                || command instanceof Command.RefundOrder;
        if (hasAKey) {
            repeatable.add(command);
        }
        return command;
    }

    /** The time of the next command: mostly the same or a little later, at times a moment that matters, or a day on. */
    public long nextMs() {
        final int chance = random.nextInt(100);
        if (chance < 55) {
            nowMs += random.nextInt(30);
        } else if (chance < 75) {
            nowMs += random.nextInt(3_000);
        } else if (chance < 95) {
            nowMs = Math.max(nowMs, aMomentThatMatters() + random.nextInt(3) - 1);
        } else if (chance < 97) {
            nowMs += DAY_MS / 2 + random.nextInt(2);
        } else if (chance < 98) {
            nowMs += DAY_MS;
        }
        return nowMs;
    }

    private long aMomentThatMatters() {
        final long momentOfTheBrand = rarely(3) ? brand.aMomentThatMatters() : nowMs;
        final long moment = rarely(3) ? coupons.aMomentThatMatters() : momentOfTheBrand;
        if (moment > nowMs && moment < nowMs + DAY_MS) {
            return moment;
        }
        final long other = rarely(4) ? points.aMomentThatMatters() : rarely(4) ? stocks.aMomentThatMatters() : 0;
        if (other > nowMs && other < nowMs + DAY_MS) {
            return other;
        }
        if (rarely(6)) {
            return talk.aMomentThatMatters();
        }
        final NaiveOrder order = naive.book().find(order());
        if (order != null && order.state == OrderState.RESERVED) {
            return order.payByMs;
        }
        final NaiveOffer offer = naive.catalogue().offers.get(offer());
        if (offer == null) {
            return nowMs;
        }
        final long ofOffer = rarely(2) ? offer.opensAtMs : offer.closesAtMs;
        return ofOffer < nowMs + DAY_MS ? ofOffer : nowMs;
    }

    private Command placeOrder() {
        final int lines = rarely(40) ? oneOf(0, new Integer[] {15, 16, 17}) : 1 + random.nextInt(3);
        final NaivePlace turn = rarely(2) ? stocks.aTurn() : null;
        final NaiveOrder late = rarely(6) ? coupons.lateOrder() : null;
        final NaiveCoupons.Claimed held = rarely(2) ? coupons.heldVoucher() : null;
        if (held != null && turn == null) {
            return placeOrder(held);
        }
        final long anyViewer = late == null ? viewer() : late.command.viewer();
        final long viewer = rarely(60) ? 0 : turn == null ? anyViewer : turn.viewer;
        return new Command.PlaceOrder(
                viewer,
                rarely(12) ? room() : 1,
                turn == null ? units(lines) : unitsOf(turn),
                rarely(4) ? 100L * random.nextInt(12) - 1 : -1,
                coupons.couponOf(viewer),
                rarely(5) ? "share" + random.nextInt(2) : "",
                rarely(3) ? brand.touch() : new Verdict.Touch(0, 0, 0, 0),
                rarely(60) ? oneOf("", new String[] {"a b", "k".repeat(65)}) : "k" + random.nextInt(KEYS));
    }

    private Command placeOrder(final NaiveCoupons.Claimed coupon) {
        return new Command.PlaceOrder(
                coupon.viewer(),
                1,
                units(1),
                -1,
                Long.toString(coupon.number()),
                "",
                new Verdict.Touch(0, 0, 0, 0),
                "k" + random.nextInt(KEYS * 100));
    }

    private Command payOrder() {
        final NaiveOrder late = rarely(3) ? coupons.lateOrder() : null;
        final NaiveOrder order = late == null ? naive.book().find(order()) : late;
        final long amountFen = order == null || rarely(8) ? random.nextInt(500) - 1 : order.totalFen();
        return new Command.PayOrder(order == null ? order() : order.number, amountFen, reference("p"));
    }

    private Command cancelOrder() {
        final NaiveOrder order = naive.book().find(order());
        final long actor = rarely(3) ? 9 : rarely(40) ? -1 : 0;
        return order == null || rarely(5)
                ? new ServiceCommand.CancelOrder(viewer(), order(), actor)
                : new ServiceCommand.CancelOrder(actor <= 0 ? order.command.viewer() : 0, order.number, actor);
    }

    /** Mostly of the hold that ends first, as the timers do it. */
    private Command expireOrder() {
        NaiveOrder first = null;
        for (final NaiveOrder order : naive.book().orders) {
            if (order.state == OrderState.RESERVED && (first == null || order.payByMs < first.payByMs)) {
                first = order;
            }
        }
        return new Command.ExpireOrder(first == null || rarely(3) ? order() : first.number);
    }

    private Command refundOrder() {
        final long order = mostlyPaidOrder();
        return new Command.RefundOrder(
                order, refundedUnits(), returned(), reference("r"), rarely(2) ? 0 : requestOf(order));
    }

    private Command requestRefund() {
        final NaiveOrder pack = rarely(2) ? coupons.packOrder() : null;
        return new ServiceCommand.RequestRefund(
                rarely(60) ? 0 : 8 + random.nextInt(2),
                pack == null ? mostlyPaidOrder() : pack.number,
                pack == null || rarely(3) ? refundedUnits() : List.of(),
                returned(),
                reference("q"));
    }

    /** Without money, mostly of an order of which there was any. */
    private Command endRequest() {
        final List<NaiveOrder> asked = naive.book().orders.stream()
                .filter(order -> !naive.requests().of(order.number).isEmpty())
                .toList();
        final long order = asked.isEmpty() || rarely(8) ? order() : asked.get(random.nextInt(asked.size())).number;
        return rarely(2)
                ? new ServiceCommand.WithdrawRefundRequest(rarely(60) ? 0 : 8, order, requestOf(order))
                : new ServiceCommand.DeclineRefund(order, requestOf(order));
    }

    /** Mostly the newest that there was of an order; at times one of another order, or none. */
    private long requestOf(final long order) {
        final List<Long> requests = naive.requests().of(rarely(12) ? order() : order);
        if (requests.isEmpty()) {
            return rarely(8) ? -1 : random.nextInt(2);
        }
        return requests.get(rarely(3) ? random.nextInt(requests.size()) : requests.size() - 1);
    }

    private long mostlyPaidOrder() {
        final List<NaiveOrder> paid =
                naive.book().orders.stream().filter(NaiveOrder::isPaid).toList();
        return paid.isEmpty() || rarely(5) ? order() : paid.get(random.nextInt(paid.size())).number;
    }

    private List<Command.Units> refundedUnits() {
        return units(rarely(40) ? 17 : random.nextInt(4));
    }

    private ReturnedStock returned() {
        return rarely(40) ? null : oneOf(null, ReturnedStock.values());
    }

    private Command changeStock() {
        final boolean restock = rarely(2);
        final long units = rarely(40) ? Long.MAX_VALUE : random.nextInt(12);
        final StockReason reason = restock ? StockReason.RESTOCK : StockReason.WRITE_OFF;
        return new Command.ChangeStock(
                stocks.operator(), item(), restock == rarely(20) ? -units : units, rarely(40) ? null : reason);
    }

    private Command putOffer() {
        final long opensAtMs = rarely(10) ? Long.MAX_VALUE : nowMs - 5_000 + random.nextInt(8_000);
        final long closesAtMs = rarely(2) ? Long.MAX_VALUE : nowMs - 500 + random.nextInt(60_000);
        final List<Command.Window> windows = new ArrayList<>();
        long fromMs = nowMs - 2_000;
        for (int i = random.nextInt(4); i > 0; i--) {
            fromMs += random.nextInt(4_000) - (rarely(20) ? 2_000 : 0);
            windows.add(new Command.Window(fromMs, fromMs + random.nextInt(4_000), 10L * i));
            fromMs += 4_000;
        }
        return new Command.PutOffer(
                rarely(6) ? room() : 1,
                offer(),
                rarely(3) ? item() : 1 + random.nextInt(2),
                rarely(20) ? -1 : (rarely(4) ? DEAR_FEN : 100L) * random.nextInt(4),
                opensAtMs,
                closesAtMs,
                random.nextInt(6) - (rarely(20) ? 3 : 0),
                4 + random.nextInt(10),
                stocks.turnSeconds(),
                windows);
    }

    /** An earlier command once more, at times with one thing changed. */
    private Command again() {
        if (repeatable.isEmpty()) {
            return placeOrder();
        }
        final Command command = repeatable.get(repeatable.size() - 1 - random.nextInt(Math.min(20, repeatable.size())));
        return rarely(3) && command instanceof Command.PlaceOrder order ? changed(order) : command;
    }

    private Command changed(final Command.PlaceOrder order) {
        final int field = random.nextInt(6);
        return new Command.PlaceOrder(
                order.viewer(),
                field == 0 ? 2 : order.room(),
                field == 1 ? units(2) : order.lines(),
                field == 2 ? 1 : order.expectedTotalFen(),
                field == 3 ? "other" : order.coupon(),
                field == 4 ? "other" : order.share(),
                field == 5 ? brand.touch() : order.touch(),
                order.key());
    }

    private List<Command.Units> units(final int lines) {
        final List<Command.Units> units = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            units.add(new Command.Units(
                    rarely(10) ? offer() : 1 + random.nextInt(3), rarely(60) ? 0 : 1 + random.nextInt(2)));
        }
        return List.copyOf(units);
    }

    /** Mostly no more than are kept for the turn; at times of another offer as well. */
    private List<Command.Units> unitsOf(final NaivePlace turn) {
        final Command.Units kept =
                new Command.Units(turn.offer.id, 1 + random.nextInt(turn.units + (rarely(5) ? 1 : 0)));
        return rarely(4) ? List.of(units(1).get(0), kept) : List.of(kept);
    }

    /** A recent order, the next one, or none. */
    private long order() {
        return Math.max(-1, naive.book().orders.size() + 1 - random.nextInt(12));
    }

    private long viewer() {
        return 1L + random.nextInt(VIEWERS);
    }

    private long room() {
        return 1L + random.nextInt(ROOMS + 1);
    }

    private long item() {
        return rarely(40) ? 0 : 1L + random.nextInt(ITEMS + 1);
    }

    private long offer() {
        return rarely(40) ? 0 : 1L + random.nextInt(OFFERS + 1);
    }

    private String title() {
        return rarely(10) ? "" : "t" + random.nextInt(3);
    }

    private String reference(final String kind) {
        return rarely(60) ? "" : kind + random.nextInt(REFERENCES * (rarely(2) ? 1 : 100));
    }

    private boolean rarely(final int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T oneOf(final T first, final T[] others) {
        final int index = random.nextInt(others.length + (first == null ? 0 : 1));
        return index == others.length ? first : others[index];
    }

    private void turn(final int share, final Supplier<Command> command) {
        for (int i = 0; i < share; i++) {
            wheel.add(command);
        }
    }
}
