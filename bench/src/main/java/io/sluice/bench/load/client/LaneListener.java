package io.sluice.bench.load.client;

/** Hears how the rig's own lanes do. On the loop's thread. */
public interface LaneListener {
    /** A request has a connection, or was given up without one, after so long. */
    void onWaited(long waitedNs);

    /** A connection could not be opened, or the server sent what nobody asked for. */
    void onFailure();

    /** The rig itself did something wrong. */
    void onBug(Throwable bug);
}
