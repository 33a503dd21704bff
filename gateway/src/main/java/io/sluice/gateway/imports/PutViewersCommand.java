package io.sluice.gateway.imports;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutViewersEncoder;
import org.agrona.MutableDirectBuffer;

/** Applies the lines of as many viewers as one command may have. */
final class PutViewersCommand implements ImportCommand {
    private static final int NUMBERS = 6;

    private final long actor;
    /** Of each viewer its line, id, memberSinceMs, guide, group and inviter. */
    private final long[] numbers = new long[ProtocolLimits.MAX_VIEWERS_A_COMMAND * NUMBERS];

    private int size;

    PutViewersCommand(final long actor) {
        this.actor = actor;
    }

    boolean isFull() {
        return size == ProtocolLimits.MAX_VIEWERS_A_COMMAND;
    }

    PutViewersCommand add(
            final long line,
            final long viewer,
            final long memberSinceMs,
            final long guide,
            final long group,
            final long inviter) {
        final int at = size * NUMBERS;
        numbers[at] = line;
        numbers[at + 1] = viewer;
        numbers[at + 2] = memberSinceMs;
        numbers[at + 3] = guide;
        numbers[at + 4] = group;
        numbers[at + 5] = inviter;
        size++;
        return this;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long line(final int entry) {
        return numbers[entry * NUMBERS];
    }

    @Override
    public ImportCommand without(final int entry) {
        if (size == 1) {
            return null;
        }
        final PutViewersCommand rest = new PutViewersCommand(actor);
        for (int i = 0; i < size; i++) {
            if (i != entry) {
                System.arraycopy(numbers, i * NUMBERS, rest.numbers, rest.size * NUMBERS, NUMBERS);
                rest.size++;
            }
        }
        return rest;
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        final PutViewersEncoder encoder = new PutViewersEncoder()
                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                .actor(actor);
        final PutViewersEncoder.ViewersEncoder each = encoder.viewersCount(size);
        for (int i = 0; i < size; i++) {
            final int at = i * NUMBERS;
            each.next()
                    .viewer(numbers[at + 1])
                    .memberSinceMs(numbers[at + 2])
                    .guide(numbers[at + 3])
                    .group(numbers[at + 4])
                    .inviter(numbers[at + 5]);
        }
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }
}
