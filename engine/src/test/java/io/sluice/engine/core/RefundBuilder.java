package io.sluice.engine.core;

import io.sluice.engine.protocol.ReturnedStock;
import java.util.ArrayList;
import java.util.List;

/** A refund in a test. Left alone it is the whole of the order, back on sale. */
final class RefundBuilder {
    private final long order;
    private final String reference;
    private final List<Line> lines = new ArrayList<>();
    private ReturnedStock returned = ReturnedStock.RETURN;
    private long completed;
    private boolean recordedBefore;

    private RefundBuilder(final long order, final String reference) {
        this.order = order;
        this.reference = reference;
    }

    /** A refund of an order under a reference of the provider. */
    static RefundBuilder refund(final long order, final String reference) {
        return new RefundBuilder(order, reference);
    }

    /** One line more. */
    RefundBuilder of(final long offer, final int quantity) {
        lines.add(new Line(offer, quantity));
        return this;
    }

    RefundBuilder writtenOff() {
        return returning(ReturnedStock.WRITE_OFF);
    }

    RefundBuilder returning(final ReturnedStock newReturned) {
        returned = newReturned;
        return this;
    }

    /** What an operator asked for and is done by it. */
    RefundBuilder completing(final long request) {
        completed = request;
        return this;
    }

    /** As the schema's fifth version knew it. */
    RefundBuilder recordedBefore() {
        recordedBefore = true;
        return this;
    }

    RefundRequest build() {
        final RefundRequest request = new RefundRequest().set(order, returned).completes(completed);
        if (recordedBefore) {
            request.recordedBefore();
        }
        request.reference().set(reference);
        lines.forEach(line -> request.lines().add(line.offer(), line.quantity()));
        return request;
    }

    private record Line(long offer, int quantity) {}
}
