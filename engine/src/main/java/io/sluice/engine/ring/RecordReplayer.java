package io.sluice.engine.ring;

import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Decides the commands of a journal again, at the times the records name, and holds each decision against the recorded
 * one, byte by byte in the lengths of the recorded one. Records of a later schema are refused: what they left in a core is
 * not known here. One thread.
 */
public final class RecordReplayer {
    private final FlashCore core;
    private final CommandDecider decider;
    private final DecisionComparison comparison = new DecisionComparison();
    /** Of the same class as the ring's slots: a second class would slow the decisions of both down. */
    private final UnsafeBuffer scratch = new UnsafeBuffer(new byte[DecisionWriter.MAX_LENGTH]);

    /** Replays into {@code core}, which stands behind the record before the first that is applied. */
    public RecordReplayer(final FlashCore core) {
        this.core = core;
        decider = new CommandDecider(core);
    }

    /** Says that the record will be applied, some records from now. Changes nothing. */
    public void expect(final RecordFlyweight record) {
        decider.foresee(record.buffer(), record.commandOffset(), record.commandLength());
    }

    /** Looks where the core will look for all records that are expected. Changes nothing. */
    public void foresee() {
        core.foresight().look();
    }

    /**
     * Applies the next record.
     *
     * @throws JournalFaultException when the core decides otherwise than the record says, or fails over it, or when the
     *     record was written by a later version of the schema.
     */
    public void apply(final RecordFlyweight record) {
        refuseLaterSchema(record);
        final int length = decideAgain(record);
        final int difference = comparison.firstDifference(record, scratch, 0, length);
        if (difference != DecisionComparison.SAME) {
            throw new JournalFaultException(
                    record.sequence(),
                    "decided again, the command of type " + record.commandType() + " gives "
                            + decider.decision().outcome() + " where the record says " + record.outcome()
                            + "; the decisions differ from byte " + difference);
        }
    }

    private static void refuseLaterSchema(final RecordFlyweight record) {
        if (record.decisionVersion() > MessageHeaderDecoder.SCHEMA_VERSION) {
            throw new JournalFaultException(
                    record.sequence(),
                    "decided under version " + record.decisionVersion()
                            + " of the schema, and this program knows up to " + MessageHeaderDecoder.SCHEMA_VERSION);
        }
    }

    private int decideAgain(final RecordFlyweight record) {
        try {
            return decider.decide(
                    record.buffer(),
                    record.commandOffset(),
                    record.commandLength(),
                    record.sequence(),
                    record.timeMs(),
                    scratch,
                    0);
        } catch (final RuntimeException failure) {
            throw new JournalFaultException(
                    record.sequence(),
                    "decided again, the command of type " + record.commandType() + " makes the core fail: " + failure,
                    failure);
        }
    }
}
