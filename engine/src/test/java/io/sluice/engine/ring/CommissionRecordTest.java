package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.CommissionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Records of payments and refunds, behind whose decision stands the commission they move. An order is of two lines of a unit. */
class CommissionRecordTest {
    private static final int START = RecordFlyweight.HEADER_LENGTH;
    private static final long TIME_MS = 5_000;
    private static final long GUIDE_FEN = SampleCommands.PRICE_FEN * SampleMoneyCommands.GUIDE_BASIS_POINTS / 10_000;

    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[CommandRing.MIN_SLOT_BYTES]);
    private final CommandDecider decider = new CommandDecider(new FlashCore(CoreReserves.NONE));
    private final RecordChain chain = new RecordChain();
    private final RecordReplayer replayer = new RecordReplayer(new FlashCore(CoreReserves.NONE));
    private final List<String> told = new ArrayList<>();

    @Test
    void theCommissionOfAPaymentIsToldOfBehindIt() {
        openTheShop();
        decide(SampleMoneyCommands.putCommissionPlan());

        tell(paid());

        assertThat(told)
                .containsExactly(
                        "paid",
                        "guide 4, group owner 41",
                        "line 0 of plan 1 payable at 604805000: 495 and 100",
                        "line 1 of plan 1 payable at 604805000: 495 and 100");
        assertThat(GUIDE_FEN).isEqualTo(495);
    }

    @Test
    void whatARefundTakesBackIsToldOfBehindIt() {
        openTheShop();
        decide(SampleMoneyCommands.putCommissionPlan());
        paid();

        tell(decide(SampleCommands.refundOrder(1, "refund")));

        assertThat(told)
                .containsExactly(
                        "refunded", "guide 4, group owner 41", "line 0 of plan 1 payable at 604805000: -495 and -100");
    }

    @Test
    void ofAPaymentThatEarnsNobodyAnythingNoCommissionIsTold() {
        openTheShop();

        tell(paid());

        assertThat(told).containsExactly("paid");
    }

    @Test
    void ofARepeatedPaymentNoCommissionIsTold() {
        openTheShop();
        decide(SampleMoneyCommands.putCommissionPlan());
        paid();

        tell(decide(SampleCommands.payOrder(1, 2 * SampleCommands.PRICE_FEN, "pay")));

        assertThat(told).containsExactly("paid");
    }

    @Test
    void replayDecidesTheSameCommissionAgain() {
        openTheShop();
        replayer.apply(decide(SampleMoneyCommands.putCommissionPlan()));
        replayer.apply(decide(SampleCommands.placeOrder(SampleCommands.VIEWER, "key", 2)));
        replayer.apply(decide(SampleCommands.payOrder(1, 2 * SampleCommands.PRICE_FEN, "pay")));
        replayer.apply(decide(SampleCommands.refundOrder(1, "refund")));

        assertThat(chain.sequence()).isPositive();
    }

    @Test
    void aCommissionThatReplayDoesNotFindAgainIsAFault() {
        openTheShop();
        decide(SampleMoneyCommands.putCommissionPlan());
        replayer.apply(decide(SampleCommands.placeOrder(SampleCommands.VIEWER, "key", 2)));
        final RecordFlyweight paid = decide(SampleCommands.payOrder(1, 2 * SampleCommands.PRICE_FEN, "pay"));

        assertThatExceptionOfType(JournalFaultException.class)
                .isThrownBy(() -> replayer.apply(paid))
                .withMessageContaining("differ from byte " + (paid.decisionLength() - commissionLength(2)));
    }

    @Test
    void aCommissionThatOnlyReplayFindsIsAFault() {
        openTheShop();
        replayer.apply(decide(SampleMoneyCommands.putCommissionPlan()));
        replayer.apply(decide(SampleCommands.placeOrder(SampleCommands.VIEWER, "key", 2)));
        final RecordFlyweight paid = decide(SampleCommands.payOrder(1, 2 * SampleCommands.PRICE_FEN, "pay"));
        final RecordFlyweight without = withoutCommission(paid);

        assertThatExceptionOfType(JournalFaultException.class)
                .isThrownBy(() -> replayer.apply(without))
                .withMessageContaining("differ from byte " + without.decisionLength());
    }

    @Test
    void everyByteOfACommissionCounts() {
        openTheShop();
        decide(SampleMoneyCommands.putCommissionPlan());
        final RecordFlyweight paid = paid();
        final UnsafeBuffer derived = new UnsafeBuffer(new byte[paid.decisionLength()]);
        derived.putBytes(0, slot, paid.decisionOffset(), paid.decisionLength());
        final int commission = paid.decisionLength() - commissionLength(2);
        for (int i = commission; i < paid.decisionLength(); i++) {
            derived.putByte(i, (byte) (derived.getByte(i) ^ 0x10));
            final boolean isVersion = i == commission + MessageHeaderDecoder.versionEncodingOffset()
                    || i == commission + MessageHeaderDecoder.versionEncodingOffset() + 1;
            final int difference = new DecisionComparison().firstDifference(paid, derived, 0, paid.decisionLength());
            assertThat(difference == DecisionComparison.SAME).as("byte " + i).isEqualTo(isVersion);
            derived.putByte(i, (byte) (derived.getByte(i) ^ 0x10));
        }
    }

    @Test
    void theSmallestSlotTakesTheLongestPaymentAndTheLongestRefund() {
        final int payment = MessageHeaderDecoder.ENCODED_LENGTH
                + PayOrderDecoder.BLOCK_LENGTH
                + PayOrderDecoder.referenceHeaderLength()
                + ProtocolLimits.MAX_KEY_BYTES;
        final int refund = MessageHeaderDecoder.ENCODED_LENGTH
                + RefundOrderDecoder.BLOCK_LENGTH
                + RefundOrderDecoder.LinesDecoder.HEADER_SIZE
                + ProtocolLimits.MAX_LINES * RefundOrderDecoder.LinesDecoder.sbeBlockLength()
                + RefundOrderDecoder.referenceHeaderLength()
                + ProtocolLimits.MAX_KEY_BYTES;

        assertThat(START + payment + DecisionWriter.MAX_LENGTH).isLessThanOrEqualTo(CommandRing.MIN_SLOT_BYTES);
        assertThat(START + refund + DecisionWriter.MAX_LENGTH).isLessThanOrEqualTo(CommandRing.MIN_SLOT_BYTES);
    }

    @Test
    void theSmallestSlotTakesTheLongestOrder() {
        final int order = MessageHeaderDecoder.ENCODED_LENGTH
                + PlaceOrderDecoder.BLOCK_LENGTH
                + PlaceOrderDecoder.LinesDecoder.HEADER_SIZE
                + ProtocolLimits.MAX_LINES * PlaceOrderDecoder.LinesDecoder.sbeBlockLength()
                + PlaceOrderDecoder.keyHeaderLength()
                + ProtocolLimits.MAX_KEY_BYTES
                + PlaceOrderDecoder.couponHeaderLength()
                + ProtocolLimits.MAX_COUPON_BYTES
                + PlaceOrderDecoder.shareHeaderLength()
                + ProtocolLimits.MAX_SHARE_BYTES;
        final int decision = DecisionWriter.MAX_LENGTH - CommissionWriter.MAX_LENGTH;

        assertThat(START + order + decision).isLessThanOrEqualTo(CommandRing.MIN_SLOT_BYTES);
    }

    @Test
    void theLongestCommissionIsOfAsManyLinesAsThereMayBe() {
        assertThat(commissionLength(ProtocolLimits.MAX_LINES)).isEqualTo(CommissionWriter.MAX_LENGTH);
    }

    private void openTheShop() {
        SampleCommands.shop().values().forEach(command -> replayer.apply(decide(command)));
        SampleBrandCommands.brand().values().forEach(command -> replayer.apply(decide(command)));
    }

    private RecordFlyweight paid() {
        decide(SampleCommands.placeOrder(SampleCommands.VIEWER, "key", 2));
        return decide(SampleCommands.payOrder(1, 2 * SampleCommands.PRICE_FEN, "pay"));
    }

    private RecordFlyweight decide(final CommandWriter command) {
        final int length = command.write(slot, START);
        final int decisionLength = decider.decide(slot, START, length, chain.sequence() + 1, TIME_MS);
        chain.seal(slot, 0, length, decisionLength, TIME_MS);
        return new RecordFlyweight().wrap(slot, 0);
    }

    /** The same record as a core would have written it that decided no commission. */
    private RecordFlyweight withoutCommission(final RecordFlyweight record) {
        final UnsafeBuffer shorter = new UnsafeBuffer(new byte[CommandRing.MIN_SLOT_BYTES]);
        shorter.putBytes(0, slot, 0, slot.capacity());
        final RecordChain before = new RecordChain();
        before.resume(record.sequence() - 1, record.timeMs(), 0);
        before.seal(shorter, 0, record.commandLength(), record.decisionLength() - commissionLength(2), record.timeMs());
        return new RecordFlyweight().wrap(shorter, 0);
    }

    private static int commissionLength(final int lines) {
        return MessageHeaderDecoder.ENCODED_LENGTH
                + CommissionDecoder.BLOCK_LENGTH
                + CommissionDecoder.LinesDecoder.HEADER_SIZE
                + lines * CommissionDecoder.LinesDecoder.sbeBlockLength();
    }

    /** A visitor who reads a decision's lines only half leaves the commission where it is. */
    private void tell(final RecordFlyweight record) {
        new RecordDispatcher(new RecordVisitor() {
                    @Override
                    public void onPayOrder(
                            final RecordFlyweight paid,
                            final PayOrderDecoder command,
                            final OrderDecisionDecoder decision) {
                        decision.lines().next();
                        told.add("paid");
                    }

                    @Override
                    public void onRefundOrder(
                            final RecordFlyweight refunded,
                            final RefundOrderDecoder command,
                            final OrderDecisionDecoder decision) {
                        told.add("refunded");
                    }

                    @Override
                    public void onCommission(final RecordFlyweight moved, final CommissionDecoder commission) {
                        told.add("guide " + commission.guide() + ", group owner " + commission.groupOwner());
                        commission
                                .lines()
                                .forEach(line -> told.add("line " + line.line() + " of plan " + line.planVersion()
                                        + " payable at " + line.payableAtMs() + ": " + line.guideFen() + " and "
                                        + line.groupOwnerFen()));
                    }
                })
                .onRecord(record);
    }
}
