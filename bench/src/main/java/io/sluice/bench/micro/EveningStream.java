package io.sluice.bench.micro;

import io.sluice.engine.protocol.codec.AddLikesEncoder;
import io.sluice.engine.protocol.codec.CancelOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PayOrderEncoder;
import io.sluice.engine.protocol.codec.PostCommentEncoder;
import java.nio.charset.StandardCharsets;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An endless evening of one room: of twenty commands six place {@linkplain OrderStream orders}, five pay for earlier ones and
 * one cancels another, seven are comments of nine characters, and one adds the likes of a tick. Before there are orders to pay
 * for there are comments in their place.
 */
final class EveningStream implements CommandStream {
    /** A letter a command: Order, Payment, Cancellation, Talk, Likes. */
    private static final String PATTERN = "OPTOPTOPTOPTOPTOCTTL";

    private static final int ORDERS = 6;
    /** An order is paid or cancelled so many patterns after it was placed. */
    private static final int PATTERNS_BEFORE_PAYMENT = 200;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final long PRICE_FEN = 9_900;
    private static final byte[] COMMENT = "想要白色的，还有吗".getBytes(StandardCharsets.UTF_8);

    private final OrderStream orders = new OrderStream();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final PayOrderEncoder payment = new PayOrderEncoder();
    private final CancelOrderEncoder cancellation = new CancelOrderEncoder();
    private final PostCommentEncoder comment = new PostCommentEncoder();
    private final AddLikesEncoder likes = new AddLikesEncoder();
    private final UnsafeBuffer reference = new UnsafeBuffer(new byte[28]);
    private long count;
    private char kind;
    private long settled = -(long) PATTERNS_BEFORE_PAYMENT * ORDERS;

    EveningStream() {
        reference.setMemory(0, reference.capacity(), (byte) '4');
    }

    @Override
    public void advance() {
        kind = PATTERN.charAt((int) (count++ % PATTERN.length()));
        if (kind == 'O') {
            orders.advance();
        } else if (kind == 'P' || kind == 'C') {
            settled++;
            reference.putNaturalLongAscii(0, 1_000_000_000L + count);
        }
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        if (kind == 'O') {
            return orders.write(buffer, offset);
        }
        if (kind == 'L') {
            likes.wrapAndApplyHeader(buffer, offset, header)
                    .room(OrderStream.ROOM)
                    .count(300);
            return HEADER + likes.encodedLength();
        }
        if (kind == 'T' || settled <= 0) {
            comment.wrapAndApplyHeader(buffer, offset, header)
                    .viewer(OrderStream.viewerOf(count))
                    .room(OrderStream.ROOM)
                    .putText(COMMENT, 0, COMMENT.length);
            return HEADER + comment.encodedLength();
        }
        return kind == 'P' ? pay(buffer, offset) : cancel(buffer, offset);
    }

    private int pay(final MutableDirectBuffer buffer, final int offset) {
        payment.wrapAndApplyHeader(buffer, offset, header)
                .actor(1)
                .order(settled)
                .amountFen(PRICE_FEN)
                .putReference(reference, 0, reference.capacity());
        return HEADER + payment.encodedLength();
    }

    private int cancel(final MutableDirectBuffer buffer, final int offset) {
        cancellation
                .wrapAndApplyHeader(buffer, offset, header)
                .viewer(OrderStream.viewerOf(settled))
                .order(settled)
                .actor(0);
        return HEADER + cancellation.encodedLength();
    }
}
