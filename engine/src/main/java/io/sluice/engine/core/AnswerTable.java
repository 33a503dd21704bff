package io.sluice.engine.core;

import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.Arrays;
import org.agrona.BitUtil;

/**
 * First answers by owner and key, oldest first in a ring of pages, found through an open-addressed index of positions.
 * An answer is kept for the retention time at least and dropped, a few at each insertion, once it is older; when the
 * ring is full of younger ones there is no room, and the command is refused rather than a key forgotten.
 */
final class AnswerTable {
    private static final int DROPS_AN_INSERTION = 4;

    private final Pages pages;
    private final Answer answer = new Answer();
    private final int capacity;
    private final long retentionMs;
    private int[] index;
    private long oldest;
    private long next;
    private long owner;
    private long keyHash;
    private long secondKeyHash;

    AnswerTable(final int reserved, final int capacity, final long retentionMs) {
        this.pages = new Pages(Answer.BYTES, reserved, capacity);
        this.capacity = capacity;
        this.retentionMs = retentionMs;
        this.index = new int[BitUtil.findNextPositivePowerOfTwo(Math.max(reserved, 512) * 2)];
    }

    /** The first answer to this owner's key, valid until the next call of this table; null when there is none. */
    Answer find(final long keyOwner, final Ascii key) {
        owner = keyOwner;
        keyHash = key.hash();
        secondKeyHash = key.secondHash();
        for (int slot = slotOf(owner, keyHash); index[slot] != 0; slot = (slot + 1) & (index.length - 1)) {
            if (at(index[slot] - 1).isOf(owner, keyHash, secondKeyHash)) {
                return answer;
            }
        }
        return null;
    }

    /** Whether {@link #remember} can take one more at this time. Drops what is older than the retention time. */
    boolean hasRoom(final long nowMs) {
        for (int i = 0; i < DROPS_AN_INSERTION && oldest < next; i++) {
            if (at(positionOf(oldest)).timeMs() + retentionMs > nowMs) {
                break;
            }
            dropOldest();
        }
        return next - oldest < capacity;
    }

    /** Keeps the first answer to the key that {@link #find} did not find last; the caller has asked {@link #hasRoom}. */
    void remember(final Fingerprint fingerprint, final Decision decision) {
        final int position = positionOf(next);
        if (position == pages.size()) {
            pages.add();
        }
        at(position).write(owner, keyHash, secondKeyHash, fingerprint, decision);
        next++;
        if ((next - oldest) * 2 > index.length) {
            rebuildIndex(index.length * 2);
        } else {
            enter(owner, keyHash, position);
        }
    }

    void save(final StateOutput output) {
        output.putInt(capacity);
        output.putLong(oldest);
        output.putLong(next);
        pages.save(output);
    }

    void load(final StateInput input) {
        if (input.getInt() != capacity) {
            throw new IllegalStateException("the state was saved with another number of keys than maxKeys=" + capacity);
        }
        oldest = input.getLong();
        next = input.getLong();
        pages.load(input);
        rebuildIndex(Math.max(index.length, BitUtil.findNextPositivePowerOfTwo((int) (next - oldest) * 2)));
    }

    private Answer at(final int position) {
        return answer.wrap(pages.page(position), pages.offset(position));
    }

    private int positionOf(final long number) {
        return (int) (number % capacity);
    }

    private int slotOf(final long keyOwner, final long hash) {
        return (int) RecordHash.avalanche(keyOwner + hash) & (index.length - 1);
    }

    private void enter(final long keyOwner, final long hash, final int position) {
        int slot = slotOf(keyOwner, hash);
        while (index[slot] != 0) {
            slot = (slot + 1) & (index.length - 1);
        }
        index[slot] = position + 1;
    }

    private void rebuildIndex(final int length) {
        if (length == index.length) {
            Arrays.fill(index, 0);
        } else {
            index = new int[length];
        }
        for (long number = oldest; number < next; number++) {
            final int position = positionOf(number);
            at(position);
            enter(answer.owner(), answer.keyHash(), position);
        }
    }

    private void dropOldest() {
        final int position = positionOf(oldest);
        at(position);
        int slot = slotOf(answer.owner(), answer.keyHash());
        while (index[slot] != position + 1) {
            slot = (slot + 1) & (index.length - 1);
        }
        oldest++;
        closeGap(slot);
    }

    /** Moves later entries of the probe sequence forward, so that none of them becomes unreachable (Knuth, 6.4 R). */
    private void closeGap(final int freed) {
        final int mask = index.length - 1;
        int gap = freed;
        for (int slot = (gap + 1) & mask; index[slot] != 0; slot = (slot + 1) & mask) {
            at(index[slot] - 1);
            final int home = slotOf(answer.owner(), answer.keyHash());
            if (((slot - home) & mask) >= ((slot - gap) & mask)) {
                index[gap] = index[slot];
                gap = slot;
            }
        }
        index[gap] = 0;
    }
}
