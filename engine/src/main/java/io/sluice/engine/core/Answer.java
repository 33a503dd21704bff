package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
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

    private UnsafeBuffer page;
    private int offset;

    Answer wrap(final UnsafeBuffer newPage, final int newOffset) {
        // Written only when it is another: the collector's note of a written reference waits for all writes before it.
        if (page != newPage) {
            page = newPage;
        }
        offset = newOffset;
        return this;
    }

    boolean isOf(final long owner, final long keyHash, final long secondKeyHash) {
        return page.getLong(offset + KEY_HASH) == keyHash
                && page.getLong(offset + OWNER) == owner
                && page.getLong(offset + SECOND_KEY_HASH) == secondKeyHash;
    }

    long owner() {
        return page.getLong(offset + OWNER);
    }

    long keyHash() {
        return page.getLong(offset + KEY_HASH);
    }

    long timeMs() {
        return page.getLong(offset + TIME_MS);
    }

    /** Record of the first answer. */
    long sequence() {
        return page.getLong(offset + SEQUENCE);
    }

    long order() {
        return page.getLong(offset + ORDER);
    }

    long detail() {
        return page.getLong(offset + DETAIL);
    }

    /** What the order costs or, refused, would have cost; 0 when that was not found out. */
    long totalFen() {
        return page.getLong(offset + TOTAL_FEN);
    }

    long part(final int index) {
        return page.getLong(offset + PARTS + index * Long.BYTES);
    }

    Outcome outcome() {
        return Outcome.ofCode(page.getInt(offset + OUTCOME));
    }

    Outcome cause() {
        return Outcome.ofCode(page.getInt(offset + CAUSE));
    }

    int line() {
        return page.getInt(offset + LINE);
    }

    void write(
            final long owner,
            final long keyHash,
            final long secondKeyHash,
            final Fingerprint fingerprint,
            final Decision decision) {
        page.putLong(offset + OWNER, owner);
        page.putLong(offset + KEY_HASH, keyHash);
        page.putLong(offset + SECOND_KEY_HASH, secondKeyHash);
        page.putLong(offset + TIME_MS, decision.timeMs());
        page.putLong(offset + SEQUENCE, decision.sequence());
        page.putLong(offset + ORDER, decision.order());
        page.putLong(offset + DETAIL, decision.detail());
        for (int i = 0; i < Fingerprint.PARTS; i++) {
            page.putLong(offset + PARTS + i * Long.BYTES, fingerprint.part(i));
        }
        page.putInt(offset + OUTCOME, decision.outcome().code());
        page.putInt(offset + CAUSE, decision.cause().code());
        page.putInt(offset + LINE, decision.line());
        page.putInt(offset + LINE + Integer.BYTES, 0);
        page.putLong(offset + TOTAL_FEN, decision.picture().totalFen());
    }
}
