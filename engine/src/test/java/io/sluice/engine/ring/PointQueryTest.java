package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PointPageDecoder;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The query for a viewer's points. */
class PointQueryTest {
    private static final int START = RecordFlyweight.HEADER_LENGTH;
    private static final int HEADER = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final long TIME_MS = 5_000;
    private static final long MONTH_MS = TimeUnit.DAYS.toMillis(30);
    private static final long VIEWER = SampleCommands.VIEWER;
    private static final int LONGEST = HEADER
            + PointPageDecoder.BLOCK_LENGTH
            + PointPageDecoder.MovesDecoder.HEADER_SIZE
            + ProtocolLimits.MAX_POINT_PAGE * PointPageDecoder.MovesDecoder.sbeBlockLength();

    private final FlashCore core = new FlashCore(CoreReserves.NONE);
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[CommandRing.MIN_SLOT_BYTES]);
    private final CommandDecider decider = new CommandDecider(core);
    private final QueryAnswerer answerer = new QueryAnswerer(core);
    private long sequence;

    @Test
    void aPageSaysEveryMoveAndWhatCanBeSpent() {
        openTheShop();
        decide(SampleCommands.placeOrder(VIEWER, "k", 3));
        final long paid = decide(SampleCommands.payOrder(1, 3 * SampleCommands.PRICE_FEN, "p"));
        final long comment = decide(SampleCommands.postComment(VIEWER, "你好"));

        final PointPageDecoder page = asked(VIEWER, 0, 5, TIME_MS);

        assertThat(page.balance()).isEqualTo(21);
        assertThat(page.more()).isZero();
        final PointPageDecoder.MovesDecoder moves = page.moves();
        assertThat(moves.count()).isEqualTo(2);
        assertThat(moves.next().move()).isEqualTo(2);
        assertThat(moves.reason()).isEqualTo(PointReason.COMMENT.code());
        assertThat(moves.points()).isEqualTo(1);
        assertThat(moves.timeMs()).isEqualTo(TIME_MS);
        assertThat(moves.expiresAtMs()).isEqualTo(TIME_MS + MONTH_MS);
        assertThat(moves.record()).isEqualTo(comment);
        assertThat(moves.order()).isZero();
        assertThat(moves.next().move()).isEqualTo(1);
        assertThat(moves.reason()).isEqualTo(PointReason.PURCHASE.code());
        assertThat(moves.points()).isEqualTo(20);
        assertThat(moves.record()).isEqualTo(paid);
        assertThat(moves.order()).isEqualTo(1);
    }

    @Test
    void whatHasExpiredByTheTimeOfTheQueryCannotBeSpent() {
        openTheShop();
        decide(SampleCommands.postComment(VIEWER, "你好"));

        assertThat(asked(VIEWER, 0, 5, TIME_MS + MONTH_MS - 1).balance()).isEqualTo(1);
        assertThat(asked(VIEWER, 0, 5, TIME_MS + MONTH_MS).balance()).isZero();
    }

    @Test
    void aPageHasNoMoreThanWereAskedForAndThanThereMayBe() {
        openTheShop();
        for (int i = 0; i <= ProtocolLimits.MAX_POINT_PAGE; i++) {
            decide(SampleCommands.postComment(VIEWER, "你好"));
        }

        assertThat(asked(VIEWER, 0, 2).moves().count()).isEqualTo(2);
        assertThat(asked(VIEWER, 0, 2).more()).isEqualTo((short) 1);
        assertThat(asked(VIEWER, 0, 0).moves().count()).isZero();
        assertThat(asked(VIEWER, 0, 254).moves().count()).isEqualTo(ProtocolLimits.MAX_POINT_PAGE);
        assertThat(asked(VIEWER, 2, 254).moves().count()).isEqualTo(1);
        assertThat(asked(VIEWER, 99, 254).moves().count()).isZero();
        assertThat(asked(VIEWER, -1, 254).moves().count()).isZero();
        assertThat(asked(VIEWER + 1, 0, 254).moves().count()).isZero();
    }

    /** The core's thread must not fail over it, whoever sent it. */
    @Test
    void aQueryThatIsShorterOrLongerThanItSaysIsAnsweredWithinItsSlot() {
        openTheShop();
        decide(SampleCommands.postComment(VIEWER, "你好"));
        final int length = ask(VIEWER, 0, 5);

        for (int end = START + HEADER; end < START + length + 60; end++) {
            ask(VIEWER, 0, 5);
            assertThat(answerer.answer(slot, START, end, TIME_MS)).isPositive();
        }
        ask(VIEWER, 0, 5);
        slot.putShort(START + MessageHeaderEncoder.blockLengthEncodingOffset(), (short) -1);
        assertThat(answerer.answer(slot, START, START + length, TIME_MS)).isPositive();
    }

    @Test
    void aQueryThatLeavesNoRoomForItsAnswerIsNotAnswered() {
        ask(VIEWER, 0, 5);
        assertThat(answerer.answer(slot, START, slot.capacity() - LONGEST, TIME_MS))
                .isPositive();

        ask(VIEWER, 0, 5);
        assertThat(answerer.answer(slot, START, slot.capacity() - LONGEST + 1, TIME_MS))
                .isZero();
    }

    @Test
    void theSmallestSlotTakesTheLongestPage() {
        assertThat(START + ask(VIEWER, 0, 5) + LONGEST).isLessThanOrEqualTo(CommandRing.MIN_SLOT_BYTES);
    }

    private void openTheShop() {
        SampleCommands.shop().values().forEach(this::decide);
        SamplePointCommands.rules().forEach(this::decide);
    }

    /** Answers the record. */
    private long decide(final CommandWriter command) {
        decider.decide(slot, START, command.write(slot, START), ++sequence, TIME_MS);
        return sequence;
    }

    private int ask(final long viewer, final long before, final int maximum) {
        return SamplePointCommands.findPoints(viewer, before, maximum).write(slot, START);
    }

    private PointPageDecoder asked(final long viewer, final long before, final int maximum) {
        return asked(viewer, before, maximum, TIME_MS);
    }

    private PointPageDecoder asked(final long viewer, final long before, final int maximum, final long timeMs) {
        final int length = ask(viewer, before, maximum);
        final int answered = answerer.answer(slot, START, START + length, timeMs);
        final PointPageDecoder page =
                new PointPageDecoder().wrapAndApplyHeader(slot, START + length, new MessageHeaderDecoder());
        assertThat(answered).isEqualTo(HEADER + page.sbeDecodedLength());
        return page.sbeRewind();
    }
}
