package io.sluice.engine.sim;

import io.sluice.engine.core.naive.Command;
import io.sluice.engine.protocol.CommandWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A command as it is offered; equal when the bytes are. */
record CommandBytes(ByteBuffer bytes) implements CommandWriter {
    private static final int MAX_LENGTH = 4_096;

    static CommandBytes of(final Command command) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_LENGTH]);
        final int orderLength = OrderCommandEncoder.encode(command, buffer);
        final int brandLength = orderLength > 0 ? orderLength : BrandCommandEncoder.encode(command, buffer);
        final int moneyLength = brandLength > 0 ? brandLength : MoneyCommandEncoder.encode(command, buffer);
        final int couponLength = moneyLength > 0 ? moneyLength : CouponCommandEncoder.encode(command, buffer);
        final int pointLength = couponLength > 0 ? couponLength : PointCommandEncoder.encode(command, buffer);
        final int stockLength = pointLength > 0 ? pointLength : StockCommandEncoder.encode(command, buffer);
        final int reviewLength = stockLength > 0 ? stockLength : ReviewCommandEncoder.encode(command, buffer);
        final int talkLength = reviewLength > 0 ? reviewLength : TalkCommandEncoder.encode(command, buffer);
        final int length = talkLength > 0 ? talkLength : ShopCommandEncoder.encode(command, buffer);
        return new CommandBytes(ByteBuffer.wrap(Arrays.copyOf(buffer.byteArray(), length)));
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        buffer.putBytes(offset, bytes, 0, bytes.capacity());
        return bytes.capacity();
    }
}
