package io.sluice.engine.core;

import static io.sluice.engine.protocol.ProtocolLimits.MAX_COUPON_BYTES;
import static io.sluice.engine.protocol.ProtocolLimits.MAX_KEY_BYTES;
import static io.sluice.engine.protocol.ProtocolLimits.MAX_SHARE_BYTES;

/** What a viewer asks for: filled anew for each command by its one owner, read by the core. */
public final class OrderRequest {
    /** The viewer's total is not stated. */
    public static final long NO_EXPECTED_TOTAL = -1;

    private final LineRequests lines = new LineRequests();
    private final Ascii key = new Ascii(MAX_KEY_BYTES);
    private final Ascii coupon = new Ascii(MAX_COUPON_BYTES);
    private final Ascii share = new Ascii(MAX_SHARE_BYTES);
    private final Touch touch = new Touch();
    private long viewer;
    private long room;
    private long expectedTotalFen;

    /** Starts over, with no line, key, coupon or share code and an empty touch. */
    public OrderRequest set(final long newViewer, final long newRoom, final long newExpectedTotalFen) {
        viewer = newViewer;
        room = newRoom;
        expectedTotalFen = newExpectedTotalFen;
        lines.clear();
        key.clear();
        coupon.clear();
        share.clear();
        touch.set(0, 0, 0, 0);
        return this;
    }

    /** The lines, in the order they were sent. */
    public LineRequests lines() {
        return lines;
    }

    /** The idempotency key. */
    public Ascii key() {
        return key;
    }

    /** The coupon code, empty for none. */
    public Ascii coupon() {
        return coupon;
    }

    /** The share code, empty for none. */
    public Ascii share() {
        return share;
    }

    /** How the viewer came. */
    public Touch touch() {
        return touch;
    }

    /** Who orders. */
    public long viewer() {
        return viewer;
    }

    /** In which room. */
    public long room() {
        return room;
    }

    /** The total the viewer saw, fen; {@link #NO_EXPECTED_TOTAL} when not stated. */
    public long expectedTotalFen() {
        return expectedTotalFen;
    }

    boolean isValid() {
        return viewer > 0
                && lines.size() > 0
                && lines.areValid()
                && key.isValid()
                && key.length() > 0
                && coupon.isValid()
                && share.isValid()
                && expectedTotalFen >= NO_EXPECTED_TOTAL
                && touch.isValid();
    }
}
