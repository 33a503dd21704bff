package io.sluice.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFault;
import io.sluice.engine.protocol.RecordFlyweight;
import java.util.Arrays;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A journal on a disk that is a piece of memory: records lie one behind the other. What was forced stays; of what was not,
 * a loss of power keeps any blocks and zeroes the others. One thread.
 */
class MemoryDisk implements SimulatedDisk {
    private static final int BLOCK_BYTES = 512;

    private byte[] bytes = new byte[1 << 16];
    private UnsafeBuffer view = new UnsafeBuffer(bytes);
    private int written;
    private int forced;
    private long lastSequence;
    private PowerCutAt powerCutAt = PowerCutAt.NEVER;

    @Override
    public void append(final DirectBuffer buffer, final int offset, final int length) {
        if (written + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            view = new UnsafeBuffer(bytes);
        }
        buffer.getBytes(offset, bytes, written, length);
        written += length;
        lastSequence++;
    }

    @Override
    public void force() {
        if (powerCutAt == PowerCutAt.BEFORE_FORCE) {
            throw new PowerCut();
        }
        forced = forcedAfter(forced, written);
        if (powerCutAt == PowerCutAt.AFTER_FORCE) {
            throw new PowerCut();
        }
    }

    /** How many bytes a force makes safe, of those safe before and those written. */
    int forcedAfter(final int forcedBefore, final int writtenBytes) {
        return writtenBytes;
    }

    @Override
    public void cutPower(final PowerCutAt where) {
        powerCutAt = where;
    }

    /** {@inheritDoc} Zeroes what chance takes of the blocks that were written and not forced, and of the tail from any byte on. */
    @Override
    public void losePower(final Random random) {
        final int end = forced + random.nextInt(written - forced + 1);
        Arrays.fill(bytes, end, written, (byte) 0);
        final boolean inOrder = random.nextBoolean();
        for (int block = forced; block < end && !inOrder; block += BLOCK_BYTES - block % BLOCK_BYTES) {
            if (random.nextInt(3) == 0) {
                Arrays.fill(bytes, block, Math.min(end, block + BLOCK_BYTES - block % BLOCK_BYTES), (byte) 0);
            }
        }
    }

    /** {@inheritDoc} Cuts the tail at the first record that is not sound, and forces what is left. */
    @Override
    public void recover() {
        final SimulatedReader reader = new SimulatedReader();
        boolean sound = true;
        while (sound) {
            sound = reader.step() == RecordFault.NONE;
        }
        assertThat(reader.position).as("sound bytes, of those forced").isGreaterThanOrEqualTo(forced);
        Arrays.fill(bytes, reader.position, written, (byte) 0);
        written = reader.position;
        forced = written;
        lastSequence = reader.chain.sequence();
        powerCutAt = PowerCutAt.NEVER;
    }

    @Override
    public Durability durability() {
        return Durability.DISK;
    }

    @Override
    public JournalReader reader(final long fromSequence) {
        final SimulatedReader reader = new SimulatedReader();
        while (reader.chain.sequence() < fromSequence - 1) {
            reader.next();
        }
        return reader;
    }

    @Override
    public long firstSequence() {
        return Math.min(1, lastSequence);
    }

    @Override
    public long lastSequence() {
        return lastSequence;
    }

    @Override
    public long sequenceAtOrAfter(final long timeMs) {
        final SimulatedReader reader = new SimulatedReader();
        RecordFlyweight record = reader.next();
        while (record != null && record.timeMs() < timeMs) {
            record = reader.next();
        }
        return record == null ? lastSequence + 1 : record.sequence();
    }

    @Override
    public void close() {}

    /** Reads from the first record on. */
    private final class SimulatedReader implements JournalReader {
        private final RecordChain chain = new RecordChain();
        private final RecordFlyweight record = new RecordFlyweight();
        private int position;

        @Override
        public RecordFlyweight next() {
            if (position == written) {
                return null;
            }
            final int start = position;
            final RecordFault fault = step();
            if (fault != RecordFault.NONE) {
                throw new JournalFaultException(chain.sequence() + 1, fault.sentence());
            }
            return record.wrap(view, start);
        }

        RecordFault step() {
            final int left = written - position;
            final int length = left < RecordFlyweight.HEADER_LENGTH
                    ? 0
                    : record.wrap(view, position).length();
            final RecordFault fault =
                    length > left ? RecordFault.LENGTH : chain.follow(view, position, Math.max(0, length));
            position += fault == RecordFault.NONE ? length : 0;
            return fault;
        }

        @Override
        public long hash() {
            return chain.hash();
        }

        @Override
        public void close() {}
    }
}
