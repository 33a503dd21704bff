package io.sluice.engine.core.naive;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The core's rules once more, from the documents, without a thought to speed: nothing is counted on, stock and viewers'
 * units are added up over all orders whenever they are asked for.
 */
public final class NaiveCore implements Decider {
    private static final long PROVIDER = 0;
    private static final Pattern KEY = Pattern.compile("[!-~]{1,64}");
    private static final Pattern CODE = Pattern.compile("[!-~]{0,32}");

    private final NaiveCatalogue catalogue = new NaiveCatalogue();
    private final NaiveBook book = new NaiveBook();
    private final NaiveBrand brand = new NaiveBrand();
    private final NaiveReferrals referrals = new NaiveReferrals(catalogue, brand);
    private final NaiveRules rules = new NaiveRules(catalogue, book, new NaiveAttribution(brand, referrals));
    private final NaiveKeys orderKeys = new NaiveKeys(CoreLimits::maxKeys, CoreLimits::keyRetentionMs);
    private final NaiveKeys refusedKeys = new NaiveKeys(CoreLimits::maxRefusedKeys, limits -> 0);
    private final NaiveKeys paymentKeys = new NaiveKeys(CoreLimits::maxKeys, CoreLimits::keyRetentionMs);
    private final NaiveKeys refundKeys = new NaiveKeys(CoreLimits::maxKeys, CoreLimits::keyRetentionMs);
    private long sequence;
    private long nowMs;

    /** The orders so far. */
    NaiveBook book() {
        return book;
    }

    /** Rooms, items and offers. */
    NaiveCatalogue catalogue() {
        return catalogue;
    }

    /** Stores, guides, groups and the policy. */
    NaiveBrand brand() {
        return brand;
    }

    /** Who brought whom. */
    NaiveReferrals referrals() {
        return referrals;
    }

    /** Every room as it stands. */
    public List<Verdict.Room> rooms() {
        return catalogue.shownRooms();
    }

    /** Every item's units as they stand. */
    public List<Verdict.Stock> stock() {
        return book.stockOf(catalogue.items.values());
    }

    /** Numbers of the orders that still hold stock and whose time to pay is over. */
    public List<Long> holdsOverdueAt(final long timeMs) {
        return book.orders.stream()
                .filter(order -> order.state == OrderState.RESERVED && order.payByMs <= timeMs)
                .map(order -> order.number)
                .toList();
    }

    @Override
    public void begin(final long newSequence, final long timeMs) {
        sequence = newSequence;
        nowMs = timeMs;
        rules.begin(newSequence, timeMs);
        referrals.begin(newSequence, timeMs);
    }

    @Override
    public Verdict decide(final Command.PlaceOrder command) {
        if (!isGood(command)) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        final List<NaiveKeys.Field> body = List.of(
                new NaiveKeys.Field(BodyField.ROOM, command.room()),
                new NaiveKeys.Field(BodyField.LINES, command.lines()),
                new NaiveKeys.Field(BodyField.EXPECTED_TOTAL, command.expectedTotalFen()),
                new NaiveKeys.Field(BodyField.COUPON, command.coupon()),
                new NaiveKeys.Field(BodyField.SHARE, command.share()),
                new NaiveKeys.Field(BodyField.TOUCH, command.touch()));
        for (final NaiveKeys keys : List.of(orderKeys, refusedKeys)) {
            final NaiveKeys.First first = keys.find(command.viewer(), command.key());
            if (first != null) {
                return orderAgain(command, first, body);
            }
        }
        final Verdict refusal = rules.refusalOf(command, orderKeys);
        if (refusal != null) {
            if (refusal.outcome() != Outcome.CAPACITY && refusedKeys.hasRoom(nowMs)) {
                refusedKeys.keep(command.viewer(), command.key(), new NaiveKeys.First(body, refusal, null, nowMs));
            }
            return refusal;
        }
        final NaiveOrder order = rules.reserve(command);
        final Verdict verdict =
                verdict(Outcome.RESERVED).picture(order.picture()).stock(book.stockOfLines(order.lines));
        orderKeys.keep(command.viewer(), command.key(), new NaiveKeys.First(body, verdict, order, nowMs));
        return verdict;
    }

    @Override
    public Verdict decide(final Command.PayOrder command) {
        if (!KEY.matcher(command.reference()).matches() || command.amountFen() < 0) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        final NaiveOrder order = book.find(command.order());
        if (order != null && command.reference().equals(order.paidBy)) {
            return paidAgain(order, command.amountFen());
        }
        final List<NaiveKeys.Field> body = List.of(
                new NaiveKeys.Field(BodyField.ORDER, command.order()),
                new NaiveKeys.Field(BodyField.AMOUNT, command.amountFen()));
        final NaiveKeys.First first = paymentKeys.find(PROVIDER, command.reference());
        if (first != null) {
            final Verdict again = again(first, body);
            return again.outcome() == Outcome.KEY_REUSED
                    ? again
                    : again.amount(command.amountFen()).picture(pictureOf(first.order()));
        }
        if (!paymentKeys.hasRoom(nowMs)) {
            return verdict(Outcome.CAPACITY);
        }
        final Verdict verdict = rules.takeMoney(order, command.amountFen()).amount(command.amountFen());
        if (verdict.outcome() != Outcome.REFUND_DUE) {
            order.paidBy = command.reference();
            order.paidAt = sequence;
        }
        paymentKeys.keep(PROVIDER, command.reference(), new NaiveKeys.First(body, verdict, order, nowMs));
        return verdict;
    }

    @Override
    public Verdict decide(final Command.CancelOrder command) {
        final NaiveOrder order = book.find(command.order());
        if (order == null || order.command.viewer() != command.viewer()) {
            return verdict(Outcome.ORDER_UNKNOWN);
        }
        return switch (order.state) {
            case RESERVED -> rules.end(order, OrderState.CANCELLED, Outcome.CANCELLED);
            case CANCELLED ->
                verdict(Outcome.REPEATED).because(Outcome.CANCELLED).picture(order.picture());
            default -> verdict(Outcome.ORDER_NOT_CANCELLABLE).picture(order.picture());
        };
    }

    @Override
    public Verdict decide(final Command.ExpireOrder command) {
        final NaiveOrder order = book.find(command.order());
        if (order == null) {
            return verdict(Outcome.ORDER_UNKNOWN);
        }
        if (order.state != OrderState.RESERVED || order.payByMs > nowMs) {
            return verdict(Outcome.HOLD_NOT_DUE).picture(order.picture());
        }
        return rules.end(order, OrderState.EXPIRED, Outcome.EXPIRED).lateness(nowMs - order.payByMs);
    }

    @Override
    public Verdict decide(final Command.RefundOrder command) {
        if (command.returned() == null || !KEY.matcher(command.reference()).matches() || !areGood(command.lines())) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        final List<NaiveKeys.Field> body = List.of(
                new NaiveKeys.Field(BodyField.ORDER, command.order()),
                new NaiveKeys.Field(BodyField.LINES, command.lines()),
                new NaiveKeys.Field(BodyField.STOCK, command.returned()));
        final NaiveKeys.First first = refundKeys.find(PROVIDER, command.reference());
        if (first != null) {
            final Verdict again = again(first, body);
            return again.outcome() == Outcome.KEY_REUSED
                    ? again
                    : again.amount(again.detail()).picture(pictureOf(first.order()));
        }
        if (!refundKeys.hasRoom(nowMs)) {
            return verdict(Outcome.CAPACITY);
        }
        final NaiveOrder order = book.find(command.order());
        final Verdict verdict = order == null ? verdict(Outcome.ORDER_UNKNOWN) : rules.refund(order, command);
        if (verdict.outcome() == Outcome.REFUNDED) {
            refundKeys.keep(PROVIDER, command.reference(), new NaiveKeys.First(body, verdict, order, nowMs));
        }
        return verdict;
    }

    @Override
    public Verdict decide(final Command.FindOrder command) {
        final NaiveOrder order = book.find(command.order());
        if (order == null || (command.viewer() != 0 && order.command.viewer() != command.viewer())) {
            return verdict(Outcome.ORDER_UNKNOWN);
        }
        return verdict(Outcome.FOUND).answeredAt(order.sequence).picture(order.picture());
    }

    @Override
    public Verdict decide(final Command.PostComment command) {
        return verdict(catalogue.comment(command, nowMs));
    }

    @Override
    public Verdict decide(final Command.AddLikes command) {
        return verdict(catalogue.like(command));
    }

    @Override
    public Verdict decide(final Command.MuteViewer command) {
        return verdict(catalogue.mute(command, nowMs));
    }

    @Override
    public Verdict decide(final Command.PutRoom command) {
        return verdict(catalogue.putRoom(command));
    }

    @Override
    public Verdict decide(final Command.ChangeRoomState command) {
        return verdict(catalogue.changeRoomState(command));
    }

    @Override
    public Verdict decide(final Command.PutItem command) {
        final Verdict verdict = verdict(catalogue.putItem(command));
        return verdict.outcome() == Outcome.ACCEPTED ? withStockOf(command.item(), verdict) : verdict;
    }

    @Override
    public Verdict decide(final Command.ChangeStock command) {
        final NaiveItem item = catalogue.items.get(command.item());
        final long available = item == null ? 0 : book.stockOf(item).available();
        final Verdict verdict = verdict(catalogue.changeStock(command, available));
        final boolean named = verdict.outcome() != Outcome.COMMAND_INVALID && item != null;
        return named ? withStockOf(command.item(), verdict) : verdict;
    }

    @Override
    public Verdict decide(final Command.PutOffer command) {
        final Verdict verdict = verdict(catalogue.putOffer(command));
        return verdict.outcome() == Outcome.ACCEPTED ? withStockOf(command.item(), verdict) : verdict;
    }

    @Override
    public Verdict decide(final Command.OpenOffer command) {
        return withStockOfOffer(command.offer(), verdict(catalogue.openOffer(command, nowMs)));
    }

    @Override
    public Verdict decide(final Command.CloseOffer command) {
        return withStockOfOffer(command.offer(), verdict(catalogue.closeOffer(command, nowMs)));
    }

    @Override
    public Verdict decide(final Command.PinOffer command) {
        return verdict(catalogue.pinOffer(command));
    }

    @Override
    public Verdict decide(final Command.ChangeLimits command) {
        if (command.limits() == null) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        catalogue.limits(command.limits());
        book.limits(command.limits());
        referrals.limits(command.limits());
        orderKeys.limits(command.limits());
        refusedKeys.limits(command.limits());
        paymentKeys.limits(command.limits());
        refundKeys.limits(command.limits());
        return verdict(Outcome.ACCEPTED);
    }

    @Override
    public Verdict decide(final Command.NoteTouch command) {
        return referrals.noteTouch(command);
    }

    @Override
    public Verdict decide(final Command.PutViewers command) {
        return referrals.putViewers(command);
    }

    @Override
    public Verdict decide(final Command.FindViewer command) {
        return verdict(Outcome.FOUND).viewer(referrals.shown(command.viewer()));
    }

    @Override
    public Verdict decide(final Command.PutStore command) {
        return verdict(brand.putStore(command));
    }

    @Override
    public Verdict decide(final Command.PutGuide command) {
        return verdict(brand.putGuide(command));
    }

    @Override
    public Verdict decide(final Command.PutGroup command) {
        return verdict(brand.putGroup(command));
    }

    @Override
    public Verdict decide(final Command.PutAttributionPolicy command) {
        return verdict(brand.putPolicy(command));
    }

    @Override
    public Verdict decide(final Command.HostRoom command) {
        return verdict(brand.hostRoom(command, catalogue.rooms.containsKey(command.room()), sequence));
    }

    private Verdict paidAgain(final NaiveOrder order, final long amountFen) {
        if (amountFen != order.totalFen()) {
            return verdict(Outcome.KEY_REUSED).detail(BodyField.AMOUNT.code());
        }
        return verdict(Outcome.REPEATED)
                .because(order.late ? Outcome.PAID_LATE : Outcome.PAID)
                .answeredAt(order.paidAt)
                .amount(amountFen)
                .picture(order.picture());
    }

    private Verdict orderAgain(
            final Command.PlaceOrder command, final NaiveKeys.First first, final List<NaiveKeys.Field> body) {
        final Verdict again = again(first, body);
        if (again.outcome() == Outcome.REPEATED && first.order() != null) {
            return again.picture(first.order().firstPicture());
        }
        return again.picture(
                again.outcome() == Outcome.REPEATED
                        ? first.verdict().picture()
                        : Verdict.Picture.refused(command.viewer(), command.room(), 0));
    }

    /** KEY_REUSED or REPEATED, still without the order. */
    private Verdict again(final NaiveKeys.First first, final List<NaiveKeys.Field> body) {
        final BodyField difference = first.differenceTo(body);
        if (difference != null) {
            return verdict(Outcome.KEY_REUSED).detail(difference.code());
        }
        final Verdict answer = first.verdict();
        return verdict(Outcome.REPEATED)
                .because(answer.outcome())
                .line(answer.line())
                .detail(answer.outcome() == Outcome.REFUND_DUE ? answer.cause().code() : answer.detail())
                .answeredAt(answer.answeredAt());
    }

    private Verdict withStockOfOffer(final long offer, final Verdict verdict) {
        return verdict.outcome() == Outcome.ACCEPTED
                ? withStockOf(catalogue.offers.get(offer).item.id, verdict)
                : verdict;
    }

    private Verdict withStockOf(final long item, final Verdict verdict) {
        return verdict.stock(List.of(book.stockOf(catalogue.items.get(item))));
    }

    private Verdict verdict(final NaiveCatalogue.Answer answer) {
        return verdict(answer.outcome()).detail(answer.detail());
    }

    private Verdict verdict(final Outcome outcome) {
        return Verdict.of(outcome, sequence);
    }

    private static Verdict.Picture pictureOf(final NaiveOrder order) {
        return order == null ? Verdict.Picture.NONE : order.picture();
    }

    private static boolean isGood(final Command.PlaceOrder command) {
        final Verdict.Touch touch = command.touch();
        return command.viewer() > 0
                && !command.lines().isEmpty()
                && areGood(command.lines())
                && KEY.matcher(command.key()).matches()
                && CODE.matcher(command.coupon()).matches()
                && CODE.matcher(command.share()).matches()
                && command.expectedTotalFen() >= -1
                && touch.store() >= 0
                && touch.guide() >= 0
                && touch.group() >= 0
                && touch.inviter() >= 0;
    }

    private static boolean areGood(final List<Command.Units> lines) {
        return lines.size() <= ProtocolLimits.MAX_LINES
                && lines.stream()
                        .allMatch(line -> line.quantity() > 0 && line.quantity() <= ProtocolLimits.MAX_QUANTITY);
    }
}
