package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PlaceOrderEncoder;
import io.sluice.gateway.share.ShareCode;
import org.agrona.MutableDirectBuffer;

/** An order as it was asked for; reused for the next one as soon as it was sent. One thread. */
public final class OrderRequest implements CommandWriter {
    static final long NO_EXPECTATION = -1;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final PlaceOrderEncoder encoder = new PlaceOrderEncoder();
    private final long[] offers = new long[ProtocolLimits.MAX_LINES];
    private final int[] quantities = new int[ProtocolLimits.MAX_LINES];
    private int lineCount;
    private long viewer;
    private long room;
    private long expectedTotalFen;
    private long store;
    private long guide;
    private long group;
    private long inviter;
    private String key;
    private String coupon;
    private String share;

    /** Forgets the order before. */
    public OrderRequest reset() {
        lineCount = 0;
        viewer = 0;
        room = 0;
        expectedTotalFen = NO_EXPECTATION;
        store = 0;
        guide = 0;
        group = 0;
        inviter = 0;
        key = "";
        coupon = "";
        share = "";
        return this;
    }

    /** Whose order it is, from the token or the ticket. */
    public OrderRequest viewer(final long id) {
        viewer = id;
        return this;
    }

    /** The room it is placed in. */
    public OrderRequest room(final long id) {
        room = id;
        return this;
    }

    /** Its idempotency key, visible ASCII. */
    public OrderRequest key(final String text) {
        key = text;
        return this;
    }

    /** Its idempotency key, empty when none was set. */
    public String key() {
        return key;
    }

    OrderRequest coupon(final String text) {
        coupon = text;
        return this;
    }

    /** The share code it carries, and what that says. */
    OrderRequest share(final String text, final ShareCode code) {
        share = text;
        store = code.store();
        guide = code.guide();
        group = code.group();
        inviter = code.inviter();
        return this;
    }

    OrderRequest expectedTotalFen(final long fen) {
        expectedTotalFen = fen;
        return this;
    }

    int lineCount() {
        return lineCount;
    }

    void addLine(final long offer, final int quantity) {
        offers[lineCount] = offer;
        quantities[lineCount] = quantity;
        lineCount++;
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        encoder.wrapAndApplyHeader(buffer, offset, header)
                .viewer(viewer)
                .room(room)
                .expectedTotalFen(expectedTotalFen)
                .store(store)
                .guide(guide)
                .group(group)
                .inviter(inviter);
        final PlaceOrderEncoder.LinesEncoder lines = encoder.linesCount(lineCount);
        for (int i = 0; i < lineCount; i++) {
            lines.next().offer(offers[i]).quantity(quantities[i]);
        }
        encoder.key(key).coupon(coupon).share(share);
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }
}
