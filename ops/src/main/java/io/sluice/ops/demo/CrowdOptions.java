package io.sluice.ops.demo;

/** How large a crowd, from where and to where. Mutable until the runner is made; not thread safe. */
public final class CrowdOptions {
    /** Host of the gateway. */
    public static final String DEFAULT_HOST = "127.0.0.1";
    /** Public port of the gateway. */
    public static final int DEFAULT_PORT = 8080;
    /** Viewers in the room at once. */
    public static final int DEFAULT_VIEWERS = Crowd.NOMINAL_VIEWERS;
    /** Seed of the show. */
    public static final long DEFAULT_SEED = 1;
    /** WebSockets open at once. */
    public static final int DEFAULT_MAX_SOCKETS = 1_000;

    private String host = DEFAULT_HOST;
    private int port = DEFAULT_PORT;
    private int viewers = DEFAULT_VIEWERS;
    private long seed = DEFAULT_SEED;
    private int maxSockets = DEFAULT_MAX_SOCKETS;

    public String getHost() {
        return host;
    }

    public CrowdOptions setHost(final String host) {
        this.host = host;
        return this;
    }

    public int getPort() {
        return port;
    }

    public CrowdOptions setPort(final int port) {
        this.port = port;
        return this;
    }

    public int getViewers() {
        return viewers;
    }

    /** From 1 to {@link Crowd#MAX_VIEWERS}; the rates grow with it. */
    public CrowdOptions setViewers(final int viewers) {
        this.viewers = viewers;
        return this;
    }

    public long getSeed() {
        return seed;
    }

    /**
     * The same seed gives the same show with the same people. A show that continues another one's journal wants
     * another seed, or its people have spent their limits already.
     */
    public CrowdOptions setSeed(final long seed) {
        this.seed = seed;
        return this;
    }

    public int getMaxSockets() {
        return maxSockets;
    }

    /** Viewers past it shop without a socket; what they would have said is counted as held back. */
    public CrowdOptions setMaxSockets(final int maxSockets) {
        this.maxSockets = maxSockets;
        return this;
    }
}
