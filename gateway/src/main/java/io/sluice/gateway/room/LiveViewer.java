package io.sluice.gateway.room;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.sluice.gateway.admission.Role;

/** One viewer's connection to one room. Its final fields may be read by any thread, the others on its event loop only, but {@link #isTimed}. */
final class LiveViewer implements ChannelFutureListener {
    static final int GONE = -1;

    /** Pings that may come at once; over time one each second. */
    static final int PINGS_AT_ONCE = 5;

    private static final long PING_MS = 1_000;
    private static final byte[] NOTHING = {};

    private final RoomRegistry registry;
    private final ViewerSocket socket;
    private final LiveRoom room;
    private final long id;
    private final String name;
    private final long expiresAtMs;
    private final Role role;
    private int index = GONE;
    private int ownFrames;
    private long lastAnswered;
    private long heardMs;
    private long pingedMs;
    private long behindSinceMs;
    private Following following = Following.WAITING;
    private byte[] part = NOTHING;
    private short badFrames;
    private short tooFast;
    private long pingsPaidToMs;
    private long badFramesFromMs;
    private long tooFastFromMs;
    private boolean timed;

    /**
     * A connection that has joined nothing yet.
     *
     * @param id           the viewer's id.
     * @param name         the viewer's masked name.
     * @param expiresAtMs  when its token expires, epoch ms.
     * @param role         what its token says that it is.
     */
    LiveViewer(
            final RoomRegistry registry,
            final ViewerSocket socket,
            final LiveRoom room,
            final long id,
            final String name,
            final long expiresAtMs,
            final Role role) {
        this.registry = registry;
        this.socket = socket;
        this.room = room;
        this.id = id;
        this.name = name;
        this.expiresAtMs = expiresAtMs;
        this.role = role;
    }

    RoomRegistry registry() {
        return registry;
    }

    ViewerSocket socket() {
        return socket;
    }

    LiveRoom room() {
        return room;
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    long expiresAtMs() {
        return expiresAtMs;
    }

    Role role() {
        return role;
    }

    /** Whether its watching time counts; that of who works here does not. */
    boolean isAudience() {
        return !Role.STAFF.contains(role);
    }

    /** Whether {@link WatchingTime} has counted it in. On the ticker's event loop only. */
    boolean isTimed() {
        return timed;
    }

    void timed(final boolean counted) {
        timed = counted;
    }

    /** Its place among the room's connections, {@link #GONE} when it has left. */
    int index() {
        return index;
    }

    void index(final int place) {
        index = place;
    }

    boolean isGone() {
        return index == GONE;
    }

    Following following() {
        return following;
    }

    void transition(final Following next) {
        if (!following.canBecome(next)) {
            throw new IllegalStateException(following + " to " + next);
        }
        following = next;
    }

    /** Frames of its own that wait to be sent. */
    int ownFrames() {
        return ownFrames;
    }

    void ownFrameWaits() {
        ownFrames++;
    }

    /** A frame of its own has left, or will never. */
    @Override
    public void operationComplete(final ChannelFuture future) {
        ownFrames--;
    }

    /** Sequence of the last order, or of the last place in a line, that this connection was answered itself. */
    long lastAnswered() {
        return lastAnswered;
    }

    void answered(final long sequence) {
        lastAnswered = sequence;
    }

    void heard(final long nowMs) {
        heardMs = nowMs;
        pingedMs = 0;
    }

    long silentMs(final long nowMs) {
        return nowMs - heardMs;
    }

    /** Notes a ping; false when one is out already. */
    boolean pinged(final long nowMs) {
        if (pingedMs != 0) {
            return false;
        }
        pingedMs = nowMs;
        return true;
    }

    /** For how long it has been behind at every look, this one included. */
    long behindMs(final long nowMs) {
        if (!socket.isBehind()) {
            behindSinceMs = 0;
            return 0;
        }
        if (behindSinceMs == 0) {
            behindSinceMs = nowMs;
        }
        return nowMs - behindSinceMs;
    }

    /** Takes the beginning of a message whose end has not come yet, empty for none. */
    byte[] takePart() {
        final byte[] begun = part;
        part = NOTHING;
        return begun;
    }

    /** Keeps the beginning of a message. */
    void keepPart(final byte[] begun) {
        part = begun;
    }

    /** Takes one of a second's pings; false when it sent more than {@link #PINGS_AT_ONCE} too many. */
    boolean takePing(final long nowMs) {
        if (pingsPaidToMs > nowMs + (PINGS_AT_ONCE - 1) * PING_MS) {
            return false;
        }
        pingsPaidToMs = Math.max(pingsPaidToMs, nowMs) + PING_MS;
        return true;
    }

    /** Counts a malformed or invalid frame; how many there were in the window. */
    int badFrame(final long nowMs) {
        if (nowMs - badFramesFromMs >= RoomOptions.OFFENCE_WINDOW_MS) {
            badFramesFromMs = nowMs;
            badFrames = 0;
        }
        return ++badFrames;
    }

    /** Counts a frame refused as too fast; how many there were in the window. */
    int tooFast(final long nowMs) {
        if (nowMs - tooFastFromMs >= RoomOptions.OFFENCE_WINDOW_MS) {
            tooFastFromMs = nowMs;
            tooFast = 0;
        }
        return ++tooFast;
    }
}
