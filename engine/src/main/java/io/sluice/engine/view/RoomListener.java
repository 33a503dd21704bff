package io.sluice.engine.view;

import org.agrona.DirectBuffer;

/**
 * Hears what passes in the rooms and leaves no state behind. Called by {@link RoomBoard#apply} on the board's thread, in
 * the order of the records; it must not keep the buffer.
 */
public interface RoomListener {
    /** Hears nothing. */
    RoomListener NONE = new RoomListener() {
        @Override
        public void onComment(
                final RoomView room,
                final long viewer,
                final long sequence,
                final DirectBuffer buffer,
                final int offset,
                final int length) {}

        @Override
        public void onHidden(final RoomView room, final long comment) {}

        @Override
        public void onBought(final RoomView room, final long viewer, final long offer, final int quantity) {}

        @Override
        public void onTip(
                final RoomView room, final long viewer, final ItemView item, final int quantity, final long fen) {}

        @Override
        public void onPlace(final PlaceView place) {}

        @Override
        public void onBegun(final RoomView room) {}
    };

    /**
     * A comment was accepted.
     *
     * @param room      where it was said.
     * @param viewer    who said it.
     * @param sequence  number of its record, by which it is known.
     * @param buffer    holds the text during the call only.
     * @param offset    first byte of the text.
     * @param length    bytes of the text, UTF-8.
     */
    void onComment(RoomView room, long viewer, long sequence, DirectBuffer buffer, int offset, int length);

    /** A comment of the room, known by its record, was taken from the screens. */
    void onHidden(RoomView room, long comment);

    /**
     * A viewer ordered (the order is RESERVED, not yet paid): one call for each order, with the offer of its first line.
     *
     * @param room      where it was ordered.
     * @param viewer    who ordered.
     * @param offer     the offer of the first line.
     * @param quantity  units of that offer, all lines together.
     */
    void onBought(RoomView room, long viewer, long offer, int quantity);

    /**
     * A viewer paid for a tip: one call for each line of an order whose item is one.
     *
     * @param room      where it was ordered.
     * @param viewer    who tipped.
     * @param item      what was given.
     * @param quantity  units of it.
     * @param fen       what they cost.
     */
    void onTip(RoomView room, long viewer, ItemView item, int quantity, long fen);

    /** A viewer's place in a waiting line was moved. */
    void onPlace(PlaceView place);

    /** A show goes live; who booked it is known during the call and not behind it. */
    void onBegun(RoomView room);
}
