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
    private final Brand brand;
    private final AnswerTable answers;
    private final AnswerTable refusals;
    private final AnswerTable payments;
    private final ViewerUnits units;
    private final CommissionTable commissions;
    private final int[] keys = new int[PLACES];
    private final int[] owners = new int[PLACES];
    /** Of the owners, and of those whose codes their orders carry. */
    private final int[] inviters = new int[2 * PLACES];

    private final long[] lines = new long[PLACES];
    private final long[] numbers = new long[PLACES];
    private final int[] references = new int[PLACES];
    /** Kept, so that what was looked at for its own sake is not thought needless. */
    private long seen;

    private int inviterCount;
    private int keyCount;
    private int lineCount;
    private int numberCount;
    private int referenceCount;

    Foresight(
            final OrderTable orders,
            final ViewerTable viewers,
            final Brand brand,
            final AnswerTable answers,
            final AnswerTable refusals,
            final AnswerTable payments,
            final ViewerUnits units,
            final CommissionTable commissions) {
        this.orders = orders;
        this.viewers = viewers;
        this.brand = brand;
        this.answers = answers;
        this.refusals = refusals;
        this.payments = payments;
        this.units = units;
        this.commissions = commissions;
    }

    /** A viewer will order under a key of this {@linkplain Ascii#hashOf hash}. */
    public void onKey(final long viewer, final long keyHash) {
        if (keyCount < PLACES) {
            keys[keyCount] = AnswerTable.hashOf(viewer, keyHash);
            owners[keyCount] = ViewerTable.hashOf(viewer);
            keyCount++;
        }
    }

    /** An order will carry a viewer's code. */
    public void onInviter(final long viewer) {
        if (inviterCount < PLACES) {
            inviters[inviterCount++] = ViewerTable.hashOf(viewer);
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
     * @return nothing that means anything.
     */
    public long look() {
        lookAtIndexes();
        lookAtViewers();
        for (int i = 0; i < numberCount; i++) {
            seen += orders.lookAt(numbers[i]) + commissions.lookAt(numbers[i]);
        }
        keyCount = 0;
        lineCount = 0;
        numberCount = 0;
        referenceCount = 0;
        inviterCount = 0;
        return seen;
    }

    private void lookAtIndexes() {
        for (int i = 0; i < keyCount; i++) {
            seen += answers.lookAt(keys[i]) + refusals.lookAt(keys[i]) + viewers.lookAt(owners[i]);
        }
        for (int i = 0; i < lineCount; i++) {
            seen += units.lookAt(lines[i]);
        }
        for (int i = 0; i < referenceCount; i++) {
            seen += payments.lookAt(references[i]);
        }
    }

    /** Each step waits for what the one before it looked at: the index for the viewers, those for who invited them. */
    private void lookAtViewers() {
        for (int i = 0; i < keyCount; i++) {
            final Viewer owner = viewers.first(owners[i]);
            if (owner != null) {
                seen += brand.lookAt(owner.guide(), owner.group());
                inviters[inviterCount++] = ViewerTable.hashOf(owner.inviter());
            }
        }
        for (int i = 0; i < inviterCount; i++) {
            seen += viewers.lookAt(inviters[i]);
        }
        for (int i = 0; i < inviterCount; i++) {
            final Viewer inviter = viewers.first(inviters[i]);
            seen += inviter == null ? 0 : inviter.inviter();
        }
    }
}
