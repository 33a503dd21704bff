package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import org.agrona.UnsafeApi;

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

    private long address;

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

    void write(
            final long owner,
            final long keyHash,
            final long secondKeyHash,
            final Fingerprint fingerprint,
            final Decision decision) {
        UnsafeApi.putLong(address + OWNER, owner);
        UnsafeApi.putLong(address + KEY_HASH, keyHash);
        UnsafeApi.putLong(address + SECOND_KEY_HASH, secondKeyHash);
        UnsafeApi.putLong(address + TIME_MS, decision.timeMs());
        UnsafeApi.putLong(address + SEQUENCE, decision.sequence());
        UnsafeApi.putLong(address + ORDER, decision.order());
        UnsafeApi.putLong(address + DETAIL, decision.detail());
        for (int i = 0; i < Fingerprint.PARTS; i++) {
            UnsafeApi.putLong(address + PARTS + (long) i * Long.BYTES, fingerprint.part(i));
        }
        UnsafeApi.putInt(address + OUTCOME, decision.outcome().code());
        UnsafeApi.putInt(address + CAUSE, decision.cause().code());
        UnsafeApi.putInt(address + LINE, decision.line());
        UnsafeApi.putInt(address + LINE + Integer.BYTES, 0);
        UnsafeApi.putLong(address + TOTAL_FEN, decision.picture().totalFen());
    }
}
