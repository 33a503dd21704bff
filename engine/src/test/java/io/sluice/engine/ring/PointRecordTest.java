package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.PointMoves;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.TouchKind;
import io.sluice.engine.protocol.codec.AwardPointsDecoder;
import io.sluice.engine.protocol.codec.ClaimCouponDecoder;
import io.sluice.engine.protocol.codec.CommissionDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.NoteTouchDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PointMovesDecoder;
import io.sluice.engine.protocol.codec.PostCommentDecoder;
import io.sluice.engine.protocol.codec.PutPointRuleEncoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Records behind whose decision stand the points that it moves. */
class PointRecordTest {
    private static final int START = RecordFlyweight.HEADER_LENGTH;
    private static final int HEADER = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final long TIME_MS = 5_000;
    private static final long VIEWER = SampleCommands.VIEWER;
    private static final long PRICE_FEN = SampleCommands.PRICE_FEN;
    private static final short NO_CODE = 200;

    private final FlashCore core = new FlashCore(CoreReserves.NONE);
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[CommandRing.MIN_SLOT_BYTES]);
    private final CommandDecider decider = new CommandDecider(core);
    private final RecordChain chain = new RecordChain();
    private final FlashCore replayedCore = new FlashCore(CoreReserves.NONE);
    private final RecordReplayer replayer = new RecordReplayer(replayedCore);
    private final List<String> told = new ArrayList<>();

    @Test
    void everySampleIsTakenAndReplayDecidesTheSameAgain() {
        openTheShop();
        replay(SamplePointCommands.putVouchers());

        SamplePointCommands.all()
                .forEach((shape, command) ->
                        assertThat(replay(command).outcome()).as("%s", shape).isEqualTo(Outcome.ACCEPTED));
        SamplePointCommands.rules().forEach(this::replay);
        replay(SamplePointCommands.putPricedCampaign());
        replay(SampleCommands.postComment(VIEWER, "你好"));
        replay(SampleCommands.placeOrder(VIEWER, "k", 4));
        replay(SampleCommands.payOrder(1, 4 * PRICE_FEN, "p"));
        replay(SampleCouponCommands.claim(VIEWER, SamplePointCommands.PRICED_CAMPAIGN, "c"));
        assertThat(replay(SampleCommands.refundOrder(1, "r")).outcome()).isEqualTo(Outcome.REFUNDED);

        assertThat(replayedCore.stateHash()).isEqualTo(core.stateHash());
    }

    @Test
    void theFirstVoucherOfAPaymentStandsInItsDecision() {
        openTheShop();
        decide(SamplePointCommands.putVouchers());
        decide(SamplePointCommands.putPack());
        decide(SampleCommands.placeOrder(VIEWER, "k", 4));

        final RecordFlyweight paid = decide(SampleCommands.payOrder(1, 4 * PRICE_FEN, "p"));

        assertThat(order(paid).firstVoucher()).isEqualTo(1);
    }

    @Test
    void pointsAreToldOfBehindTheCommissionOfTheSamePayment() {
        openTheShop();
        decide(SampleMoneyCommands.putCommissionPlan());

        tell(paid());

        assertThat(told).containsExactly("paid", "commission of 2 lines", "42 PURCHASE 10 has 10 until " + untilMs());
    }

    @Test
    void pointsAreToldOfAlsoWhereThereIsNoCommission() {
        openTheShop();

        tell(paid());

        assertThat(told).containsExactly("paid", "42 PURCHASE 10 has 10 until " + untilMs());
    }

    @Test
    void whatARefundTakesBackIsToldOfBehindItsCommission() {
        openTheShop();
        decide(SampleMoneyCommands.putCommissionPlan());
        paid();

        tell(decide(SampleCommands.refundOrder(1, "r")));

        assertThat(told).containsExactly("refunded", "commission of 1 lines", "42 TAKEN_BACK -5 has 5 until 0");
    }

    @Test
    void aCommentATouchAClaimAndAnAwardSayWhatTheyMove() {
        openTheShop();
        decide(SamplePointCommands.putPricedCampaign());

        tell(decide(SampleCommands.postComment(VIEWER, "你好")));
        tell(decide(SampleBrandCommands.noteTouch(VIEWER, TouchKind.SHARE)));
        tell(decide(SamplePointCommands.awardPoints(VIEWER, PointReason.QUIZ.code(), "quiz")));
        tell(decide(SamplePointCommands.awardPoints(VIEWER, PointReason.GIFT.code(), "gift")));
        tell(decide(SampleCouponCommands.claim(VIEWER, SamplePointCommands.PRICED_CAMPAIGN, "c")));

        assertThat(told)
                .containsExactly(
                        "commented",
                        "42 COMMENT 1 has 1 until " + untilMs(),
                        "came",
                        SampleBrandCommands.INVITER + " SHARE 2 has 2 until " + untilMs(),
                        "awarded",
                        "42 QUIZ 3 has 4 until " + untilMs(),
                        "awarded",
                        "42 GIFT 50 has 54 until " + untilMs(),
                        "claimed",
                        "42 SPENT -5 has 49 until 0");
    }

    @Test
    void whatMovesNoPointsEndsWithItsDecision() {
        openTheShop();
        decide(SamplePointCommands.awardPoints(VIEWER, PointReason.GIFT.code(), "k"));

        final RecordFlyweight repeated = decide(SamplePointCommands.awardPoints(VIEWER, PointReason.GIFT.code(), "k"));

        assertThat(repeated.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(repeated.decisionLength()).isEqualTo(HEADER + DecisionDecoder.BLOCK_LENGTH);
        tell(repeated);
        assertThat(told).containsExactly("awarded");
    }

    @Test
    void pointsThatReplayDoesNotFindAgainAreAFault() {
        SampleCommands.shop().values().forEach(this::replay);
        decide(SamplePointCommands.putPointRule(PointReason.COMMENT, 1));

        final RecordFlyweight comment = decide(SampleCommands.postComment(VIEWER, "你好"));

        assertThatExceptionOfType(JournalFaultException.class)
                .isThrownBy(() -> replayer.apply(comment))
                .withMessageContaining("differ from byte " + (HEADER + DecisionDecoder.BLOCK_LENGTH));
    }

    @Test
    void pointsThatOnlyReplayFindsAreAFault() {
        SampleCommands.shop().values().forEach(this::replay);
        final CommandDecider other = new CommandDecider(replayedCore);
        final UnsafeBuffer elsewhere = new UnsafeBuffer(new byte[CommandRing.MIN_SLOT_BYTES]);
        final int length =
                SamplePointCommands.putPointRule(PointReason.COMMENT, 1).write(elsewhere, 0);
        other.decide(elsewhere, 0, length, 0, TIME_MS);

        final RecordFlyweight comment = decide(SampleCommands.postComment(VIEWER, "你好"));

        assertThatExceptionOfType(JournalFaultException.class)
                .isThrownBy(() -> replayer.apply(comment))
                .withMessageContaining("differ from byte " + comment.decisionLength());
    }

    @Test
    void everyByteBehindADecisionCounts() {
        openTheShop();
        decide(SampleMoneyCommands.putCommissionPlan());
        final RecordFlyweight paid = paid();
        final UnsafeBuffer derived = new UnsafeBuffer(new byte[paid.decisionLength()]);
        derived.putBytes(0, slot, paid.decisionOffset(), paid.decisionLength());
        final int moves = paid.decisionLength() - pointsLength(1);
        for (int i = moves; i < paid.decisionLength(); i++) {
            derived.putByte(i, (byte) (derived.getByte(i) ^ 0x10));
            final boolean isVersion = i == moves + MessageHeaderDecoder.versionEncodingOffset()
                    || i == moves + MessageHeaderDecoder.versionEncodingOffset() + 1;
            final int difference = new DecisionComparison().firstDifference(paid, derived, 0, paid.decisionLength());
            assertThat(difference == DecisionComparison.SAME).as("byte " + i).isEqualTo(isVersion);
            derived.putByte(i, (byte) (derived.getByte(i) ^ 0x10));
        }
    }

    @Test
    void aReasonThatThereIsNotIsInvalid() {
        openTheShop();

        assertThat(decide(SamplePointCommands.awardPoints(VIEWER, NO_CODE, "k")).outcome())
                .isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(decide((buffer, offset) -> {
                            final int length = SamplePointCommands.putPointRule(PointReason.QUIZ, 1)
                                    .write(buffer, offset);
                            buffer.putByte(
                                    offset + HEADER + PutPointRuleEncoder.reasonEncodingOffset(), (byte) NO_CODE);
                            return length;
                        })
                        .outcome())
                .isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void aKeyThatIsLongerThanAKeyMayBeIsInvalid() {
        openTheShop();
        final String longest = "k".repeat(ProtocolLimits.MAX_KEY_BYTES);

        assertThat(decide(SamplePointCommands.awardPoints(VIEWER, PointReason.GIFT.code(), longest))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(decide(SamplePointCommands.awardPoints(VIEWER, PointReason.GIFT.code(), longest + "k"))
                        .outcome())
                .isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void theLongestMovesAreOfAsManyViewersAsOneDecisionMoves() {
        assertThat(pointsLength(PointMoves.MOST)).isEqualTo(PointWriter.MAX_LENGTH);
    }

    @Test
    void theSmallestSlotTakesTheLongestCommandsThatMovePoints() {
        final int award =
                AwardPointsDecoder.BLOCK_LENGTH + AwardPointsDecoder.keyHeaderLength() + ProtocolLimits.MAX_KEY_BYTES;
        final int comment = PostCommentDecoder.BLOCK_LENGTH
                + PostCommentDecoder.textHeaderLength()
                + ProtocolLimits.MAX_COMMENT_BYTES;
        final int touch =
                NoteTouchDecoder.BLOCK_LENGTH + NoteTouchDecoder.shareHeaderLength() + ProtocolLimits.MAX_SHARE_BYTES;
        final int claim =
                ClaimCouponDecoder.BLOCK_LENGTH + ClaimCouponDecoder.keyHeaderLength() + ProtocolLimits.MAX_KEY_BYTES;

        for (final int command : new int[] {award, comment, touch, claim}) {
            assertThat(START + HEADER + command + DecisionWriter.PLAIN_LENGTH)
                    .isLessThanOrEqualTo(CommandRing.MIN_SLOT_BYTES);
        }
    }

    private void openTheShop() {
        SampleCommands.shop().values().forEach(this::replay);
        SampleBrandCommands.brand().values().forEach(this::replay);
        SamplePointCommands.rules().forEach(this::replay);
    }

    /** An order of two units by the shop's viewer. */
    private RecordFlyweight paid() {
        decide(SampleCommands.placeOrder(VIEWER, "key", 2));
        return decide(SampleCommands.payOrder(1, 2 * PRICE_FEN, "pay"));
    }

    private RecordFlyweight replay(final CommandWriter command) {
        final RecordFlyweight record = decide(command);
        replayer.apply(record);
        return record;
    }

    private RecordFlyweight decide(final CommandWriter command) {
        final int length = command.write(slot, START);
        final int decisionLength = decider.decide(slot, START, length, chain.sequence() + 1, TIME_MS);
        chain.seal(slot, 0, length, decisionLength, TIME_MS);
        return new RecordFlyweight().wrap(slot, 0);
    }

    private OrderDecisionDecoder order(final RecordFlyweight record) {
        return new OrderDecisionDecoder().wrapAndApplyHeader(slot, record.decisionOffset(), new MessageHeaderDecoder());
    }

    private static int pointsLength(final int moves) {
        return HEADER
                + PointMovesDecoder.BLOCK_LENGTH
                + PointMovesDecoder.MovesDecoder.HEADER_SIZE
                + moves * PointMovesDecoder.MovesDecoder.sbeBlockLength();
    }

    private static long untilMs() {
        return TIME_MS + TimeUnit.DAYS.toMillis(30);
    }

    private void tell(final RecordFlyweight record) {
        new RecordDispatcher(new Teller()).onRecord(record);
    }

    /** Notes what it is told, and reads no decision to its end: what stands behind it stays where it is. */
    private final class Teller implements RecordVisitor {
        @Override
        public void onPayOrder(
                final RecordFlyweight paid, final PayOrderDecoder command, final OrderDecisionDecoder decision) {
            decision.lines().next();
            told.add("paid");
        }

        @Override
        public void onRefundOrder(
                final RecordFlyweight refunded, final RefundOrderDecoder command, final OrderDecisionDecoder decision) {
            told.add("refunded");
        }

        @Override
        public void onPostComment(
                final RecordFlyweight comment, final PostCommentDecoder command, final DecisionDecoder decision) {
            told.add("commented");
        }

        @Override
        public void onNoteTouch(
                final RecordFlyweight touch, final NoteTouchDecoder command, final DecisionDecoder decision) {
            told.add("came");
        }

        @Override
        public void onAwardPoints(
                final RecordFlyweight award, final AwardPointsDecoder command, final DecisionDecoder decision) {
            told.add("awarded");
        }

        @Override
        public void onClaimCoupon(
                final RecordFlyweight claim, final ClaimCouponDecoder command, final DecisionDecoder decision) {
            told.add("claimed");
        }

        @Override
        public void onCommission(final RecordFlyweight moved, final CommissionDecoder commission) {
            told.add("commission of " + commission.lines().count() + " lines");
        }

        @Override
        public void onPointMoves(final RecordFlyweight moved, final PointMovesDecoder points) {
            points.moves()
                    .forEach(move -> told.add(move.viewer() + " " + PointReason.ofCode(move.reason()) + " "
                            + move.points() + " has " + move.balance() + " until " + move.expiresAtMs()));
        }
    }
}
