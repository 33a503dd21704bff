package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.TouchKind;

/** How a viewer came: filled anew for each command by its one owner, read by the core. */
public final class TouchRequest {
    private final Touch touch = new Touch();
    private final Ascii share = new Ascii(ProtocolLimits.MAX_SHARE_BYTES);
    private long viewer;
    private TouchKind kind;
    private int channel;
    private long room;
    private long offer;

    /** Starts over with an empty touch; {@code newKind} is null when the command named none that exists. */
    public TouchRequest set(
            final long newViewer,
            final TouchKind newKind,
            final int newChannel,
            final long newRoom,
            final long newOffer) {
        viewer = newViewer;
        kind = newKind;
        channel = newChannel;
        room = newRoom;
        offer = newOffer;
        touch.set(0, 0, 0, 0);
        share.clear();
        return this;
    }

    /** Whose touch it was. */
    public Touch touch() {
        return touch;
    }

    /** The code, empty for none. */
    public Ascii share() {
        return share;
    }

    long viewer() {
        return viewer;
    }

    TouchKind kind() {
        return kind;
    }

    long room() {
        return room;
    }

    long offer() {
        return offer;
    }

    boolean isValid() {
        return viewer > 0
                && viewer <= ProtocolLimits.MAX_ID
                && kind != null
                && (room | offer) >= 0
                && touch.isValid()
                && Brand.isIdOrNone(touch.inviter())
                && share.isValid()
                && namesWhatItsKindNeeds();
    }

    private boolean namesWhatItsKindNeeds() {
        return switch (kind) {
            case SHARE -> (touch.guide() | touch.group() | touch.inviter()) != 0;
            case CHANNEL -> channel != 0;
            case SERVED -> touch.guide() != 0;
            case JOINED -> touch.group() != 0;
        };
    }
}
