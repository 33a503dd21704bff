package io.sluice.engine.core;

/**
 * Where commands that are to come will look: gathered first and then looked at one right behind the other, so that the
 * processor waits for many places at once which no cache holds, instead of for each of them when its command comes.
 * Changes nothing, and what is forgotten or never comes does no harm. One thread, the core's.
 */
public final class Foresight {
    /** Places of a kind; what is more is not looked at. */
    private static final int PLACES = 64;

    private final OrderTable orders;
    private final ViewerTable viewers;
    private final AnswerTable answers;
    private final AnswerTable payments;
    private final ViewerUnits units;
    private final int[] keys = new int[PLACES];
    private final int[] owners = new int[PLACES];
    private final long[] lines = new long[PLACES];
    private final long[] numbers = new long[PLACES];
    private final int[] references = new int[PLACES];
    private int keyCount;
    private int lineCount;
    private int numberCount;
    private int referenceCount;

    Foresight(
            final OrderTable orders,
            final ViewerTable viewers,
            final AnswerTable answers,
            final AnswerTable payments,
            final ViewerUnits units) {
        this.orders = orders;
        this.viewers = viewers;
        this.answers = answers;
        this.payments = payments;
        this.units = units;
    }

    /** A viewer will order under a key of this {@linkplain Ascii#hashOf hash}. */
    public void onKey(final long viewer, final long keyHash) {
        if (keyCount < PLACES) {
            keys[keyCount] = AnswerTable.hashOf(viewer, keyHash);
            owners[keyCount] = ViewerTable.hashOf(viewer);
            keyCount++;
        }
    }

    /** A viewer will order of an offer. */
    public void onLine(final long viewer, final long offer) {
        if (lineCount < PLACES) {
            lines[lineCount++] = PairTable.hash(viewer, offer);
        }
    }

    /** A payment will come with a reference of this {@linkplain Ascii#hashOf hash}. */
    public void onReference(final long referenceHash) {
        if (referenceCount < PLACES) {
            references[referenceCount++] = AnswerTable.hashOf(Payments.PROVIDER, referenceHash);
        }
    }

    /** An order will be paid, refunded, cancelled or ended. */
    public void onOrder(final long number) {
        if (numberCount < PLACES) {
            numbers[numberCount++] = number;
        }
    }

    /**
     * Looks at all of them and forgets them.
     *
     * @return nothing that means anything; but it has to be kept, or nobody need look.
     */
    public long look() {
        long seen = 0;
        for (int i = 0; i < keyCount; i++) {
            seen += answers.lookAt(keys[i]) + viewers.lookAt(owners[i]);
        }
        for (int i = 0; i < lineCount; i++) {
            seen += units.lookAt(lines[i]);
        }
        for (int i = 0; i < numberCount; i++) {
            seen += orders.lookAt(numbers[i]);
        }
        // The index has been looked at; now it can say where the viewers themselves are.
        for (int i = 0; i < keyCount; i++) {
            seen += viewers.lookAtFirst(owners[i]);
        }
        for (int i = 0; i < referenceCount; i++) {
            seen += payments.lookAt(references[i]);
        }
        keyCount = 0;
        lineCount = 0;
        numberCount = 0;
        referenceCount = 0;
        return seen;
    }
}
