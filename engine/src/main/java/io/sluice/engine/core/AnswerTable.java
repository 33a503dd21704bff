package io.sluice.engine.core;

/** First answers by owner and key, each kept whole. */
final class AnswerTable extends AnswerRing {
    private final Answer answer = new Answer();

    AnswerTable(final int reserved, final int capacity, final long retentionMs) {
        super(Answer.BYTES, reserved, capacity, retentionMs);
    }

    @Override
    Answer answerOf(final long element) {
        return answer.wrap(element);
    }

    @Override
    void fill(final long element, final Fingerprint fingerprint, final Decision decision) {
        answerOf(element)
                .who(owner(), keyHash(), secondKeyHash())
                .decided(decision)
                .asked(fingerprint);
    }

    @Override
    void take(final Answer from, final long element) {
        answerOf(element).copyFrom(from);
    }
}
