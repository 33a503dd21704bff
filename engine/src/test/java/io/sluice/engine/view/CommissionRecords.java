package io.sluice.engine.view;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.AddLikesEncoder;
import io.sluice.engine.protocol.codec.ChangePayoutStateEncoder;
import io.sluice.engine.protocol.codec.CommissionEncoder;
import io.sluice.engine.protocol.codec.DecisionEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.OpenPayoutEncoder;
import io.sluice.engine.protocol.codec.OrderDecisionEncoder;
import io.sluice.engine.protocol.codec.PayOrderEncoder;
import io.sluice.engine.protocol.codec.RefundOrderEncoder;
import java.util.EnumMap;
import java.util.Map;
import org.agrona.ExpandableArrayBuffer;

/** Records that move commission, as a core would have sealed them, one behind the other. */
final class CommissionRecords {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private final RecordChain chain = new RecordChain();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final Map<Payee, Long> who = new EnumMap<>(Payee.class);
    private long timeMs;
    private long payableAtMs;
    private long room = 7;

    /** Core time of the records that follow, and until when what they move is frozen. */
    CommissionRecords at(final long recordTimeMs, final long newPayableAtMs) {
        timeMs = recordTimeMs;
        payableAtMs = newPayableAtMs;
        return this;
    }

    /** The room of the orders that follow. */
    CommissionRecords in(final long newRoom) {
        room = newRoom;
        return this;
    }

    /** Who the payee is from now on. */
    CommissionRecords payee(final Payee payee, final long id) {
        who.put(payee, id);
        return this;
    }

    /** An order is paid whose lines earn each payee so much of each; the payee stands beside the amounts. */
    RecordFlyweight paid(final long order, final Map<Payee, long[]> amountsFen) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1_024);
        final PayOrderEncoder pay = new PayOrderEncoder().wrapAndApplyHeader(buffer, start(), header);
        pay.actor(1).order(order).amountFen(1).reference("p" + order);
        return moved(buffer, HEADER + pay.encodedLength(), Outcome.PAID, order, amountsFen);
    }

    /** An order is refunded, and commission goes back: amounts below 0. */
    RecordFlyweight refunded(final long order, final Map<Payee, long[]> amountsFen) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1_024);
        final RefundOrderEncoder refund = new RefundOrderEncoder().wrapAndApplyHeader(buffer, start(), header);
        refund.actor(1).order(order).returned((short) 0).linesCount(0);
        refund.reference("r" + order);
        return moved(buffer, HEADER + refund.encodedLength(), Outcome.REFUNDED, order, amountsFen);
    }

    /** Nothing to do with money. */
    RecordFlyweight likes() {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(256);
        final AddLikesEncoder likes = new AddLikesEncoder().wrapAndApplyHeader(buffer, start(), header);
        likes.room(room).count(1);
        return decided(buffer, HEADER + likes.encodedLength(), Outcome.ACCEPTED);
    }

    RecordFlyweight opened(final long payout, final long untilMs) {
        return opened(payout, untilMs, Outcome.ACCEPTED);
    }

    RecordFlyweight opened(final long payout, final long untilMs, final Outcome outcome) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(256);
        final OpenPayoutEncoder open = new OpenPayoutEncoder().wrapAndApplyHeader(buffer, start(), header);
        open.actor(1).payout(payout).untilMs(untilMs);
        return decided(buffer, HEADER + open.encodedLength(), outcome);
    }

    RecordFlyweight becomes(final long payout, final PayoutState state) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(256);
        final ChangePayoutStateEncoder change =
                new ChangePayoutStateEncoder().wrapAndApplyHeader(buffer, start(), header);
        change.actor(1).payout(payout).state(state.code());
        return decided(buffer, HEADER + change.encodedLength(), Outcome.ACCEPTED);
    }

    private static int start() {
        return RecordFlyweight.HEADER_LENGTH;
    }

    private RecordFlyweight decided(
            final ExpandableArrayBuffer buffer, final int commandLength, final Outcome outcome) {
        final DecisionEncoder decision =
                new DecisionEncoder().wrapAndApplyHeader(buffer, start() + commandLength, header);
        decision.outcome(outcome.code()).detail(0).item(0).available(0).entry((short) 255);
        return sealed(buffer, commandLength, HEADER + decision.encodedLength());
    }

    private RecordFlyweight moved(
            final ExpandableArrayBuffer buffer,
            final int commandLength,
            final Outcome outcome,
            final long order,
            final Map<Payee, long[]> amountsFen) {
        final int at = start() + commandLength;
        final OrderDecisionEncoder decision = new OrderDecisionEncoder().wrapAndApplyHeader(buffer, at, header);
        decision.outcome(outcome.code()).order(order).room(room);
        decision.linesCount(1).next().offer(1).item(1).unitPriceFen(1).quantity(1);
        decision.stockCount(0);
        decision.share("");
        final int decisionLength = HEADER + decision.encodedLength();
        return sealed(buffer, commandLength, decisionLength + commission(buffer, at + decisionLength, amountsFen));
    }

    private int commission(final ExpandableArrayBuffer buffer, final int at, final Map<Payee, long[]> amountsFen) {
        final CommissionEncoder encoder = new CommissionEncoder().wrapAndApplyHeader(buffer, at, header);
        encoder.store(idOf(Payee.STORE))
                .guide(idOf(Payee.GUIDE))
                .groupOwner(idOf(Payee.GROUP_OWNER))
                .inviter(idOf(Payee.INVITER))
                .secondInviter(idOf(Payee.SECOND_INVITER))
                .host(idOf(Payee.HOST));
        final int count = amountsFen.values().iterator().next().length;
        final CommissionEncoder.LinesEncoder lines = encoder.linesCount(count);
        for (int i = 0; i < count; i++) {
            lines.next()
                    .line((short) i)
                    .planVersion(1)
                    .payableAtMs(payableAtMs)
                    .storeFen(amount(amountsFen, Payee.STORE, i))
                    .guideFen(amount(amountsFen, Payee.GUIDE, i))
                    .groupOwnerFen(amount(amountsFen, Payee.GROUP_OWNER, i))
                    .inviterFen(amount(amountsFen, Payee.INVITER, i))
                    .secondInviterFen(amount(amountsFen, Payee.SECOND_INVITER, i))
                    .hostFen(amount(amountsFen, Payee.HOST, i));
        }
        return HEADER + encoder.encodedLength();
    }

    private long idOf(final Payee payee) {
        return who.getOrDefault(payee, 0L);
    }

    private static long amount(final Map<Payee, long[]> amountsFen, final Payee payee, final int line) {
        return amountsFen.containsKey(payee) ? amountsFen.get(payee)[line] : 0;
    }

    private RecordFlyweight sealed(
            final ExpandableArrayBuffer buffer, final int commandLength, final int decisionLength) {
        chain.seal(buffer, 0, commandLength, decisionLength, timeMs);
        return new RecordFlyweight().wrap(buffer, 0);
    }
}
