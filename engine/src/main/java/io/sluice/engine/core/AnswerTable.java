package io.sluice.engine.core;

/** First answers by owner and key, each kept whole. */
final class AnswerTable extends AnswerRing {
    private final Answer answer = new Answer();
    private long owner;
    private long keyHash;
    private long secondKeyHash;

    AnswerTable(final int reserved, final int capacity, final long retentionMs) {
        super(Answer.BYTES, reserved, capacity, retentionMs);
    }

    /** The first answer to this owner's key, valid until the next call of this table; null when there is none. */
    Answer find(final long keyOwner, final Ascii key) {
        owner = keyOwner;
        keyHash = key.hash();
        secondKeyHash = key.secondHash();
        for (int position = first(hashOf(owner, keyHash)); position != HashIndex.NONE; position = next()) {
            if (answer.wrap(elementAt(position)).isOf(owner, keyHash, secondKeyHash)) {
                return answer;
            }
        }
        return null;
    }

    /** Keeps the first answer to the key that {@link #find} did not find last; the caller has asked {@link #hasRoom}. */
    void remember(final Fingerprint fingerprint, final Decision decision) {
        answer.wrap(add(hashOf(owner, keyHash)))
                .who(owner, keyHash, secondKeyHash)
                .decided(decision)
                .asked(fingerprint);
    }

    @Override
    long timeMs(final long element) {
        return answer.wrap(element).timeMs();
    }

    @Override
    int hash(final long element) {
        answer.wrap(element);
        return hashOf(answer.owner(), answer.keyHash());
    }

    @Override
    void write(final long element, final Answer to) {
        to.copyFrom(answer.wrap(element));
    }

    @Override
    void take(final Answer from, final long element) {
        answer.wrap(element).copyFrom(from);
    }
}
