package io.sluice.engine.core;

import static org.agrona.BitUtil.CACHE_LINE_LENGTH;

import io.sluice.engine.protocol.Outcome;
import org.agrona.BufferUtil;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/** A first answer as it lies in the table: who asked with which key and body, and what the answer was. */
final class Answer {
    /** Bytes of one answer. */
    static final int BYTES = 128;

    private static final int OWNER = 0;
    private static final int KEY_HASH = 8;
    private static final int SECOND_KEY_HASH = 16;
    private static final int TIME_MS = 24;
    private static final int SEQUENCE = 32;
    private static final int ORDER = 40;
    private static final int DETAIL = 48;
    private static final int PARTS = 56;
    private static final int OUTCOME = 104;
    private static final int CAUSE = 108;
    private static final int LINE = 112;
    private static final int TOTAL_FEN = 120;

    /** Keeps the memory of an answer that has its own. */
    private UnsafeBuffer own;

    private long address;

    /** An answer in memory of its own. */
    static Answer inOwnMemory() {
        final Answer answer = new Answer();
        answer.own = new UnsafeBuffer(BufferUtil.allocateDirectAligned(BYTES, CACHE_LINE_LENGTH));
        return answer.wrap(answer.own.addressOffset());
    }

    Answer wrap(final long newAddress) {
        address = newAddress;
        return this;
    }

    boolean isOf(final long owner, final long keyHash, final long secondKeyHash) {
        return UnsafeApi.getLong(address + KEY_HASH) == keyHash
                && UnsafeApi.getLong(address + OWNER) == owner
                && UnsafeApi.getLong(address + SECOND_KEY_HASH) == secondKeyHash;
    }

    long owner() {
        return UnsafeApi.getLong(address + OWNER);
    }

    long keyHash() {
        return UnsafeApi.getLong(address + KEY_HASH);
    }

    long secondKeyHash() {
        return UnsafeApi.getLong(address + SECOND_KEY_HASH);
    }

    long timeMs() {
        return UnsafeApi.getLong(address + TIME_MS);
    }

    /** Record of the first answer. */
    long sequence() {
        return UnsafeApi.getLong(address + SEQUENCE);
    }

    long order() {
        return UnsafeApi.getLong(address + ORDER);
    }

    long detail() {
        return UnsafeApi.getLong(address + DETAIL);
    }

    /** What the order costs or, refused, would have cost; 0 when that was not found out. */
    long totalFen() {
        return UnsafeApi.getLong(address + TOTAL_FEN);
    }

    long part(final int index) {
        return UnsafeApi.getLong(address + PARTS + (long) index * Long.BYTES);
    }

    Outcome outcome() {
        return Outcome.ofCode(UnsafeApi.getInt(address + OUTCOME));
    }

    Outcome cause() {
        return Outcome.ofCode(UnsafeApi.getInt(address + CAUSE));
    }

    int line() {
        return UnsafeApi.getInt(address + LINE);
    }

    Answer decided(final Decision decision) {
        return when(decision.sequence(), decision.timeMs())
                .what(decision.outcome(), decision.cause(), decision.line(), decision.detail())
                .about(decision.order(), decision.picture().totalFen());
    }

    Answer asked(final Fingerprint fingerprint) {
        for (int i = 0; i < Fingerprint.PARTS; i++) {
            part(i, fingerprint.part(i));
        }
        return this;
    }

    void copyFrom(final Answer other) {
        UnsafeApi.copyMemory(other.address, address, BYTES);
    }

    boolean isSameAs(final Answer other) {
        boolean same = true;
        for (int at = 0; at < BYTES; at += Long.BYTES) {
            same &= UnsafeApi.getLong(address + at) == UnsafeApi.getLong(other.address + at);
        }
        return same;
    }

    Answer who(final long owner, final long keyHash, final long secondKeyHash) {
        UnsafeApi.putLong(address + OWNER, owner);
        UnsafeApi.putLong(address + KEY_HASH, keyHash);
        UnsafeApi.putLong(address + SECOND_KEY_HASH, secondKeyHash);
        return this;
    }

    Answer when(final long sequence, final long timeMs) {
        UnsafeApi.putLong(address + TIME_MS, timeMs);
        UnsafeApi.putLong(address + SEQUENCE, sequence);
        return this;
    }

    Answer what(final Outcome outcome, final Outcome cause, final int line, final long detail) {
        UnsafeApi.putLong(address + DETAIL, detail);
        UnsafeApi.putInt(address + OUTCOME, outcome.code());
        UnsafeApi.putInt(address + CAUSE, cause.code());
        UnsafeApi.putInt(address + LINE, line);
        UnsafeApi.putInt(address + LINE + Integer.BYTES, 0);
        return this;
    }

    Answer about(final long order, final long totalFen) {
        UnsafeApi.putLong(address + ORDER, order);
        UnsafeApi.putLong(address + TOTAL_FEN, totalFen);
        return this;
    }

    Answer part(final int index, final long value) {
        UnsafeApi.putLong(address + PARTS + (long) index * Long.BYTES, value);
        return this;
    }
}
