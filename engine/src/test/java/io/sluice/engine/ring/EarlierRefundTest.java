package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import java.nio.ByteOrder;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the schema's fifth version recorded of refunds comes out again as it was decided then. */
class EarlierRefundTest {
    private static final int HEADER = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final int SLOT_BYTES = 4_096;
    private static final short FIFTH = 5;
    private static final long BUYER = 211;
    private static final long BEHIND_FLASH_PRICES_MS = 1_000;

    private final CommandDecider decider = new CommandDecider(new FlashCore(CoreReserves.NONE));
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[SLOT_BYTES]);
    private long sequence;

    @BeforeEach
    void openTheShop() {
        for (final Map.Entry<CommandShape, CommandWriter> command :
                SampleCommands.shop().entrySet()) {
            assertThat(decided(command.getValue())).isEqualTo(Outcome.ACCEPTED);
        }
    }

    @Test
    void anActorBelowZeroCancelledAsAnyOperator() {
        decided(SampleCommands.placeOrder(BUYER, "k", 2));

        assertThat(decided(SampleCommands.cancelFor(-1, 1))).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(decided(ofFifth(SampleCommands.cancelFor(-1, 1)))).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void aRequestHeldNoVoucher() {
        final String voucher = aPacksNextVoucher();

        assertThat(decided(ofFifth(SampleCommands.requestRefund(1, "q")))).isEqualTo(Outcome.REFUND_REQUESTED);

        assertThat(decided(SampleCommands.placeOrder(BUYER, "k", 2, voucher))).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void aRequestOfTodayHoldsOne() {
        final String voucher = aPacksNextVoucher();

        assertThat(decided(SampleCommands.requestRefund(1, "q"))).isEqualTo(Outcome.REFUND_REQUESTED);

        assertThat(decided(SampleCommands.placeOrder(BUYER, "k", 2, voucher))).isEqualTo(Outcome.COUPON_REFUNDING);
    }

    @Test
    void aRefundEndedWhateverWasPendingAndNothingWasKeptOfThat() {
        decided(SampleCommands.placeOrder(BUYER, "k", 3));
        decided(SampleCommands.payOrder(1, 3 * SampleCommands.PRICE_FEN, "p"));
        decided(SampleCommands.requestRefund(1, "q"));
        final long request = sequence;

        assertThat(decided(withoutRequest(SampleCommands.refundOrder(1, "r")))).isEqualTo(Outcome.REFUNDED);

        assertThat(decided(SampleCommands.declineRefund(1, request))).isEqualTo(Outcome.REFUND_REQUEST_UNKNOWN);
        assertThat(decided(SampleCommands.requestRefund(1, "q2"))).isEqualTo(Outcome.REFUND_REQUESTED);
    }

    /** Buys three vouchers as order 1; answers the number of the one that a refund of one unit is about. */
    private String aPacksNextVoucher() {
        SamplePointCommands.opening().forEach(this::decided);
        decided(SampleCommands.placeOrder(BUYER, "pack", 3));
        assertThat(decided(SampleCommands.payOrder(1, 3 * SampleCommands.PRICE_FEN, "pack")))
                .isEqualTo(Outcome.PAID);
        return Long.toString(decider.decision().firstVoucher() + 1);
    }

    private Outcome decided(final CommandWriter command) {
        sequence++;
        decider.decide(slot, 0, command.write(slot, 0), sequence, BEHIND_FLASH_PRICES_MS + sequence);
        return decider.decision().outcome();
    }

    private static CommandWriter ofFifth(final CommandWriter command) {
        return (buffer, offset) -> {
            final int length = command.write(buffer, offset);
            buffer.putShort(offset + MessageHeaderDecoder.versionEncodingOffset(), FIFTH, ByteOrder.LITTLE_ENDIAN);
            return length;
        };
    }

    /** As the fifth version wrote a refund: the block ended before the field that was appended since. */
    private static CommandWriter withoutRequest(final CommandWriter refund) {
        return (buffer, offset) -> {
            final int length = ofFifth(refund).write(buffer, offset);
            final int block = RefundOrderDecoder.requestEncodingOffset();
            final int field = RefundOrderDecoder.requestEncodingLength();
            final byte[] behind = new byte[length - HEADER - block - field];
            buffer.getBytes(offset + HEADER + block + field, behind);
            buffer.putBytes(offset + HEADER + block, behind);
            buffer.putShort(
                    offset + MessageHeaderDecoder.blockLengthEncodingOffset(), (short) block, ByteOrder.LITTLE_ENDIAN);
            return length - field;
        };
    }
}
