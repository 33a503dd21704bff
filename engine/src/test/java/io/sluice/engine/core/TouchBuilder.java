package io.sluice.engine.core;

import io.sluice.engine.protocol.TouchKind;

/** A touch in a test, of the shop's viewer unless it says otherwise; names nobody but whom it is told to. */
final class TouchBuilder {
    private final TouchKind kind;
    private long viewer = Shop.VIEWER;
    private int channel = 1;
    private long room;
    private long offer;
    private long store;
    private long guide;
    private long group;
    private long inviter;
    private String share = "";

    private TouchBuilder(final TouchKind kind) {
        this.kind = kind;
    }

    /** The scan of a channel code. */
    static TouchBuilder scan() {
        return new TouchBuilder(TouchKind.CHANNEL);
    }

    /** A share code of a viewer's was opened. */
    static TouchBuilder shareOf(final long inviter) {
        return touch(TouchKind.SHARE).by(inviter);
    }

    /** A guide served the viewer. */
    static TouchBuilder servedBy(final long guide) {
        return touch(TouchKind.SERVED).guide(guide);
    }

    /** The viewer joined a group. */
    static TouchBuilder joined(final long group) {
        return touch(TouchKind.JOINED).group(group);
    }

    /** Of a kind, null for none that exists. */
    static TouchBuilder touch(final TouchKind kind) {
        return new TouchBuilder(kind);
    }

    TouchBuilder of(final long newViewer) {
        viewer = newViewer;
        return this;
    }

    TouchBuilder channel(final int newChannel) {
        channel = newChannel;
        return this;
    }

    TouchBuilder room(final long newRoom) {
        room = newRoom;
        return this;
    }

    TouchBuilder offer(final long newOffer) {
        offer = newOffer;
        return this;
    }

    TouchBuilder store(final long newStore) {
        store = newStore;
        return this;
    }

    TouchBuilder guide(final long newGuide) {
        guide = newGuide;
        return this;
    }

    TouchBuilder group(final long newGroup) {
        group = newGroup;
        return this;
    }

    TouchBuilder by(final long newInviter) {
        inviter = newInviter;
        return this;
    }

    TouchBuilder share(final String newShare) {
        share = newShare;
        return this;
    }

    TouchRequest build() {
        final TouchRequest request = new TouchRequest().set(viewer, kind, channel, room, offer);
        request.touch().set(store, guide, group, inviter);
        request.share().set(share);
        return request;
    }
}
