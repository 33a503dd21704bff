package io.sluice.engine.core.naive;

import static io.sluice.engine.core.naive.NaiveBook.sum;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RefundRequestState;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.RoomState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** What becomes of orders and of money, once keys and references have been looked at. */
final class NaiveRules {
    private final NaiveCatalogue catalogue;
    private final NaiveBook book;
    private final NaiveStocks stocks;
    private final NaiveLines waiting;
    private final NaiveAttribution attributions;
    private final NaiveCommission commission;
    private final NaiveDiscounts discounts;
    private final NaivePacks packs;
    private long sequence;
    private long nowMs;

    NaiveRules(
            final NaiveCatalogue catalogue,
            final NaiveBook book,
            final NaiveStocks stocks,
            final NaiveLines waiting,
            final NaiveAttribution attributions,
            final NaiveCommission commission,
            final NaiveDiscounts discounts,
            final NaivePacks packs) {
        this.catalogue = catalogue;
        this.book = book;
        this.stocks = stocks;
        this.waiting = waiting;
        this.attributions = attributions;
        this.commission = commission;
        this.discounts = discounts;
        this.packs = packs;
    }

    void begin(final long newSequence, final long timeMs) {
        sequence = newSequence;
        nowMs = timeMs;
    }

    /** The first rung of the ladder that refuses the order, null when none does. */
    Verdict refusalOf(final Command.PlaceOrder command, final NaiveKeys keys) {
        final Verdict.Picture noTotal = Verdict.Picture.refused(command.viewer(), command.room(), 0);
        if (book.isFull()
                || !keys.hasRoom(nowMs)
                || book.hasNoPairsFor(command.lines().size())) {
            return verdict(Outcome.CAPACITY).picture(noTotal);
        }
        final NaiveRoom room = catalogue.rooms.get(command.room());
        if (room == null) {
            return verdict(Outcome.ROOM_UNKNOWN).picture(noTotal);
        }
        if (room.state == RoomState.SCHEDULED) {
            return verdict(Outcome.ROOM_NOT_OPEN).picture(noTotal);
        }
        final List<NaiveOffer> offers = new ArrayList<>();
        command.lines().forEach(line -> offers.add(catalogue.offers.get(line.offer())));
        final List<Command.Units> lines = command.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (offers.get(i) == null || offers.get(i).room != room) {
                return verdict(Outcome.OFFER_UNKNOWN).line(i).picture(noTotal);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            final long opensAtMs = offers.get(i).opensAtMs;
            if (opensAtMs > nowMs) {
                return verdict(Outcome.SALE_NOT_OPEN).line(i).detail(opensAtMs).picture(noTotal);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            final long closesAtMs = offers.get(i).closesAtMs;
            if (closesAtMs <= nowMs) {
                return verdict(Outcome.SALE_CLOSED).line(i).detail(closesAtMs).picture(noTotal);
            }
        }
        return refusalBehindTheSale(command, offers, noTotal);
    }

    private Verdict refusalBehindTheSale(
            final Command.PlaceOrder command, final List<NaiveOffer> offers, final Verdict.Picture noTotal) {
        for (int i = 0; i < offers.size(); i++) {
            final int units = packs.unitsOf(offers.get(i).id);
            if (command.lines().get(i).quantity() % units != 0) {
                return verdict(Outcome.PACK_SIZE).line(i).detail(units).picture(noTotal);
            }
        }
        final NaiveCatalogue.Answer unusable = discounts.whyNot(command, offers, nowMs);
        if (unusable != null) {
            return verdict(unusable.outcome()).detail(unusable.detail()).picture(noTotal);
        }
        final List<Command.Units> lines = command.lines();
        for (int i = 0; i < lines.size(); i++) {
            final long left = book.leftFor(command.viewer(), offers.get(i));
            if (asked(lines, offers, offer -> offer.id, offers.get(i).id) > left) {
                return verdict(Outcome.LIMIT_REACHED)
                        .line(i)
                        .detail(Math.max(0, left))
                        .picture(noTotal);
            }
        }
        final NaiveCatalogue.Answer tooSmall = discounts.whyTooSmall(command, offers, nowMs);
        return tooSmall == null
                ? refusalOf(command, offers)
                : verdict(tooSmall.outcome()).detail(tooSmall.detail()).picture(noTotal);
    }

    /** The rungs behind which the total is known. */
    private Verdict refusalOf(final Command.PlaceOrder command, final List<NaiveOffer> offers) {
        final List<Command.Units> lines = command.lines();
        long totalFen = 0;
        for (int i = 0; i < lines.size(); i++) {
            totalFen += offers.get(i).priceFenAt(nowMs) * lines.get(i).quantity();
        }
        totalFen -= sum(discounts.of(command, offers, nowMs), fen -> fen);
        final Verdict.Picture withTotal = Verdict.Picture.refused(command.viewer(), command.room(), totalFen);
        if (command.expectedTotalFen() != -1 && command.expectedTotalFen() != totalFen) {
            return verdict(Outcome.PRICE_CHANGED).detail(totalFen).picture(withTotal);
        }
        for (int i = 0; i < lines.size(); i++) {
            final NaiveItem item = offers.get(i).item;
            final long left = waiting.leftTo(command.viewer(), offers, stocks.soldBy(offers.get(i)));
            if (asked(lines, offers, offer -> offer.item.id, item.id) > left) {
                return verdict(Outcome.SOLD_OUT).line(i).detail(left).picture(withTotal);
            }
        }
        return null;
    }

    NaiveOrder reserve(final Command.PlaceOrder command) {
        final int holdSeconds = command.lines().stream()
                .mapToInt(line -> catalogue.offers.get(line.offer()).terms.holdSeconds())
                .min()
                .orElseThrow();
        final NaiveOrder order = new NaiveOrder(
                book.orders.size() + 1L,
                sequence,
                command,
                attributions.of(command, nowMs),
                nowMs,
                nowMs + 1_000L * holdSeconds);
        final List<NaiveOffer> offers = command.lines().stream()
                .map(line -> catalogue.offers.get(line.offer()))
                .toList();
        final List<Long> discountsFen = discounts.of(command, offers, nowMs);
        order.coupon = NaiveDiscounts.numberOf(command);
        for (int i = 0; i < offers.size(); i++) {
            order.lines.add(new NaiveOrder.NaiveLine(
                    offers.get(i),
                    offers.get(i).priceFenAt(nowMs),
                    command.lines().get(i).quantity(),
                    discountsFen.get(i),
                    stocks.soldBy(offers.get(i))));
        }
        waiting.useTurns(command.viewer(), offers);
        book.orders.add(order);
        return order;
    }

    Verdict takeMoney(final NaiveOrder order, final long amountFen) {
        final Verdict due = verdict(Outcome.REFUND_DUE);
        if (order == null) {
            return due.because(Outcome.ORDER_UNKNOWN);
        }
        if (order.totalFen() != amountFen) {
            return due.because(Outcome.AMOUNT_DIFFERS).picture(order.picture());
        }
        return switch (order.state) {
            case RESERVED ->
                packs.haveNoRoomFor(order)
                        ? due.because(Outcome.CAPACITY).picture(order.picture())
                        : sell(order, Outcome.PAID);
            case EXPIRED -> takeLateMoney(order).lateness(nowMs - order.payByMs);
            case CANCELLED -> due.because(Outcome.ORDER_CANCELLED).picture(order.picture());
            default -> due.because(Outcome.ALREADY_PAID).picture(order.picture());
        };
    }

    private Verdict takeLateMoney(final NaiveOrder order) {
        final Verdict due = verdict(Outcome.REFUND_DUE).picture(order.picture());
        if (book.hasNoPairsFor(order.lines.size()) || packs.haveNoRoomFor(order)) {
            return due.because(Outcome.CAPACITY);
        }
        final Outcome lost = discounts.whyLost(order, nowMs);
        if (lost != null) {
            return due.because(lost);
        }
        for (final NaiveOrder.NaiveLine line : order.lines) {
            final long wanted = sum(order.lines, other -> other.offer == line.offer ? other.quantity : 0);
            if (wanted > book.leftFor(order.command.viewer(), line.offer)) {
                return due.because(Outcome.LIMIT_REACHED);
            }
        }
        final List<NaiveOffer> offers =
                order.lines.stream().map(line -> line.offer).toList();
        for (final NaiveOrder.NaiveLine line : order.lines) {
            final long wanted = sum(order.lines, other -> other.offer.item == line.offer.item ? other.quantity : 0);
            if (wanted > waiting.leftTo(order.command.viewer(), offers, stocks.soldBy(line.offer))) {
                return due.because(Outcome.SOLD_OUT);
            }
        }
        waiting.useTurns(order.command.viewer(), offers);
        order.late = true;
        order.lines.forEach(line -> line.from = stocks.soldBy(line.offer));
        return sell(order, Outcome.PAID_LATE);
    }

    long firstVoucherOf(final NaiveOrder order) {
        return packs.firstOf(order);
    }

    private Verdict sell(final NaiveOrder order, final Outcome outcome) {
        return end(order, OrderState.PAID, outcome)
                .firstVoucher(packs.issue(order, sequence, nowMs))
                .commission(commission.earn(order, nowMs));
    }

    Verdict end(final NaiveOrder order, final OrderState state, final Outcome outcome) {
        order.state = state;
        return verdict(outcome).picture(order.picture()).stock(stockOf(order));
    }

    /** The stocks of its lines. */
    List<Verdict.Stock> stockOf(final NaiveOrder order) {
        return stocks.ofLines(order.lines);
    }

    Verdict refund(final NaiveOrder order, final Command.RefundOrder command, final NaiveRequests requests) {
        if (order.state != OrderState.PAID) {
            return verdict(Outcome.ORDER_NOT_REFUNDABLE).picture(order.picture());
        }
        final boolean isNamed = command.request() != 0;
        final RefundRequestState named = requests.stateOf(order.number, command.request());
        if (isNamed && named == null) {
            return verdict(Outcome.REFUND_REQUEST_UNKNOWN).picture(order.picture());
        }
        if (isNamed && named == RefundRequestState.REFUNDED) {
            return verdict(Outcome.REFUND_REQUEST_ENDED).detail(named.code()).picture(order.picture());
        }
        final Verdict refusal = refusalOfLines(order, command.lines());
        if (refusal != null) {
            return refusal;
        }
        if (isNamed && IntStream.of(given(order, command.lines())).sum() == 0) {
            return verdict(Outcome.ORDER_NOT_REFUNDABLE).picture(order.picture());
        }
        requests.pay(order, command.request());
        final Verdict verdict = giveBack(order, command);
        if (IntStream.of(given(order, List.of())).sum() == 0) {
            requests.drop(order);
        }
        return verdict;
    }

    /** Nothing moves, but that vouchers are held. */
    Verdict requestRefund(
            final NaiveOrder order, final ServiceCommand.RequestRefund command, final NaiveRequests requests) {
        final long pending = requests.pendingOf(order.number);
        if (order.state != OrderState.PAID || order.totalFen() == 0) {
            return verdict(Outcome.ORDER_NOT_REFUNDABLE).picture(order.picture());
        }
        if (pending != 0) {
            return verdict(Outcome.REFUND_PENDING).detail(pending).picture(order.picture());
        }
        final Verdict refusal = refusalOfLines(order, command.lines());
        if (refusal != null) {
            return refusal;
        }
        final int[] given = given(order, command.lines());
        final List<Verdict.Line> shown = new ArrayList<>();
        long amountFen = 0;
        for (int i = 0; i < given.length; i++) {
            final NaiveOrder.NaiveLine line = order.lines.get(i);
            if (given[i] > 0) {
                final long discountFen = line.discountOf(line.refunded() + given[i]) - line.discountOf(line.refunded());
                shown.add(line.shown(given[i], line.refunded(), discountFen));
                amountFen += given[i] * line.unitPriceFen - discountFen;
            }
        }
        if (amountFen == 0) {
            return verdict(Outcome.ORDER_NOT_REFUNDABLE).picture(order.picture());
        }
        requests.ask(order, sequence, given);
        return verdict(Outcome.REFUND_REQUESTED)
                .amount(amountFen)
                .detail(amountFen)
                .picture(order.picture(shown, command.returned()));
    }

    /** Null for none. */
    private Verdict refusalOfLines(final NaiveOrder order, final List<Command.Units> asked) {
        for (int i = 0; i < asked.size(); i++) {
            final long offer = asked.get(i).offer();
            if (order.lines.stream().noneMatch(line -> line.offer.id == offer)) {
                return verdict(Outcome.LINE_UNKNOWN).line(i).picture(order.picture());
            }
        }
        for (int i = 0; i < asked.size(); i++) {
            final long offer = asked.get(i).offer();
            final long givable = sum(order.lines, line -> line.offer.id == offer ? packs.givable(line) : 0);
            if (sum(asked, units -> units.offer() == offer ? units.quantity() : 0) > givable) {
                return verdict(Outcome.REFUND_EXCEEDS_LINE)
                        .line(i)
                        .detail(givable)
                        .picture(order.picture());
            }
        }
        return null;
    }

    /** Unit by unit, from the first line that has one left. */
    private int[] given(final NaiveOrder order, final List<Command.Units> lines) {
        final int[] given = new int[order.lines.size()];
        for (int i = 0; i < given.length; i++) {
            final NaiveOrder.NaiveLine line = order.lines.get(i);
            final long asked = sum(lines, units -> units.offer() == line.offer.id ? units.quantity() : 0);
            long before = 0;
            for (int j = 0; j < i; j++) {
                before += order.lines.get(j).offer == line.offer ? given[j] : 0;
            }
            given[i] = lines.isEmpty() ? packs.givable(line) : (int) Math.min(packs.givable(line), asked - before);
        }
        return given;
    }

    private Verdict giveBack(final NaiveOrder order, final Command.RefundOrder command) {
        final int[] given = given(order, command.lines());
        final List<Verdict.Line> shown = new ArrayList<>();
        final List<NaiveOrder.NaiveLine> touched = new ArrayList<>();
        long amountFen = 0;
        for (int i = 0; i < given.length; i++) {
            final NaiveOrder.NaiveLine line = order.lines.get(i);
            packs.takeBack(order, line, given[i]);
            line.returned += command.returned() == ReturnedStock.RETURN ? given[i] : 0;
            line.lost += command.returned() == ReturnedStock.WRITE_OFF ? given[i] : 0;
            if (given[i] > 0) {
                touched.add(line);
                final long discountFen = line.discountOf(line.refunded()) - line.discountOf(line.refunded() - given[i]);
                shown.add(line.shown(given[i], line.refunded(), discountFen));
                amountFen += given[i] * line.unitPriceFen - discountFen;
            }
        }
        if (order.lines.stream().allMatch(line -> line.kept() == 0)) {
            order.state = OrderState.REFUNDED;
        }
        return verdict(Outcome.REFUNDED)
                .amount(amountFen)
                .detail(amountFen)
                .picture(order.picture(shown, command.returned()))
                .commission(commission.takeBack(order, touched))
                .stock(stocks.ofLines(touched));
    }

    private Verdict verdict(final Outcome outcome) {
        return Verdict.of(outcome, sequence);
    }

    /** Units that all lines together ask of one offer or of one item. */
    private static long asked(
            final List<Command.Units> lines,
            final List<NaiveOffer> offers,
            final ToLongFunction<NaiveOffer> what,
            final long id) {
        long units = 0;
        for (int i = 0; i < lines.size(); i++) {
            units += what.applyAsLong(offers.get(i)) == id ? lines.get(i).quantity() : 0;
        }
        return units;
    }
}
