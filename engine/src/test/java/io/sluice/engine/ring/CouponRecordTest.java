package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.ClaimCouponDecoder;
import io.sluice.engine.protocol.codec.CouponPageDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.InviteToCampaignDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.NoteWatchedDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PutCampaignDecoder;
import io.sluice.engine.protocol.codec.PutCampaignEncoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Coupons in records and answers. */
class CouponRecordTest {
    private static final int START = RecordFlyweight.HEADER_LENGTH;
    private static final int HEADER = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final long TIME_MS = 5_000;
    private static final long VIEWER = SampleCommands.VIEWER;
    private static final long PRICE_FEN = SampleCommands.PRICE_FEN;
    private static final long DISCOUNT_FEN = SampleCouponCommands.DISCOUNT_FEN;
    private static final short NO_CODE = 200;

    private final FlashCore core = new FlashCore(CoreReserves.NONE);
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[CommandRing.MIN_SLOT_BYTES]);
    private final CommandDecider decider = new CommandDecider(core);
    private final QueryAnswerer answerer = new QueryAnswerer(core);
    private final RecordChain chain = new RecordChain();
    private final FlashCore replayedCore = new FlashCore(CoreReserves.NONE);
    private final RecordReplayer replayer = new RecordReplayer(replayedCore);

    @Test
    void everySampleIsTakenAndReplayDecidesTheSameAgain() {
        openTheShop();

        SampleCouponCommands.all()
                .forEach((shape, command) ->
                        assertThat(decide(command).outcome()).as("%s", shape).isEqualTo(Outcome.ACCEPTED));
        assertThat(decide(SampleCommands.placeOrder(VIEWER, "k", 2, "1")).outcome())
                .isEqualTo(Outcome.RESERVED);
        assertThat(decide(SampleCommands.payOrder(1, 2 * PRICE_FEN - DISCOUNT_FEN, "p"))
                        .outcome())
                .isEqualTo(Outcome.PAID);
        assertThat(decide(SampleCommands.refundOrder(1, "r")).outcome()).isEqualTo(Outcome.REFUNDED);

        assertThat(replayedCore.stateHash()).isEqualTo(core.stateHash());
    }

    @Test
    void aClaimSaysWhichCoupon() {
        openTheShop();
        decide(SampleCouponCommands.putCampaign(SampleCouponCommands.OTHER_CAMPAIGN, 0, false));

        final DecisionDecoder first = plain(decide(claim("k")));
        assertThat(first.outcome()).isEqualTo(Outcome.ACCEPTED.code());
        assertThat(first.detail()).isEqualTo(1);
        final DecisionDecoder again = plain(decide(claim("k")));
        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED.code());
        assertThat(again.detail()).isEqualTo(1);
    }

    @Test
    void anOrderSaysWhatItsCouponTakesOffWhichLine() {
        openTheShop();
        claimed();

        final OrderDecisionDecoder order = order(decide(SampleCommands.placeOrder(VIEWER, "k", 3, "1")));

        assertThat(order.coupon()).isEqualTo(1);
        assertThat(order.discountFen()).isEqualTo(DISCOUNT_FEN);
        assertThat(order.totalFen()).isEqualTo(3 * PRICE_FEN - DISCOUNT_FEN);
        final List<Long> discountsFen = new ArrayList<>();
        order.lines().forEach(line -> discountsFen.add(line.discountFen()));
        assertThat(discountsFen).containsExactly(533L, 267L);
    }

    @Test
    void aRefundSaysWhatTheCouponHadTakenOffItsUnits() {
        openTheShop();
        claimed();
        decide(SampleCommands.placeOrder(VIEWER, "k", 3, "1"));
        decide(SampleCommands.payOrder(1, 3 * PRICE_FEN - DISCOUNT_FEN, "p"));

        final OrderDecisionDecoder refund = order(decide(SampleCommands.refundOrder(1, "r")));

        assertThat(refund.amountFen()).isEqualTo(PRICE_FEN - 266);
        assertThat(refund.discountFen()).isEqualTo(DISCOUNT_FEN);
        assertThat(refund.lines().next().discountFen()).isEqualTo(266);
    }

    @Test
    void anOrderWithoutACouponSaysNone() {
        openTheShop();

        final OrderDecisionDecoder order = order(decide(SampleCommands.placeOrder(VIEWER, "k", 2)));

        assertThat(order.coupon()).isZero();
        assertThat(order.discountFen()).isZero();
        order.lines().forEach(line -> assertThat(line.discountFen()).isZero());
    }

    @Test
    void codesThatNoneHasAreInvalid() {
        openTheShop();
        final int block = START + HEADER;

        for (final int field :
                new int[] {PutCampaignEncoder.flashEncodingOffset(), PutCampaignEncoder.audienceEncodingOffset()}) {
            final DecisionDecoder decision = plain(decide((buffer, offset) -> {
                final int length =
                        SampleCouponCommands.putCampaign(70, 0, false).write(buffer, offset);
                buffer.putByte(block + field, (byte) NO_CODE);
                return length;
            }));
            assertThat(decision.outcome()).isEqualTo(Outcome.COMMAND_INVALID.code());
        }
        assertThat(core.coupons().campaign(70)).isNull();
    }

    @Test
    void aPageSaysWhereEachCouponStands() {
        openTheShop();
        claimed();
        decide(claim("other"));
        decide(SampleCommands.placeOrder(VIEWER, "k", 2, "1"));

        final CouponPageDecoder page = asked(VIEWER, 0, 5);

        assertThat(page.more()).isZero();
        final CouponPageDecoder.CouponsDecoder coupons = page.coupons();
        assertThat(coupons.count()).isEqualTo(2);
        assertThat(coupons.next().coupon()).isEqualTo(2);
        assertThat(coupons.state()).isEqualTo(CouponState.CLAIMED.code());
        assertThat(coupons.order()).isZero();
        assertThat(coupons.campaign()).isEqualTo(SampleCouponCommands.OTHER_CAMPAIGN);
        assertThat(coupons.claimedAt()).isEqualTo(chain.sequence() - 1);
        assertThat(coupons.claimedAtMs()).isEqualTo(TIME_MS);
        assertThat(coupons.expiresAtMs()).isGreaterThan(TIME_MS);
        assertThat(coupons.byPosition()).isZero();
        assertThat(coupons.discountFen()).isEqualTo(DISCOUNT_FEN);
        assertThat(coupons.basisPoints()).isZero();
        assertThat(coupons.minimumFen()).isEqualTo(PRICE_FEN);
        assertThat(coupons.next().state()).isEqualTo(CouponState.HELD.code());
        assertThat(coupons.order()).isEqualTo(1);
    }

    @Test
    void aPageHasNoMoreThanWereAskedForAndThanThereMayBe() {
        openTheShop();
        decide(SampleCouponCommands.putCampaign(SampleCouponCommands.OTHER_CAMPAIGN, 0, false));
        for (int i = 0; i <= ProtocolLimits.MAX_COUPON_PAGE; i++) {
            decide(claim("k" + i));
        }

        assertThat(asked(VIEWER, 0, 2).coupons().count()).isEqualTo(2);
        assertThat(asked(VIEWER, 0, 2).more()).isEqualTo((short) 1);
        assertThat(asked(VIEWER, 0, 0).coupons().count()).isZero();
        assertThat(asked(VIEWER, 0, 254).coupons().count()).isEqualTo(ProtocolLimits.MAX_COUPON_PAGE);
        assertThat(asked(VIEWER, 2, 254).coupons().count()).isEqualTo(1);
        assertThat(asked(VIEWER, 99, 254).coupons().count()).isZero();
        assertThat(asked(VIEWER + 1, 0, 254).coupons().count()).isZero();
    }

    /** The core's thread must not fail over it, whoever sent it. */
    @Test
    void aQueryThatIsShorterOrLongerThanItSaysIsAnsweredWithinItsSlotOrNotAtAll() {
        openTheShop();
        claimed();
        final int length = SampleCouponCommands.findCoupons(VIEWER, 0, 5).write(slot, START);

        for (int end = START + HEADER; end < START + length + 60; end++) {
            SampleCouponCommands.findCoupons(VIEWER, 0, 5).write(slot, START);
            assertThat(answerer.answer(slot, START, end, TIME_MS)).isPositive();
        }
        SampleCouponCommands.findCoupons(VIEWER, 0, 5).write(slot, START);
        slot.putShort(START + MessageHeaderEncoder.blockLengthEncodingOffset(), (short) -1);
        assertThat(answerer.answer(slot, START, START + length, TIME_MS)).isPositive();
    }

    @Test
    void aQueryThatLeavesNoRoomForItsAnswerIsNotAnswered() {
        final int longest = HEADER
                + CouponPageDecoder.BLOCK_LENGTH
                + CouponPageDecoder.CouponsDecoder.HEADER_SIZE
                + ProtocolLimits.MAX_COUPON_PAGE * CouponPageDecoder.CouponsDecoder.sbeBlockLength();
        SampleCouponCommands.findCoupons(VIEWER, 0, 5).write(slot, START);

        assertThat(answerer.answer(slot, START, slot.capacity() - longest, TIME_MS))
                .isPositive();
        SampleCouponCommands.findCoupons(VIEWER, 0, 5).write(slot, START);
        assertThat(answerer.answer(slot, START, slot.capacity() - longest + 1, TIME_MS))
                .isZero();
    }

    @Test
    void theSmallestSlotTakesTheLongestPage() {
        final int query = SampleCouponCommands.findCoupons(VIEWER, 0, 5).write(slot, START);

        assertThat(answerer.answer(slot, START, START + query, TIME_MS)).isPositive();
    }

    @Test
    void theSmallestSlotTakesTheLongestCommands() {
        final int campaign = PutCampaignDecoder.BLOCK_LENGTH
                + PutCampaignDecoder.OffersDecoder.HEADER_SIZE
                + ProtocolLimits.MAX_OFFERS_OF_CAMPAIGN * PutCampaignDecoder.OffersDecoder.sbeBlockLength()
                + PutCampaignDecoder.titleHeaderLength()
                + ProtocolLimits.MAX_TITLE_BYTES;
        final int invite = InviteToCampaignDecoder.BLOCK_LENGTH
                + InviteToCampaignDecoder.ViewersDecoder.HEADER_SIZE
                + ProtocolLimits.MAX_LISTED_A_COMMAND * InviteToCampaignDecoder.ViewersDecoder.sbeBlockLength();
        final int watched = NoteWatchedDecoder.BLOCK_LENGTH
                + NoteWatchedDecoder.ViewersDecoder.HEADER_SIZE
                + ProtocolLimits.MAX_LISTED_A_COMMAND * NoteWatchedDecoder.ViewersDecoder.sbeBlockLength();
        final int claim =
                ClaimCouponDecoder.BLOCK_LENGTH + ClaimCouponDecoder.keyHeaderLength() + ProtocolLimits.MAX_KEY_BYTES;

        for (final int command : new int[] {campaign, invite, watched, claim}) {
            assertThat(START + HEADER + command + DecisionWriter.PLAIN_LENGTH)
                    .isLessThanOrEqualTo(CommandRing.MIN_SLOT_BYTES);
        }
    }

    private void openTheShop() {
        SampleCommands.shop().values().forEach(this::decide);
    }

    private void claimed() {
        decide(SampleCouponCommands.putCampaign(SampleCouponCommands.OTHER_CAMPAIGN, 0, false));
        assertThat(plain(decide(claim("claim"))).detail()).isEqualTo(1);
    }

    private static CommandWriter claim(final String key) {
        return SampleCouponCommands.claim(VIEWER, SampleCouponCommands.OTHER_CAMPAIGN, key);
    }

    private RecordFlyweight decide(final CommandWriter command) {
        final int length = command.write(slot, START);
        final int decisionLength = decider.decide(slot, START, length, chain.sequence() + 1, TIME_MS);
        chain.seal(slot, 0, length, decisionLength, TIME_MS);
        final RecordFlyweight record = new RecordFlyweight().wrap(slot, 0);
        replayer.apply(record);
        return record;
    }

    private CouponPageDecoder asked(final long viewer, final long before, final int maximum) {
        final int length =
                SampleCouponCommands.findCoupons(viewer, before, maximum).write(slot, START);
        final int answered = answerer.answer(slot, START, START + length, TIME_MS);
        final CouponPageDecoder page =
                new CouponPageDecoder().wrapAndApplyHeader(slot, START + length, new MessageHeaderDecoder());
        assertThat(answered).isEqualTo(HEADER + page.sbeDecodedLength());
        return page.sbeRewind();
    }

    private DecisionDecoder plain(final RecordFlyweight record) {
        return new DecisionDecoder().wrapAndApplyHeader(slot, record.decisionOffset(), new MessageHeaderDecoder());
    }

    private OrderDecisionDecoder order(final RecordFlyweight record) {
        return new OrderDecisionDecoder().wrapAndApplyHeader(slot, record.decisionOffset(), new MessageHeaderDecoder());
    }
}
