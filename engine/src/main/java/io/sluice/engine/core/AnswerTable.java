package io.sluice.engine.core;

import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.Arrays;
import org.agrona.BitUtil;

/**
 * First answers by owner and key, oldest first in a ring of pages, found through an open-addressed index. An entry of the
 * index is an answer's hash and, in its low half, its position plus one; 0 is none. With the hash beside the position, a
 * new key is known to be new without a look at the answers, which no cache holds.
 * An answer is dropped only when the table is full, and then only when it is the oldest and older than the retention
 * time; when all are younger there is no room, and the command is refused rather than a key forgotten.
 */
final class AnswerTable {
    private final int reserved;
    private final Answer answer = new Answer();
    private Pages pages;
    private long[] index;
    private int capacity;
    private int positions;
    private long retentionMs;
    private long oldest;
    private long next;
    private long owner;
    private long keyHash;
    private long secondKeyHash;

    AnswerTable(final int reserved, final int capacity, final long retentionMs) {
        this.reserved = reserved;
        this.capacity = capacity;
        this.positions = capacity;
        this.retentionMs = retentionMs;
        this.pages = new Pages(Answer.BYTES, Math.min(reserved, capacity));
        this.index = new long[BitUtil.findNextPositivePowerOfTwo(Math.max(reserved, 512) * 2)];
    }

    /**
     * Keeps answers up to {@code newCapacity}, and for {@code newRetentionMs} at least, from now on. Answers beyond the
     * capacity stay until they are dropped as any others are. Takes time with the number of answers.
     */
    void keep(final int newCapacity, final long newRetentionMs) {
        capacity = newCapacity;
        retentionMs = newRetentionMs;
        layOut(Math.max(newCapacity, size()));
    }

    /** The first answer to this owner's key, valid until the next call of this table; null when there is none. */
    Answer find(final long keyOwner, final Ascii key) {
        owner = keyOwner;
        keyHash = key.hash();
        secondKeyHash = key.secondHash();
        final int hash = hashOf(owner, keyHash);
        for (int slot = homeOf(hash); index[slot] != 0; slot = (slot + 1) & (index.length - 1)) {
            if (hashAt(slot) == hash && at(positionAt(slot)).isOf(owner, keyHash, secondKeyHash)) {
                return answer;
            }
        }
        return null;
    }

    /**
     * Whether {@link #remember} can take one more at this time. When the table is full this drops the oldest answer if it
     * is older than the retention time; more than one only after the capacity was lowered.
     */
    boolean hasRoom(final long nowMs) {
        while (size() >= capacity && at(positionOf(oldest)).timeMs() + retentionMs <= nowMs) {
            dropOldest();
        }
        return size() < capacity;
    }

    /** Keeps the first answer to the key that {@link #find} did not find last; the caller has asked {@link #hasRoom}. */
    void remember(final Fingerprint fingerprint, final Decision decision) {
        final int position = positionOf(next);
        if (position == pages.size()) {
            pages.add();
        }
        at(position).write(owner, keyHash, secondKeyHash, fingerprint, decision);
        next++;
        if (size() * 2L > index.length) {
            rebuildIndex(index.length * 2);
        } else {
            enter(owner, keyHash, position);
        }
    }

    /** Saved oldest first, wherever in the ring the answers lie: that depends on how it has gone round. */
    void save(final StateOutput output) {
        output.putInt(size());
        for (long number = oldest; number < next; number++) {
            final int position = positionOf(number);
            output.putBytes(pages.page(position), pages.offset(position), Answer.BYTES);
        }
    }

    /** Takes the answers back into this table, which must be new; there may be more of them than it has capacity. */
    void load(final StateInput input) {
        final int count = input.getInt();
        positions = Math.max(capacity, count);
        for (; next < count; next++) {
            final long position = pages.add();
            input.getBytes(pages.page(position), pages.offset(position), Answer.BYTES);
        }
        rebuildIndex(Math.max(index.length, BitUtil.findNextPositivePowerOfTwo(count * 2)));
    }

    private int size() {
        return (int) (next - oldest);
    }

    private Answer at(final int position) {
        return answer.wrap(pages.page(position), pages.offset(position));
    }

    private int positionOf(final long number) {
        return (int) (number % positions);
    }

    /** Moves the answers into a ring of as many positions, the oldest first. */
    private void layOut(final int newPositions) {
        if (newPositions == positions) {
            return;
        }
        final Pages ring = new Pages(Answer.BYTES, Math.min(reserved, newPositions));
        for (long number = oldest; number < next; number++) {
            final int from = positionOf(number);
            final long to = ring.add();
            ring.page(to).putBytes(ring.offset(to), pages.page(from), pages.offset(from), Answer.BYTES);
        }
        pages = ring;
        positions = newPositions;
        next -= oldest;
        oldest = 0;
        rebuildIndex(index.length);
    }

    private static int hashOf(final long keyOwner, final long keyHash) {
        return (int) RecordHash.avalanche(keyOwner + keyHash);
    }

    private int homeOf(final int hash) {
        return hash & (index.length - 1);
    }

    private int hashAt(final int slot) {
        return (int) (index[slot] >>> Integer.SIZE);
    }

    private int positionAt(final int slot) {
        return (int) index[slot] - 1;
    }

    private void enter(final long keyOwner, final long keyHash, final int position) {
        final int hash = hashOf(keyOwner, keyHash);
        int slot = homeOf(hash);
        while (index[slot] != 0) {
            slot = (slot + 1) & (index.length - 1);
        }
        index[slot] = ((long) hash << Integer.SIZE) | (position + 1);
    }

    private void rebuildIndex(final int length) {
        if (length == index.length) {
            Arrays.fill(index, 0);
        } else {
            index = new long[length];
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
        int slot = homeOf(hashOf(answer.owner(), answer.keyHash()));
        while (positionAt(slot) != position) {
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
            final int home = homeOf(hashAt(slot));
            if (((slot - home) & mask) >= ((slot - gap) & mask)) {
                index[gap] = index[slot];
                gap = slot;
            }
        }
        index[gap] = 0;
    }
}
