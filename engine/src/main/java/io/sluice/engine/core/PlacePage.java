package io.sluice.engine.core;

import io.sluice.engine.protocol.PlaceState;
import io.sluice.engine.protocol.ProtocolLimits;

/** Some places in waiting lines as a decision or an answer shows them: a copy, so that nothing of the table leaves the core. */
public final class PlacePage {
    private final long[] viewers;
    private final long[] rooms;
    private final long[] offers;
    private final int[] states;
    private final int[] units;
    private final long[] untilMs;
    private final int[] ahead;
    private final int[] waiting;
    private final long[] numbers;
    private int size;

    /** A page of so many places at most. */
    PlacePage(final int most) {
        viewers = new long[most];
        rooms = new long[most];
        offers = new long[most];
        states = new int[most];
        units = new int[most];
        untilMs = new long[most];
        ahead = new int[most];
        waiting = new int[most];
        numbers = new long[most];
    }

    /** A page for the answer to a query. */
    public static PlacePage ofAnswer() {
        return new PlacePage(ProtocolLimits.MAX_PLACE_PAGE);
    }

    void clear() {
        size = 0;
    }

    boolean isFull() {
        return size == viewers.length;
    }

    /** Shows a place of an offer's line in a state, in which {@code before} wait at most before it. */
    void add(final WaitingPlace place, final Offer offer, final PlaceState state, final long before) {
        numbers[size] = place.number();
        viewers[size] = place.viewer();
        rooms[size] = offer.room().id();
        offers[size] = offer.id();
        states[size] = state.code();
        units[size] = place.units();
        untilMs[size] = state == PlaceState.CALLED ? place.untilMs() : 0;
        ahead[size] = (int) before;
        waiting[size] = offer.line().size();
        size++;
    }

    /** Number of places. */
    public int size() {
        return size;
    }

    /** Number of a place in the core's table, which another may have later. */
    public long number(final int index) {
        return numbers[index];
    }

    /** Whose it is. */
    public long viewer(final int index) {
        return viewers[index];
    }

    /** The room of its offer. */
    public long room(final int index) {
        return rooms[index];
    }

    /** The offer that is waited for. */
    public long offer(final int index) {
        return offers[index];
    }

    /** What became of it. */
    public PlaceState state(final int index) {
        return PlaceState.ofCode(states[index]);
    }

    /** Units wanted at most; of a turn, units kept. */
    public int units(final int index) {
        return units[index];
    }

    /** End of the turn, exclusive, epoch ms; 0 without one. */
    public long untilMs(final int index) {
        return untilMs[index];
    }

    /** How many wait before it at most: those who left from between are counted still. */
    public int ahead(final int index) {
        return ahead[index];
    }

    /** How many wait for the offer. */
    public int waiting(final int index) {
        return waiting[index];
    }
}
