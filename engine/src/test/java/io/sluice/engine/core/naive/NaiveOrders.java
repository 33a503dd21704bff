package io.sluice.engine.core.naive;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RefundRequestState;
import java.util.List;
import java.util.regex.Pattern;

/** The commands about orders: which were asked before, and what is asked for the first time is for the rules. */
final class NaiveOrders implements ServiceDecider {
    private static final long PROVIDER = 0;
    private static final Pattern KEY = Pattern.compile("[!-~]{1,64}");
    private static final Pattern CODE = Pattern.compile("[!-~]{0,32}");

    private final NaiveBook book;
    private final NaiveRules rules;
    private final NaiveKeys orderKeys = new NaiveKeys(CoreLimits::maxKeys, CoreLimits::keyRetentionMs);
    private final NaiveKeys refusedKeys = new NaiveKeys(CoreLimits::maxRefusedKeys, limits -> 0);
    private final NaiveKeys paymentKeys = new NaiveKeys(CoreLimits::maxKeys, CoreLimits::keyRetentionMs);
    private final NaiveKeys refundKeys = new NaiveKeys(CoreLimits::maxKeys, CoreLimits::keyRetentionMs);
    private final NaiveKeys requestKeys = new NaiveKeys(CoreLimits::maxKeys, CoreLimits::keyRetentionMs);
    private final NaiveRequests requests;
    private long sequence;
    private long nowMs;

    NaiveOrders(final NaiveBook book, final NaiveRules rules, final NaiveRequests requests) {
        this.book = book;
        this.rules = rules;
        this.requests = requests;
    }

    void begin(final long newSequence, final long timeMs) {
        sequence = newSequence;
        nowMs = timeMs;
        rules.begin(newSequence, timeMs);
    }

    void limits(final CoreLimits limits) {
        orderKeys.limits(limits);
        refusedKeys.limits(limits);
        paymentKeys.limits(limits);
        refundKeys.limits(limits);
        requestKeys.limits(limits);
        requests.limits(limits);
    }

    Verdict decide(final Command.PlaceOrder command) {
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
                verdict(Outcome.RESERVED).picture(order.picture()).stock(rules.stockOf(order));
        orderKeys.keep(command.viewer(), command.key(), new NaiveKeys.First(body, verdict, order, nowMs));
        return verdict;
    }

    Verdict decide(final Command.PayOrder command) {
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
    public Verdict decide(final ServiceCommand.CancelOrder command) {
        if (command.actor() < 0) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        final NaiveOrder order = book.find(command.order());
        if (order == null || (command.actor() == 0 && order.command.viewer() != command.viewer())) {
            return verdict(Outcome.ORDER_UNKNOWN);
        }
        return switch (order.state) {
            case RESERVED -> rules.end(order, OrderState.CANCELLED, Outcome.CANCELLED);
            case CANCELLED ->
                verdict(Outcome.REPEATED).because(Outcome.CANCELLED).picture(order.picture());
            default -> verdict(Outcome.ORDER_NOT_CANCELLABLE).picture(order.picture());
        };
    }

    Verdict decide(final Command.ExpireOrder command) {
        final NaiveOrder order = book.find(command.order());
        if (order == null) {
            return verdict(Outcome.ORDER_UNKNOWN);
        }
        if (order.state != OrderState.RESERVED || order.payByMs > nowMs) {
            return verdict(Outcome.HOLD_NOT_DUE).picture(order.picture());
        }
        return rules.end(order, OrderState.EXPIRED, Outcome.EXPIRED).lateness(nowMs - order.payByMs);
    }

    Verdict decide(final Command.RefundOrder command) {
        if (command.returned() == null
                || command.request() < 0
                || !KEY.matcher(command.reference()).matches()
                || !areGood(command.lines())) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        final List<NaiveKeys.Field> body = List.of(
                new NaiveKeys.Field(BodyField.ORDER, command.order()),
                new NaiveKeys.Field(BodyField.LINES, command.lines()),
                new NaiveKeys.Field(BodyField.STOCK, command.returned()),
                new NaiveKeys.Field(BodyField.REQUEST, command.request()));
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
        final Verdict verdict = order == null ? verdict(Outcome.ORDER_UNKNOWN) : rules.refund(order, command, requests);
        if (verdict.outcome() == Outcome.REFUNDED) {
            refundKeys.keep(PROVIDER, command.reference(), new NaiveKeys.First(body, verdict, order, nowMs));
        }
        return verdict;
    }

    @Override
    public Verdict decide(final ServiceCommand.RequestRefund command) {
        if (command.actor() <= 0
                || command.returned() == null
                || !KEY.matcher(command.key()).matches()
                || !areGood(command.lines())) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        final List<NaiveKeys.Field> body = List.of(
                new NaiveKeys.Field(BodyField.ORDER, command.order()),
                new NaiveKeys.Field(BodyField.LINES, command.lines()),
                new NaiveKeys.Field(BodyField.STOCK, command.returned()));
        final NaiveKeys.First first = requestKeys.find(command.actor(), command.key());
        if (first != null) {
            final Verdict again = again(first, body);
            return again.outcome() == Outcome.KEY_REUSED
                    ? again
                    : again.amount(again.detail()).picture(pictureOf(first.order()));
        }
        if (!requestKeys.hasRoom(nowMs) || requests.areFull()) {
            return verdict(Outcome.CAPACITY);
        }
        final NaiveOrder order = book.find(command.order());
        final Verdict verdict =
                order == null ? verdict(Outcome.ORDER_UNKNOWN) : rules.requestRefund(order, command, requests);
        if (verdict.outcome() == Outcome.REFUND_REQUESTED) {
            requestKeys.keep(command.actor(), command.key(), new NaiveKeys.First(body, verdict, order, nowMs));
        }
        return verdict;
    }

    @Override
    public Verdict decide(final ServiceCommand.WithdrawRefundRequest command) {
        return command.actor() <= 0
                ? verdict(Outcome.COMMAND_INVALID)
                : requests.end(
                        command.order(),
                        command.request(),
                        RefundRequestState.WITHDRAWN,
                        Outcome.REFUND_WITHDRAWN,
                        sequence);
    }

    @Override
    public Verdict decide(final ServiceCommand.DeclineRefund command) {
        return requests.end(
                command.order(), command.request(), RefundRequestState.DECLINED, Outcome.REFUND_DECLINED, sequence);
    }

    Verdict decide(final Command.FindOrder command) {
        final NaiveOrder order = book.find(command.order());
        if (order == null || (command.viewer() != 0 && order.command.viewer() != command.viewer())) {
            return verdict(Outcome.ORDER_UNKNOWN);
        }
        return verdict(Outcome.FOUND)
                .answeredAt(order.sequence)
                .picture(order.picture())
                .firstVoucher(rules.firstVoucherOf(order));
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
