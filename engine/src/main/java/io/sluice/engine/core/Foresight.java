package io.sluice.engine.core;

/**
 * Where commands that are to come will look: gathered first and then looked at in stages, each of which needs what the one before
 * it saw: indexes of viewers and keys, and what is found by its number; then viewers, and what orders point at; then who invited
 * them. What waits for nothing stands where a stage has room. Within a stage no look waits for another, so that the processor
 * waits for many places at once which no cache holds, instead of for each of them when its command comes. Changes nothing, and
 * what is forgotten or never comes does no harm. One thread, the core's.
 */
public final class Foresight {
    /** Places of a kind; what is more is not looked at. */
    static final int PLACES = 64;

    private final OrderAnswers answers;
    private final AnswerTable refusals;
    private final PaymentAnswers payments;
    private final ViewerUnits units;
    private final ForeseenViewers viewers;
    private final ForeseenOrders orders;
    private final int[] keys = new int[PLACES];
    private final int[] references = new int[PLACES];
    private final long[] lines = new long[PLACES];
    private final Looks looks = new Looks();
    /** Kept, so that what was looked at of guides and groups is not thought needless. */
    private long seen;

    private int keyCount;
    private int lineCount;
    private int referenceCount;

    Foresight(
            final OrderAnswers answers,
            final AnswerTable refusals,
            final PaymentAnswers payments,
            final ViewerUnits units,
            final ForeseenViewers viewers,
            final ForeseenOrders orders) {
        this.answers = answers;
        this.refusals = refusals;
        this.payments = payments;
        this.units = units;
        this.viewers = viewers;
        this.orders = orders;
    }

    /** A viewer will order under a key of this {@linkplain Ascii#hashOf hash}. */
    public void onKey(final long viewer, final long keyHash) {
        if (keyCount < PLACES) {
            keys[keyCount++] = AnswerRing.hashOf(viewer, keyHash);
            viewers.addBuyer(viewer);
        }
    }

    /** An order will carry a code: who is named by it, each 0 for nobody. */
    public void onCode(final long guide, final long group, final long inviter) {
        viewers.addCode(guide, group, inviter);
    }

    /** An order will use the coupon of a number. */
    public void onCoupon(final long number) {
        orders.addCoupon(number);
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
            references[referenceCount++] = PaymentAnswers.hashOf(referenceHash);
        }
    }

    /** An order will be paid. */
    public void onOrder(final long number) {
        orders.add(number);
    }

    /** Units of an order will come back: it will be refunded, cancelled or ended. */
    public void onReturn(final long number) {
        orders.addReturn(number);
    }

    /**
     * Looks at all of them and forgets them.
     *
     * @return nothing that means anything.
     */
    public long look() {
        lookAtIndexes();
        lookAtWhatTheyFind();
        lookAtInviters();
        seen += orders.lookAtNamed(looks) + viewers.lookAtTheirs(looks);
        looks.look();
        keyCount = 0;
        lineCount = 0;
        referenceCount = 0;
        return seen + looks.seen();
    }

    private void lookAtIndexes() {
        viewers.addIndex(looks);
        for (int i = 0; i < keyCount; i++) {
            looks.add(answers.indexAddress(keys[i]));
        }
        orders.addOrders(looks);
        looks.look();
    }

    /** And at what waits for nothing: of refusals and payments the index is all there is to see, and new rows lie at the ends. */
    private void lookAtWhatTheyFind() {
        viewers.addViewers(looks);
        orders.addBehind(looks);
        for (int i = 0; i < keyCount; i++) {
            looks.add(refusals.indexAddress(keys[i]));
        }
        for (int i = 0; i < referenceCount; i++) {
            looks.add(payments.indexAddress(references[i]));
        }
        orders.addNext(keyCount, looks);
        answers.addNext(keyCount, looks);
        payments.addNext(referenceCount, looks);
        looks.look();
    }

    /** And at pairs, which wait for nothing either. */
    private void lookAtInviters() {
        viewers.addInviters(looks);
        for (int i = 0; i < lineCount; i++) {
            units.addPlace(lines[i], looks);
        }
        looks.look();
    }
}
