package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Deciding a record again: the same, or a fault that names the record. */
class RecordReplayerTest {
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[4_096]);
    private final CommandDecider decider = new CommandDecider(new FlashCore(CoreReserves.NONE));
    private final RecordChain chain = new RecordChain();
    private final FlashCore core = new FlashCore(CoreReserves.NONE);

    @Test
    void theSameDecisionIsFineAndChangesTheCore() {
        new RecordReplayer(core).apply(recordOf(SampleCommands.shop().get(CommandShape.PUT_ITEM)));

        assertThat(core.catalogue().item(SampleCommands.ITEM)).isNotNull();
    }

    @Test
    void anotherDecisionIsAFaultAtTheRecord() {
        recordOf(SampleCommands.shop().get(CommandShape.PUT_ITEM));
        final RecordFlyweight second = recordOf(SampleCommands.shop().get(CommandShape.CHANGE_STOCK));

        assertThatExceptionOfType(JournalFaultException.class)
                .isThrownBy(() -> new RecordReplayer(core).apply(second))
                .withMessageContaining("gives ITEM_UNKNOWN where the record says ACCEPTED")
                .satisfies(fault -> assertThat(fault.sequence()).isEqualTo(2));
    }

    /** No core at all stands for one with a bug. */
    @Test
    void aCoreThatFailsIsAFaultAtTheRecordWithItsCause() {
        final RecordFlyweight record = recordOf(SampleCommands.shop().get(CommandShape.PUT_ITEM));

        assertThatExceptionOfType(JournalFaultException.class)
                .isThrownBy(() -> new RecordReplayer(null).apply(record))
                .withCauseInstanceOf(NullPointerException.class)
                .satisfies(fault -> assertThat(fault.sequence()).isEqualTo(1));
    }

    @Test
    void aCommandThatIsNoneIsAFaultAtTheRecord() {
        final RecordFlyweight record = recordOf(SampleCommands.shop().get(CommandShape.PUT_ITEM));
        slot.putShort(record.commandOffset() + 2, (short) 127);

        assertThatExceptionOfType(JournalFaultException.class)
                .isThrownBy(() -> new RecordReplayer(core).apply(record))
                .satisfies(fault -> assertThat(fault.sequence()).isEqualTo(1));
    }

    @Test
    void aRecordOfALaterSchemaIsAFaultThatSaysSo() {
        final RecordFlyweight record = recordOf(SampleCommands.shop().get(CommandShape.PUT_ITEM));
        final int later = MessageHeaderDecoder.SCHEMA_VERSION + 1;
        slot.putShort(record.decisionOffset() + MessageHeaderDecoder.versionEncodingOffset(), (short) later);

        assertThatExceptionOfType(JournalFaultException.class)
                .isThrownBy(() -> new RecordReplayer(core).apply(record))
                .withMessageContaining("version " + later);
        assertThat(core.catalogue().item(SampleCommands.ITEM)).isNull();
    }

    private RecordFlyweight recordOf(final CommandWriter command) {
        final int commandLength = command.write(slot, RecordFlyweight.HEADER_LENGTH);
        final int decisionLength = decider.decide(
                slot, RecordFlyweight.HEADER_LENGTH, commandLength, chain.sequence() + 1, chain.timeMs());
        chain.seal(slot, 0, commandLength, decisionLength, chain.timeMs());
        return new RecordFlyweight().wrap(slot, 0);
    }
}
