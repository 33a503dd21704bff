package io.sluice.engine.ring;

import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.protocol.RecordFlyweight;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Decides the commands of a journal again, at the times the records name, and holds each decision against the recorded
 * one, byte by byte. One thread.
 */
public final class RecordReplayer {
    private final CommandDecider decider;
    /** Of the same class as the ring's slots: a second class would slow the decisions of both down. */
    private UnsafeBuffer scratch = new UnsafeBuffer(new byte[CommandRing.MIN_SLOT_BYTES]);

    /** Replays into {@code core}, which stands behind the record before the first that is applied. */
    public RecordReplayer(final FlashCore core) {
        decider = new CommandDecider(core);
    }

    /**
     * Applies the next record.
     *
     * @throws JournalFaultException when the core decides otherwise than the record says, or fails over it.
     */
    public void apply(final RecordFlyweight record) {
        final int length = decideAgain(record);
        final int difference = differenceTo(record, length);
        if (difference >= 0) {
            throw new JournalFaultException(
                    record.sequence(),
                    "decided again, the command of type " + record.commandType() + " gives "
                            + decider.decision().outcome() + " where the record says " + record.outcome()
                            + "; the decisions differ from byte " + difference);
        }
    }

    private int decideAgain(final RecordFlyweight record) {
        try {
            makeRoomFor(record.commandLength());
            scratch.putBytes(0, record.buffer(), record.commandOffset(), record.commandLength());
            return decider.decide(scratch, 0, record.commandLength(), record.sequence(), record.timeMs());
        } catch (final RuntimeException failure) {
            throw new JournalFaultException(
                    record.sequence(),
                    "decided again, the command of type " + record.commandType() + " makes the core fail: " + failure,
                    failure);
        }
    }

    private void makeRoomFor(final int commandLength) {
        final int needed = commandLength + DecisionWriter.MAX_LENGTH;
        if (needed > scratch.capacity()) {
            scratch = new UnsafeBuffer(new byte[needed]);
        }
    }

    /** The first byte in which the decisions differ, -1 when they are the same. */
    private int differenceTo(final RecordFlyweight record, final int length) {
        final int common = Math.min(length, record.decisionLength());
        final DirectBuffer recorded = record.buffer();
        final int recordedAt = record.decisionOffset();
        final int decidedAt = record.commandLength();
        int i = 0;
        while (i + Long.BYTES <= common && scratch.getLong(decidedAt + i) == recorded.getLong(recordedAt + i)) {
            i += Long.BYTES;
        }
        for (; i < common; i++) {
            if (scratch.getByte(decidedAt + i) != recorded.getByte(recordedAt + i)) {
                return i;
            }
        }
        return length == record.decisionLength() ? -1 : common;
    }
}
