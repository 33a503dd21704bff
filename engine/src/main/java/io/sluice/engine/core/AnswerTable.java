package io.sluice.engine.core;

import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/**
 * First answers by owner and key, oldest first in a ring of pages, found through an index of their hashes. An answer is
 * dropped only when the table is full, and then only when it is the oldest and older than the retention time; when all are younger there is no room, and the command is refused rather than a key forgotten.
 */
final class AnswerTable {
    private final int reserved;
    private final Answer answer = new Answer();
    private HashIndex index;
    /** Answers that the index has room for from its beginning. */
    private int indexed;

    private Pages pages;
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
        this.indexed = Math.min(reserved, capacity);
        this.index = new HashIndex(indexed);
    }

    /**
     * Keeps answers up to {@code newCapacity}, and for {@code newRetentionMs} at least, from now on. Answers beyond the
     * capacity stay until they are dropped as any others are. Takes time with the number of answers once one was dropped.
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
        for (int position = index.first(hash); position != HashIndex.NONE; position = index.next()) {
            if (at(position).isOf(owner, keyHash, secondKeyHash)) {
                return answer;
            }
        }
        return null;
    }

    /** Looks where so many new answers will lie, until the ring has gone round; means nothing. */
    long lookAhead(final int count) {
        return pages.lookAhead(count);
    }

    /** Looks where answers of a hash are found; means nothing. */
    long lookAt(final int hash) {
        return index.lookAt(hash);
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
        index.add(hashOf(owner, keyHash), position);
    }

    /** Saved oldest first, wherever in the ring the answers lie: that depends on how it has gone round. */
    void save(final StateOutput output) {
        output.putInt(size());
        long number = oldest;
        for (; number + 1 < next; number += 2) {
            final int one = positionOf(number);
            final int other = positionOf(number + 1);
            output.putBytes(pages.page(one), pages.offset(one), pages.page(other), pages.offset(other), Answer.BYTES);
        }
        if (number < next) {
            final int last = positionOf(number);
            output.putBytes(pages.page(last), pages.offset(last), Answer.BYTES);
        }
    }

    /** Takes the answers back into this table, which must be new; there may be more of them than it has capacity. */
    void load(final StateInput input) {
        final int count = input.getInt();
        positions = Math.max(capacity, count);
        pages.load(count, input);
        next = count;
    }

    /** Makes the answers findable that lie in the ring from its first position on, the oldest first. */
    void index() {
        final int[] hashes = new int[size()];
        for (int position = 0; position < hashes.length; position++) {
            at(position);
            hashes[position] = hashOf(answer.owner(), answer.keyHash());
        }
        index.fill(hashes);
    }

    /** Whether nothing was answered yet. */
    boolean isEmpty() {
        return next == oldest;
    }

    private int size() {
        return (int) (next - oldest);
    }

    private Answer at(final int position) {
        return answer.wrap(pages.address(position));
    }

    private int positionOf(final long number) {
        return (int) (number % positions);
    }

    /** Gives the ring as many positions. */
    private void layOut(final int newPositions) {
        if (newPositions == positions) {
            return;
        }
        final int wanted = Math.min(reserved, newPositions);
        final boolean moves = oldest > 0;
        final boolean grows = wanted > indexed;
        if (moves) {
            moveTo(new Pages(Answer.BYTES, wanted));
        } else {
            // None was dropped, so that the ring has not gone round: every answer stays where it is.
            pages.reserve(wanted);
        }
        positions = newPositions;
        if (grows) {
            // Never for fewer: what is tight grows while it decides, for hashes do not fall evenly.
            indexed = wanted;
            index = new HashIndex(indexed);
        }
        if (moves || grows) {
            index();
        }
    }

    /** Moves the answers into other pages, the oldest first. */
    private void moveTo(final Pages ring) {
        for (long number = oldest; number < next; number++) {
            final int from = positionOf(number);
            final long to = ring.add();
            ring.page(to).putBytes(ring.offset(to), pages.page(from), pages.offset(from), Answer.BYTES);
        }
        pages = ring;
        next -= oldest;
        oldest = 0;
    }

    static int hashOf(final long keyOwner, final long keyHash) {
        return (int) RecordHash.avalanche(keyOwner + keyHash);
    }

    private void dropOldest() {
        final int oldestPosition = positionOf(oldest);
        at(oldestPosition);
        int position = index.first(hashOf(answer.owner(), answer.keyHash()));
        while (position != oldestPosition) {
            if (position == HashIndex.NONE) {
                throw new IllegalStateException("the index has lost the answer at position=" + oldestPosition);
            }
            position = index.next();
        }
        index.remove();
        oldest++;
    }
}
