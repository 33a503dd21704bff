package io.sluice.engine.core;

/**
 * Orders that will be paid or come to nothing, with their lines, credits, coupons and what was earned of them, and coupons
 * that orders will use: a look at each, in the stages of {@link Foresight}. One thread, the core's.
 */
final class ForeseenOrders {
    private final OrderTable orders;
    private final CouponTable coupons;
    private final CommissionTable commissions;
    private final ViewerUnits units;
    private final Brand brand;
    private final long[] numbers = new long[Foresight.PLACES];
    private final long[] returns = new long[Foresight.PLACES];
    private final long[] couponNumbers = new long[2 * Foresight.PLACES];
    private int count;
    private int returnCount;
    private int couponCount;

    ForeseenOrders(
            final OrderTable orders,
            final CouponTable coupons,
            final CommissionTable commissions,
            final ViewerUnits units,
            final Brand brand) {
        this.orders = orders;
        this.coupons = coupons;
        this.commissions = commissions;
        this.units = units;
        this.brand = brand;
    }

    void add(final long number) {
        if (count < numbers.length) {
            numbers[count++] = number;
        }
    }

    void addReturn(final long number) {
        add(number);
        if (returnCount < returns.length) {
            returns[returnCount++] = number;
        }
    }

    void addCoupon(final long number) {
        if (couponCount < Foresight.PLACES) {
            couponNumbers[couponCount++] = number;
        }
    }

    /** Looks where so many new orders will lie, and what is earned of those that will be paid; means nothing. */
    long lookAhead(final int newOrders) {
        return orders.lookAhead(newOrders) + commissions.lookAhead(count);
    }

    long lookAtOrders() {
        long seen = 0;
        for (int i = 0; i < count; i++) {
            seen += orders.lookAt(numbers[i]);
        }
        return seen;
    }

    /** Looks at what orders point at, which were looked at; means nothing. */
    long lookBehind() {
        long seen = 0;
        for (int i = 0; i < count; i++) {
            seen += orders.lookBehind(numbers[i]) + commissions.lookAt(numbers[i]);
        }
        return seen;
    }

    /** Looks at what orders and their lines name, forgets all and means nothing. */
    long lookAtNamed() {
        long seen = 0;
        for (int i = 0; i < returnCount; i++) {
            seen += lookAtUnits(orders.find(returns[i]));
        }
        for (int i = 0; i < count; i++) {
            seen += lookAtNamed(orders.find(numbers[i]));
        }
        for (int i = 0; i < couponCount; i++) {
            seen += coupons.lookAt(couponNumbers[i]);
        }
        count = 0;
        returnCount = 0;
        couponCount = 0;
        return seen;
    }

    private long lookAtUnits(final Order order) {
        return order == null
                ? 0
                : units.lookAt(PairTable.hash(order.viewer(), order.line(0).offer()));
    }

    /** Guide and group at once; the coupon stands in line with those of the new orders. */
    private long lookAtNamed(final Order order) {
        if (order == null) {
            return 0;
        }
        if (order.hasCoupon()) {
            couponNumbers[couponCount++] = order.coupon();
        }
        return brand.lookAtIds(order.guide(), order.group());
    }
}
