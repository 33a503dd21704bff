package io.sluice.engine.core;

import io.sluice.engine.protocol.BodyField;

/**
 * The parts of a request that must be the same when its key comes again, each as 64 bits: ids and amounts as they are,
 * the rest as a hash.
 */
final class Fingerprint {
    /** Most parts that a request has. */
    static final int PARTS = 6;

    private final BodyField[] fields;
    private final long[] parts = new long[PARTS];

    private Fingerprint(final BodyField... fields) {
        this.fields = fields;
    }

    static Fingerprint ofOrders() {
        return new Fingerprint(
                BodyField.ROOM,
                BodyField.LINES,
                BodyField.EXPECTED_TOTAL,
                BodyField.COUPON,
                BodyField.SHARE,
                BodyField.TOUCH);
    }

    static Fingerprint ofPayments() {
        return new Fingerprint(BodyField.ORDER, BodyField.AMOUNT);
    }

    static Fingerprint ofRefunds() {
        return new Fingerprint(BodyField.ORDER, BodyField.LINES, BodyField.STOCK, BodyField.REQUEST);
    }

    Fingerprint take(final OrderRequest request) {
        parts[0] = request.room();
        parts[1] = request.lines().hash();
        parts[2] = request.expectedTotalFen();
        parts[3] = request.coupon().hash();
        parts[4] = request.share().hash();
        parts[5] = request.touch().hash();
        return this;
    }

    Fingerprint take(final long order, final long amountFen) {
        parts[0] = order;
        parts[1] = amountFen;
        return this;
    }

    Fingerprint take(final RefundRequest request) {
        parts[0] = request.order();
        parts[1] = request.lines().hash();
        parts[2] = request.returned().code();
        parts[3] = request.completed();
        return this;
    }

    long part(final int index) {
        return parts[index];
    }

    /** The first field in which the remembered request differs, NONE when it is the same. */
    BodyField differenceTo(final Answer answer) {
        for (int i = 0; i < fields.length; i++) {
            if (answer.part(i) != parts[i]) {
                return fields[i];
            }
        }
        return BodyField.NONE;
    }
}
