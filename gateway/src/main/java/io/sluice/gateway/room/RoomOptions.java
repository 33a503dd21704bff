package io.sluice.gateway.room;

/**
 * The limits and paces of the live rooms. Set before the first room is opened, read by any thread after
 * {@link #conclude()}.
 */
public final class RoomOptions {
    /** Time between two ticks of a room. */
    public static final int DEFAULT_TICK_MS = 250;
    /** Time between two ticks of a room while event loops need much of it to write them. */
    public static final int DEFAULT_SLOWEST_TICK_MS = 1_000;
    /** Time after which a room in which nothing happens gets a tick all the same. */
    public static final int DEFAULT_HEARTBEAT_MS = 5_000;
    /** Comments shown in one tick of a room, and in its picture. */
    public static final int DEFAULT_MAX_COMMENTS = 20;
    /** Orders, and as many tips, shown in one tick of a room. */
    public static final int DEFAULT_MAX_BOUGHT = 5;
    /** Live connections of this process. */
    public static final int DEFAULT_MAX_CONNECTIONS = 18_000;
    /** Live connections of one viewer. */
    public static final int DEFAULT_MAX_CONNECTIONS_PER_VIEWER = 4;
    /** Silence after which a connection is closed; half of it after which it is pinged. */
    public static final int DEFAULT_IDLE_MS = 60_000;
    /** Time for which a viewer may take nothing before it is let go. */
    public static final int DEFAULT_STUCK_MS = 30_000;
    /** Answers to a viewer's own frames that may wait for it to read. */
    public static final int DEFAULT_MAX_OWN_FRAMES = 64;
    /** Ticks that may wait for one event loop. */
    public static final int DEFAULT_MAX_WAITING_TICKS = 8;
    /** Malformed or invalid frames in {@link #OFFENCE_WINDOW_MS} that end a connection. */
    public static final int DEFAULT_MAX_BAD_FRAMES = 5;
    /** Frames refused as too fast in {@link #OFFENCE_WINDOW_MS} that end a connection. */
    public static final int DEFAULT_MAX_TOO_FAST = 20;
    /** Span over which a stop spreads its viewers' return. */
    public static final int DEFAULT_RECONNECT_SPREAD_MS = 10_000;
    /** Span in which offences are counted. */
    public static final int OFFENCE_WINDOW_MS = 60_000;

    private int tickMs = DEFAULT_TICK_MS;
    private int slowestTickMs = DEFAULT_SLOWEST_TICK_MS;
    private int heartbeatMs = DEFAULT_HEARTBEAT_MS;
    private int maxComments = DEFAULT_MAX_COMMENTS;
    private int maxBought = DEFAULT_MAX_BOUGHT;
    private int maxConnections = DEFAULT_MAX_CONNECTIONS;
    private int maxConnectionsPerViewer = DEFAULT_MAX_CONNECTIONS_PER_VIEWER;
    private int idleMs = DEFAULT_IDLE_MS;
    private int stuckMs = DEFAULT_STUCK_MS;
    private int maxOwnFrames = DEFAULT_MAX_OWN_FRAMES;
    private int maxWaitingTicks = DEFAULT_MAX_WAITING_TICKS;
    private int maxBadFrames = DEFAULT_MAX_BAD_FRAMES;
    private int maxTooFast = DEFAULT_MAX_TOO_FAST;
    private int reconnectSpreadMs = DEFAULT_RECONNECT_SPREAD_MS;

    /**
     * Checks every value and how they stand to each other.
     *
     * @throws IllegalArgumentException naming the value that is out of range.
     */
    public RoomOptions conclude() {
        inRange("tickMs", tickMs, 10, 10_000);
        inRange("heartbeatMs", heartbeatMs, tickMs, 60_000);
        inRange("slowestTickMs", slowestTickMs, 10, heartbeatMs);
        inRange("maxComments", maxComments, 1, 20);
        inRange("maxBought", maxBought, 1, 5);
        inRange("maxConnections", maxConnections, 1, 1_000_000);
        inRange("maxConnectionsPerViewer", maxConnectionsPerViewer, 1, 64);
        inRange("idleMs", idleMs, 1_000, 3_600_000);
        inRange("stuckMs", stuckMs, tickMs, 600_000);
        inRange("maxOwnFrames", maxOwnFrames, 1, 4_096);
        inRange("maxWaitingTicks", maxWaitingTicks, 1, 64);
        inRange("maxBadFrames", maxBadFrames, 1, 1_000);
        inRange("maxTooFast", maxTooFast, 1, 100_000);
        inRange("reconnectSpreadMs", reconnectSpreadMs, 1, 600_000);
        return this;
    }

    private static void inRange(final String name, final int value, final int least, final int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + "=" + value + " is not in " + least + ".." + most);
        }
    }

    /** See {@link #DEFAULT_TICK_MS}. */
    public int tickMs() {
        return tickMs;
    }

    /** See {@link #DEFAULT_TICK_MS}. */
    public RoomOptions tickMs(final int value) {
        tickMs = value;
        return this;
    }

    /** See {@link #DEFAULT_SLOWEST_TICK_MS}; where it is less than {@link #tickMs()}, ticks never slow down. */
    public int slowestTickMs() {
        return slowestTickMs;
    }

    /** See {@link #slowestTickMs()}. */
    public RoomOptions slowestTickMs(final int value) {
        slowestTickMs = value;
        return this;
    }

    /** See {@link #DEFAULT_HEARTBEAT_MS}. */
    public int heartbeatMs() {
        return heartbeatMs;
    }

    /** See {@link #DEFAULT_HEARTBEAT_MS}. */
    public RoomOptions heartbeatMs(final int value) {
        heartbeatMs = value;
        return this;
    }

    /** See {@link #DEFAULT_MAX_COMMENTS}. */
    public int maxComments() {
        return maxComments;
    }

    /** See {@link #DEFAULT_MAX_COMMENTS}. */
    public RoomOptions maxComments(final int value) {
        maxComments = value;
        return this;
    }

    /** See {@link #DEFAULT_MAX_BOUGHT}. */
    public int maxBought() {
        return maxBought;
    }

    /** See {@link #DEFAULT_MAX_BOUGHT}. */
    public RoomOptions maxBought(final int value) {
        maxBought = value;
        return this;
    }

    /** See {@link #DEFAULT_MAX_CONNECTIONS}. */
    public int maxConnections() {
        return maxConnections;
    }

    /** See {@link #DEFAULT_MAX_CONNECTIONS}. */
    public RoomOptions maxConnections(final int value) {
        maxConnections = value;
        return this;
    }

    /** See {@link #DEFAULT_MAX_CONNECTIONS_PER_VIEWER}. */
    public int maxConnectionsPerViewer() {
        return maxConnectionsPerViewer;
    }

    /** See {@link #DEFAULT_MAX_CONNECTIONS_PER_VIEWER}. */
    public RoomOptions maxConnectionsPerViewer(final int value) {
        maxConnectionsPerViewer = value;
        return this;
    }

    /** See {@link #DEFAULT_IDLE_MS}. */
    public int idleMs() {
        return idleMs;
    }

    /** See {@link #DEFAULT_IDLE_MS}. */
    public RoomOptions idleMs(final int value) {
        idleMs = value;
        return this;
    }

    /** See {@link #DEFAULT_STUCK_MS}. */
    public int stuckMs() {
        return stuckMs;
    }

    /** See {@link #DEFAULT_STUCK_MS}. */
    public RoomOptions stuckMs(final int value) {
        stuckMs = value;
        return this;
    }

    /** See {@link #DEFAULT_MAX_OWN_FRAMES}. */
    public int maxOwnFrames() {
        return maxOwnFrames;
    }

    /** See {@link #DEFAULT_MAX_OWN_FRAMES}. */
    public RoomOptions maxOwnFrames(final int value) {
        maxOwnFrames = value;
        return this;
    }

    /** See {@link #DEFAULT_MAX_WAITING_TICKS}. */
    public int maxWaitingTicks() {
        return maxWaitingTicks;
    }

    /** See {@link #DEFAULT_MAX_WAITING_TICKS}. */
    public RoomOptions maxWaitingTicks(final int value) {
        maxWaitingTicks = value;
        return this;
    }

    /** See {@link #DEFAULT_MAX_BAD_FRAMES}. */
    public int maxBadFrames() {
        return maxBadFrames;
    }

    /** See {@link #DEFAULT_MAX_BAD_FRAMES}. */
    public RoomOptions maxBadFrames(final int value) {
        maxBadFrames = value;
        return this;
    }

    /** See {@link #DEFAULT_MAX_TOO_FAST}. */
    public int maxTooFast() {
        return maxTooFast;
    }

    /** See {@link #DEFAULT_MAX_TOO_FAST}. */
    public RoomOptions maxTooFast(final int value) {
        maxTooFast = value;
        return this;
    }

    /** See {@link #DEFAULT_RECONNECT_SPREAD_MS}. */
    public int reconnectSpreadMs() {
        return reconnectSpreadMs;
    }

    /** See {@link #DEFAULT_RECONNECT_SPREAD_MS}. */
    public RoomOptions reconnectSpreadMs(final int value) {
        reconnectSpreadMs = value;
        return this;
    }
}
