package io.sluice.ops.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.ring.SimulatedShop;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Any bytes as commands: the core decides each, whatever it says, and what it decided can be read by everybody who reads
 * records. An input is a few commands, each behind the two bytes of its length; the last one may be shorter than it says.
 */
class CommandFuzzTest {
    private static final long ASKED = 1;

    @FuzzTest
    void anyCommands(final byte[] input) {
        final Heard heard = new Heard();
        final SimulatedShop shop = new SimulatedShop(heard);
        final ByteBuffer rest = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
        while (rest.remaining() > Short.BYTES) {
            final byte[] command = new byte[Math.min(rest.getShort() & 0xFFFF, rest.remaining())];
            rest.get(command);
            if (command.length >= MessageHeaderEncoder.ENCODED_LENGTH
                    && command.length <= SimulatedShop.MAX_COMMAND_BYTES) {
                offer(shop, command, heard);
            }
        }
    }

    private static void offer(final SimulatedShop shop, final byte[] command, final Heard heard) {
        final long before = heard.told;
        shop.offer(
                (buffer, offset) -> {
                    buffer.putBytes(offset, command);
                    return command.length;
                },
                ASKED);
        assertThat(heard.told - before).as("answers").isLessThanOrEqualTo(1);
    }

    /** Gives each record to its readers, and counts the answers to what was asked, those to queries with them. */
    private static final class Heard implements EngineListener {
        private final RecordReaders readers = new RecordReaders();
        private long told;

        @Override
        public void onRecord(final RecordFlyweight record, final long replyTo) {
            told += replyTo == ASKED ? 1 : 0;
            readers.onRecord(record);
        }

        @Override
        public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {
            told++;
        }

        @Override
        public void onBatchEnd() {}
    }
}
