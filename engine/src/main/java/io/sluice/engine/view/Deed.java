package io.sluice.engine.view;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RoomState;

/**
 * What an operator did to a show, or was refused, as its record says.
 *
 * @param sequence     number of the record.
 * @param timeMs       core time, epoch ms.
 * @param actor        the operator.
 * @param commandType  SBE template of the command.
 * @param outcome      ACCEPTED, PROPOSED while a write-off waits for a second person, or the refusal.
 * @param offer        the offer that it was about; 0 for none, and of a pin that was taken away.
 * @param item         the item that it was about, 0 for none.
 * @param change       units that came in, or below 0 are written off, or of a proposal that was withdrawn would have been; 0 of
 *                     another command.
 * @param state        what the room was to become; null of another command.
 */
public record Deed(
        long sequence,
        long timeMs,
        long actor,
        int commandType,
        Outcome outcome,
        long offer,
        long item,
        long change,
        RoomState state) {}
