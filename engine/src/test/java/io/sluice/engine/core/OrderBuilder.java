package io.sluice.engine.core;

import java.util.ArrayList;
import java.util.List;

/** An order in a test. Left alone it is one unit of the shop's offer for the shop's viewer, under a key of its own. */
final class OrderBuilder {
    private final List<Line> lines = new ArrayList<>();
    private long viewer = Shop.VIEWER;
    private long room = Shop.ROOM;
    private long expectedTotalFen = OrderRequest.NO_EXPECTED_TOTAL;
    private String key;
    private String coupon = "";
    private String share = "";
    private long[] touch = new long[4];

    private OrderBuilder(final String key) {
        this.key = key;
    }

    /** An order under this key. */
    static OrderBuilder order(final String key) {
        return new OrderBuilder(key);
    }

    OrderBuilder by(final long newViewer) {
        viewer = newViewer;
        return this;
    }

    OrderBuilder in(final long newRoom) {
        room = newRoom;
        return this;
    }

    /** One line more. */
    OrderBuilder of(final long offer, final int quantity) {
        lines.add(new Line(offer, quantity));
        return this;
    }

    OrderBuilder underKey(final String newKey) {
        key = newKey;
        return this;
    }

    OrderBuilder withCoupon(final String newCoupon) {
        coupon = newCoupon;
        return this;
    }

    OrderBuilder sharedBy(final String newShare) {
        share = newShare;
        return this;
    }

    OrderBuilder touchedBy(final long store, final long guide, final long group, final long inviter) {
        touch = new long[] {store, guide, group, inviter};
        return this;
    }

    OrderBuilder expecting(final long totalFen) {
        expectedTotalFen = totalFen;
        return this;
    }

    OrderRequest build() {
        final OrderRequest request = new OrderRequest().set(viewer, room, expectedTotalFen);
        request.key().set(key);
        request.coupon().set(coupon);
        request.share().set(share);
        request.touch().set(touch[0], touch[1], touch[2], touch[3]);
        if (lines.isEmpty()) {
            request.lines().add(Shop.OFFER, 1);
        }
        lines.forEach(line -> request.lines().add(line.offer(), line.quantity()));
        return request;
    }

    private record Line(long offer, int quantity) {}
}
