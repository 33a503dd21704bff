package io.sluice.engine.view;

import io.sluice.engine.protocol.Outcome;

/**
 * What an operator did to the talk, or was refused, as its record says.
 *
 * @param sequence     number of the record.
 * @param timeMs       core time, epoch ms.
 * @param actor        the operator.
 * @param commandType  SBE template of the command.
 * @param outcome      ACCEPTED or REPEATED, or the refusal.
 * @param room         the room that it was about, 0 for all of the brand's.
 * @param viewer       the viewer that it was about, 0 for none.
 * @param comment      record of the comment that it was about, 0 for none.
 * @param amount       of a mute how long it lasts, ms, -1 for good; of a slow room seconds; of a word 1 when it was blocked; of an
 *                     appeal 1 when it was granted.
 * @param text         the word, or the reason of a mute or of what became of an appeal; empty for none.
 */
public record TalkDeed(
        long sequence,
        long timeMs,
        long actor,
        int commandType,
        Outcome outcome,
        long room,
        long viewer,
        long comment,
        long amount,
        String text) {}
