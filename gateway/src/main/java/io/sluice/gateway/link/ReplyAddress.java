package io.sluice.gateway.link;

/**
 * The number a command carries through the ring so that its answer finds the way back: from the lowest bit 16 bits of
 * slot, 8 bits of client and above them the slot's generation, which begins at 1. So it is never 0, and an answer that was
 * meant for an earlier command of the same slot is told apart.
 */
final class ReplyAddress {
    /** Clients, one an event loop, that fit. */
    static final int MAX_CLIENTS = 1 << 8;
    /** Commands in flight of one client that fit. */
    static final int MAX_SLOTS = 1 << 16;

    private ReplyAddress() {}

    static long of(final int client, final int slot, final long generation) {
        return (generation << 24) | ((long) client << 16) | slot;
    }

    static int client(final long address) {
        return (int) (address >>> 16) & (MAX_CLIENTS - 1);
    }

    static int slot(final long address) {
        return (int) address & (MAX_SLOTS - 1);
    }

    static long generation(final long address) {
        return address >>> 24;
    }
}
