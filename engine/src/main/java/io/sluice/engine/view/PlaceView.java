package io.sluice.engine.view;

import io.sluice.engine.protocol.PlaceState;

/**
 * A viewer's place in the waiting line of an offer, as a record left it.
 *
 * @param sequence  number of the record.
 * @param room      the room of the offer.
 * @param viewer    whose it is.
 * @param offer     what is waited for.
 * @param state     what became of it.
 * @param units     wanted at most; of a turn, kept for the viewer.
 * @param untilMs   end of the turn, exclusive, epoch ms; 0 without one.
 * @param ahead     at most so many wait before the viewer.
 * @param waiting   how many wait for the offer.
 */
public record PlaceView(
        long sequence,
        long room,
        long viewer,
        long offer,
        PlaceState state,
        int units,
        long untilMs,
        int ahead,
        int waiting) {}
