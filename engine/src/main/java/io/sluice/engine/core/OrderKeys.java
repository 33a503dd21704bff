package io.sluice.engine.core;

import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/**
 * Under which key and with what body each order was placed, by the order's number, found through an index of the keys'
 * hashes. The order itself is the first answer to its key: what stands in it does not stand here again. The key of the oldest
 * order is dropped only when there are as many as may be, and then only when it is older than the retention time; when all
 * are younger there is no room, and the command is refused rather than a key forgotten. A key that was dropped places anew.
 *
 * <p>One thread, but for {@link #save} and {@link #index()}, which may run beside the indexing of the orders.
 */
final class OrderKeys {
    private static final int KEY_HASH = 0;
    private static final int SECOND_KEY_HASH = 8;
    private static final int LINES_HASH = 16;
    private static final int EXPECTED_TOTAL_FEN = 24;
    private static final int COUPON_HASH = 32;
    private static final int TOUCH_HASH = 40;
    private static final int BYTES = 48;

    private final OrderTable orders;
    private final Pages rows;
    private final HashIndex index;
    /** Of its own: others look at other orders meanwhile. */
    private final Order order;

    private final Ascii share = new Ascii(ProtocolLimits.MAX_SHARE_BYTES);

    private long capacity;
    private long retentionMs;
    /** Number of the oldest order whose key is remembered, one above the newest for none. */
    private long oldest = 1;

    private long owner;
    private long keyHash;
    private long secondKeyHash;

    OrderKeys(final OrderTable orders, final CoreReserves reserves, final CoreLimits limits) {
        this.orders = orders;
        order = new Order(orders);
        rows = new Pages(BYTES, reserves.orders());
        index = new HashIndex(reserves.keys());
        keep(limits.maxKeys(), limits.keyRetentionMs());
    }

    /** Keeps keys up to {@code newCapacity}, and for {@code newRetentionMs} at least, from now on. What is beyond stays until it is dropped. */
    void keep(final int newCapacity, final long newRetentionMs) {
        capacity = newCapacity;
        retentionMs = newRetentionMs;
    }

    /** Number of the order that a viewer placed under a key, 0 for none. */
    long find(final long viewer, final Ascii key) {
        owner = viewer;
        keyHash = key.hash();
        secondKeyHash = key.secondHash();
        int position = index.first(AnswerRing.hashOf(owner, keyHash));
        while (position != HashIndex.NONE && !isFound(position)) {
            position = index.next();
        }
        return position == HashIndex.NONE ? 0 : position + 1L;
    }

    private boolean isFound(final int position) {
        final long address = rows.address(position);
        return UnsafeApi.getLong(address + KEY_HASH) == keyHash
                && UnsafeApi.getLong(address + SECOND_KEY_HASH) == secondKeyHash
                && at(position + 1L).viewer() == owner;
    }

    /** The first field in which a request differs from the one that placed the order of a number, NONE when it is the same. */
    BodyField difference(final long number, final OrderRequest request) {
        final long address = rows.address(number - 1);
        at(number).copyShareTo(share);
        if (order.room() != request.room()) {
            return BodyField.ROOM;
        } else if (UnsafeApi.getLong(address + LINES_HASH) != request.lines().hash()) {
            return BodyField.LINES;
        } else if (UnsafeApi.getLong(address + EXPECTED_TOTAL_FEN) != request.expectedTotalFen()) {
            return BodyField.EXPECTED_TOTAL;
        } else if (UnsafeApi.getLong(address + COUPON_HASH) != request.coupon().hash()) {
            return BodyField.COUPON;
        } else if (share.hash() != request.share().hash()) {
            return BodyField.SHARE;
        } else if (UnsafeApi.getLong(address + TOUCH_HASH) != request.touch().hash()) {
            return BodyField.TOUCH;
        }
        return BodyField.NONE;
    }

    /** Looks where so many new rows will lie; means nothing. */
    long lookAhead(final int count) {
        return rows.lookAhead(count);
    }

    /** Looks where orders of a hash are found; means nothing. */
    long lookAt(final int hash) {
        return index.lookAt(hash);
    }

    /**
     * Whether {@link #remember} can take one more at this time. When it is full this drops the oldest key if its order is older
     * than the retention time; more than one only after the capacity was lowered.
     */
    boolean hasRoom(final long nowMs) {
        while (size() >= capacity && at(oldest).placedAtMs() + retentionMs <= nowMs) {
            dropOldest();
        }
        return size() < capacity;
    }

    /** Keeps the key that {@link #find} did not find last, of the order that was opened last; the caller has asked {@link #hasRoom}. */
    void remember(final OrderRequest request) {
        final long position = rows.add();
        final long address = rows.address(position);
        UnsafeApi.putLong(address + KEY_HASH, keyHash);
        UnsafeApi.putLong(address + SECOND_KEY_HASH, secondKeyHash);
        UnsafeApi.putLong(address + LINES_HASH, request.lines().hash());
        UnsafeApi.putLong(address + EXPECTED_TOTAL_FEN, request.expectedTotalFen());
        UnsafeApi.putLong(address + COUPON_HASH, request.coupon().hash());
        UnsafeApi.putLong(address + TOUCH_HASH, request.touch().hash());
        index.add(AnswerRing.hashOf(owner, keyHash), (int) position);
    }

    /** Saved oldest first, each as the first answer to its key. */
    void save(final StateOutput output) {
        SavedAnswers.save(output, oldest, rows.size() + 1, this::write);
    }

    private void write(final long number, final Answer answer) {
        final long address = rows.address(number - 1);
        at(number).copyShareTo(share);
        answer.who(order.viewer(), UnsafeApi.getLong(address + KEY_HASH), UnsafeApi.getLong(address + SECOND_KEY_HASH))
                .when(order.sequence(), order.placedAtMs())
                .what(Outcome.RESERVED, Outcome.ACCEPTED, Decision.NO_LINE, 0)
                .about(number, order.totalFen())
                .part(0, order.room())
                .part(1, UnsafeApi.getLong(address + LINES_HASH))
                .part(2, UnsafeApi.getLong(address + EXPECTED_TOTAL_FEN))
                .part(3, UnsafeApi.getLong(address + COUPON_HASH))
                .part(4, share.hash())
                .part(5, UnsafeApi.getLong(address + TOUCH_HASH));
    }

    /**
     * Takes the keys back, behind the orders, which are those of the newest orders. What an answer says otherwise than its order
     * is not kept: it is found by the state's hash.
     *
     * @throws IllegalStateException when there are more of them than orders.
     */
    void load(final StateInput input) {
        final int count = input.getInt();
        if (count < 0 || count > orders.newest()) {
            throw new IllegalStateException("keys=" + count + " of orders=" + orders.newest());
        }
        oldest = orders.newest() - count + 1;
        for (long number = 1; number < oldest; number++) {
            rows.add();
        }
        SavedAnswers.load(input, count, this::take);
    }

    private void take(final Answer answer) {
        final long address = rows.address(rows.add());
        UnsafeApi.putLong(address + KEY_HASH, answer.keyHash());
        UnsafeApi.putLong(address + SECOND_KEY_HASH, answer.secondKeyHash());
        UnsafeApi.putLong(address + LINES_HASH, answer.part(1));
        UnsafeApi.putLong(address + EXPECTED_TOTAL_FEN, answer.part(2));
        UnsafeApi.putLong(address + COUPON_HASH, answer.part(3));
        UnsafeApi.putLong(address + TOUCH_HASH, answer.part(5));
    }

    /** Makes the keys findable that were loaded. */
    void index() {
        final int[] hashes = new int[(int) size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = hashOf(oldest + i);
        }
        index.fill((int) oldest - 1, hashes);
    }

    private long size() {
        return rows.size() + 1 - oldest;
    }

    private int hashOf(final long number) {
        return AnswerRing.hashOf(at(number).viewer(), UnsafeApi.getLong(rows.address(number - 1) + KEY_HASH));
    }

    private Order at(final long number) {
        return orders.show(number, order);
    }

    private void dropOldest() {
        index.remove(hashOf(oldest), (int) oldest - 1);
        oldest++;
    }
}
