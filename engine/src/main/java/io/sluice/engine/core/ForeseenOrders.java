package io.sluice.engine.core;

/**
 * Orders that will be paid or come to nothing, with their lines, credits, coupons and what was earned of them, and coupons
 * that orders will use, in the stages of {@link Foresight}. One thread, the core's.
 */
final class ForeseenOrders {
    private final OrderTable orders;
    private final CouponTable coupons;
    private final CommissionTable commissions;
    private final ViewerUnits units;
    private final Brand brand;
    private final long[] numbers = new long[Foresight.PLACES];
    private final long[] returns = new long[Foresight.PLACES];
    private final long[] couponNumbers = new long[Foresight.PLACES];
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
        if (couponCount < couponNumbers.length) {
            couponNumbers[couponCount++] = number;
        }
    }

    /** Adds where so many new orders will lie, and what is earned of those that will be paid. */
    void addNext(final int newOrders, final Looks looks) {
        orders.addNext(newOrders, looks);
        commissions.addNext(count, looks);
    }

    void addOrders(final Looks looks) {
        for (int i = 0; i < count; i++) {
            orders.addOrder(numbers[i], looks);
            commissions.addIndex(numbers[i], looks);
        }
        for (int i = 0; i < couponCount; i++) {
            coupons.addCoupon(couponNumbers[i], looks);
        }
    }

    /** Adds what orders point at, which were looked at. */
    void addBehind(final Looks looks) {
        for (int i = 0; i < count; i++) {
            orders.addBehind(numbers[i], looks);
        }
    }

    /** Adds what orders and their lines name, looks at their guides and groups, and forgets all; means nothing. */
    long lookAtNamed(final Looks looks) {
        for (int i = 0; i < returnCount; i++) {
            addUnits(orders.find(returns[i]), looks);
        }
        long seen = 0;
        for (int i = 0; i < count; i++) {
            seen += lookAtNamed(orders.find(numbers[i]), looks);
        }
        count = 0;
        returnCount = 0;
        couponCount = 0;
        return seen;
    }

    private void addUnits(final Order order, final Looks looks) {
        if (order != null) {
            units.addPlace(PairTable.hash(order.viewer(), order.line(0).offer()), looks);
        }
    }

    private long lookAtNamed(final Order order, final Looks looks) {
        if (order == null) {
            return 0;
        }
        coupons.addCoupon(order.coupon(), looks);
        return brand.lookAtIds(order.guide(), order.group());
    }
}
