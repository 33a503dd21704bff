package io.sluice.engine.core;

import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/**
 * First answers by owner and key, oldest first in a ring of pages, found through an index of their hashes. An answer is
 * dropped only when the ring is full, and then only when it is the oldest and older than the retention time; when all are
 * younger there is no room, and the command is refused rather than a key forgotten. How much of an answer an element holds is
 * the subclass's to say. One thread, the core's; while the core is loaded another may {@link #save} and {@link #index()} one
 * after the other, beside the indexing of everything else.
 */
abstract class AnswerRing {
    private final int elementBytes;
    private final int reserved;
    private HashIndex index;
    /** Answers that the index has room for from its beginning. */
    private int indexed;

    private Pages pages;
    private int capacity;
    private int positions;
    private long retentionMs;
    /** Number of the oldest answer; they are numbered as they came. */
    private long oldest;
    /** Number of the next answer. */
    private long end;

    private long owner;
    private long keyHash;
    private long secondKeyHash;

    AnswerRing(final int elementBytes, final int reserved, final int capacity, final long retentionMs) {
        this.elementBytes = elementBytes;
        this.reserved = reserved;
        this.capacity = capacity;
        this.positions = capacity;
        this.retentionMs = retentionMs;
        this.pages = new Pages(elementBytes, Math.min(reserved, capacity));
        this.indexed = Math.min(reserved, capacity);
        this.index = new HashIndex(indexed);
    }

    /** All of the answer that an element stands for, valid until the next call of this ring. */
    abstract Answer answerOf(long element);

    /** Fills a new element with what was decided about the key that was {@linkplain #find looked for} last. */
    abstract void fill(long element, Fingerprint fingerprint, Decision decision);

    /** Fills a new element with as much of an answer as it holds. */
    abstract void take(Answer from, long element);

    /** When the answer of an element was given, epoch ms; a subclass may know without {@link #answerOf}. */
    long timeMs(final long element) {
        return answerOf(element).timeMs();
    }

    /** The {@linkplain #hashOf hash} of the owner and key of an element; a subclass may know without {@link #answerOf}. */
    int hash(final long element) {
        final Answer answer = answerOf(element);
        return hashOf(answer.owner(), answer.keyHash());
    }

    /** Whether an element is the answer to a key; a subclass may know without {@link #answerOf}. */
    boolean isOf(final long element, final long itsOwner, final long itsKeyHash, final long itsSecondKeyHash) {
        return answerOf(element).isOf(itsOwner, itsKeyHash, itsSecondKeyHash);
    }

    /** Told before an element is dropped; an element that holds all there is leaves nothing behind. */
    void onDrop(final long element) {}

    /**
     * Keeps answers up to {@code newCapacity}, and for {@code newRetentionMs} at least, from now on. Answers beyond the
     * capacity stay until they are dropped as any others are. Takes time with the number of answers once one was dropped.
     */
    final void keep(final int newCapacity, final long newRetentionMs) {
        capacity = newCapacity;
        retentionMs = newRetentionMs;
        layOut(Math.max(newCapacity, size()));
    }

    /** Adds where so many new answers will lie, until the ring has gone round. */
    final void addNext(final int count, final Looks looks) {
        pages.addNext(count, looks);
    }

    /** Where in memory answers of a hash are found, until one is added. */
    final long indexAddress(final int hash) {
        return index.address(hash);
    }

    /** The first answer to this owner's key, valid until the next call of this ring; null when there is none. */
    final Answer find(final long keyOwner, final Ascii key) {
        owner = keyOwner;
        keyHash = key.hash();
        secondKeyHash = key.secondHash();
        for (int position = index.first(hashOf(owner, keyHash)); position != HashIndex.NONE; position = index.next()) {
            final long element = pages.address(position);
            if (isOf(element, owner, keyHash, secondKeyHash)) {
                return answerOf(element);
            }
        }
        return null;
    }

    /**
     * Whether {@link #remember} can take one more at this time. When the ring is full this drops the oldest answer if it is older
     * than the retention time; more than one only after the capacity was lowered.
     */
    final boolean hasRoom(final long nowMs) {
        while (size() >= capacity && timeMs(element(oldest)) + retentionMs <= nowMs) {
            dropOldest();
        }
        return size() < capacity;
    }

    /** Keeps the first answer to the key that {@link #find} did not find last; the caller has asked {@link #hasRoom}. */
    final void remember(final Fingerprint fingerprint, final Decision decision) {
        index.add(hashOf(owner, keyHash), positionOf(end));
        fill(append(), fingerprint, decision);
    }

    /** Whose key was looked for last. */
    final long owner() {
        return owner;
    }

    /** Hash of the key that was looked for last. */
    final long keyHash() {
        return keyHash;
    }

    /** A second hash of the key that was looked for last. */
    final long secondKeyHash() {
        return secondKeyHash;
    }

    /** Saved oldest first, wherever in the ring the answers lie: that depends on how it has gone round. */
    final void save(final StateOutput output) {
        SavedAnswers.save(output, oldest, end, (number, to) -> to.copyFrom(answerOf(element(number))));
    }

    /**
     * Takes the answers back into this ring, which must be new; there may be more of them than it has capacity.
     *
     * @throws IllegalStateException when there cannot be so many.
     */
    final void load(final StateInput input) {
        final int count = input.getInt();
        if (count < 0) {
            throw new IllegalStateException("answers=" + count);
        }
        positions = Math.max(capacity, count);
        SavedAnswers.load(input, count, from -> take(from, append()));
    }

    /** Makes the answers findable that lie in the ring from its first position on, the oldest first. */
    final void index() {
        final int[] hashes = new int[size()];
        for (int position = 0; position < hashes.length; position++) {
            hashes[position] = hash(pages.address(position));
        }
        index.fill(hashes);
    }

    /** Whether nothing was answered yet. */
    final boolean isEmpty() {
        return end == oldest;
    }

    private int size() {
        return (int) (end - oldest);
    }

    private long append() {
        final int position = positionOf(end++);
        if (position == pages.size()) {
            pages.add();
        }
        return pages.address(position);
    }

    private long element(final long number) {
        return pages.address(positionOf(number));
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
            moveTo(new Pages(elementBytes, wanted));
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
        for (long number = oldest; number < end; number++) {
            UnsafeApi.copyMemory(element(number), ring.address(ring.add()), elementBytes);
        }
        pages = ring;
        end -= oldest;
        oldest = 0;
    }

    static int hashOf(final long owner, final long keyHash) {
        return (int) RecordHash.avalanche(owner + keyHash);
    }

    private void dropOldest() {
        final int position = positionOf(oldest);
        final long element = element(oldest);
        index.remove(hash(element), position);
        onDrop(element);
        oldest++;
    }
}
