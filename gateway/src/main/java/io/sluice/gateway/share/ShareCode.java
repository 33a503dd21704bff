package io.sluice.gateway.share;

/**
 * What a share code says; 0 is none. Immutable.
 *
 * @param room     where it leads to, 0 for the whole brand.
 * @param offer    what in the room it leads to, 0 for the whole room.
 * @param store    the store that is put down.
 * @param guide    the shopping guide whose code it is.
 * @param group    the group it leads into.
 * @param channel  where the code is found, a number of the brand's up to {@link #MAX_CHANNEL}.
 * @param inviter  the viewer whose code it is.
 */
public record ShareCode(long room, long offer, long store, long guide, long group, int channel, long inviter) {
    /** The largest number of a channel. */
    public static final int MAX_CHANNEL = 65_534;

    /** Whether a touch by it leads to anybody, or is counted for its channel. */
    public boolean namesSomebody() {
        return (guide | group | channel | inviter) != 0;
    }
}
