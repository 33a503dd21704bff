package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.FindCouponsDecoder;
import io.sluice.engine.protocol.codec.FindInvitersDecoder;
import io.sluice.engine.protocol.codec.FindOrderDecoder;
import io.sluice.engine.protocol.codec.FindOrdersDecoder;
import io.sluice.engine.protocol.codec.FindPointsDecoder;
import io.sluice.engine.protocol.codec.FindViewerDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PulseDecoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What a slot knows of what a producer wrote: only commands become records, whichever side of the queries their ids lie. */
class SlotTest {
    private final Slot slot = new Slot(new UnsafeBuffer(new byte[CommandRing.MIN_SLOT_BYTES]));

    @Test
    void everyCommandIsOne() {
        SampleCommands.all().forEach((shape, command) -> {
            hold(command);
            assertThat(slot.holdsCommand()).as("%s", shape).isTrue();
            assertThat(slot.holdsOrderCommand()).as("%s", shape).isEqualTo(shape.isAboutOrder());
        });
    }

    @Test
    void noQueryIsOne() {
        for (final int query : new int[] {
            FindOrderDecoder.TEMPLATE_ID,
            FindOrdersDecoder.TEMPLATE_ID,
            PulseDecoder.TEMPLATE_ID,
            FindViewerDecoder.TEMPLATE_ID,
            FindInvitersDecoder.TEMPLATE_ID,
            FindCouponsDecoder.TEMPLATE_ID,
            FindPointsDecoder.TEMPLATE_ID
        }) {
            hold(query);
            assertThat(slot.holdsCommand()).as("%s", query).isFalse();
            assertThat(slot.holdsOrderCommand()).as("%s", query).isFalse();
        }
    }

    @Test
    void idsFrom128OnAreOfCommandsAgain() {
        hold(127);
        assertThat(slot.holdsCommand()).isFalse();
        hold(128);
        assertThat(slot.holdsCommand()).isTrue();
        hold(0xFFFF);
        assertThat(slot.holdsCommand()).isTrue();
        assertThat(slot.holdsOrderCommand()).isFalse();
    }

    private void hold(final int templateId) {
        hold((buffer, offset) -> {
            new MessageHeaderEncoder().wrap(buffer, offset).templateId(templateId);
            return MessageHeaderEncoder.ENCODED_LENGTH;
        });
    }

    private void hold(final CommandWriter writer) {
        slot.claim(writer.write(slot.buffer(), Slot.COMMAND_OFFSET), CommandRing.NO_REPLY);
    }
}
