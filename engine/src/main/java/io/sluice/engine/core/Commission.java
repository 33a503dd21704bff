package io.sluice.engine.core;

import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.ProtocolLimits;

/**
 * Decides who earns what when an order is paid, line by line, of what a line costs less a coupon's part, and takes it back when units are refunded. Of a line, the
 * shares in basis points are rounded down and what is left of their sum goes, fen by fen, to those that lost most by it
 * (largest remainder; of equals to the first), so that together they are what their sum is of the line. Then come the fixed
 * parts, then the caps; and if a line cannot bear them all, the last payees go short. Nobody earns of what they buy.
 */
final class Commission {
    private static final int PAYEES = Payee.ALL.size();

    private final CommissionPlans plans;
    private final CommissionTable table;
    private final Catalogue catalogue;
    private final Brand brand;
    private final Attribution attribution = new Attribution();
    private final long[] who = new long[PAYEES];
    private final long[] shares = new long[PAYEES];
    private final long[] remainders = new long[PAYEES];
    private final long[] earned = new long[PAYEES];

    Commission(final CommissionPlans plans, final CommissionTable table, final Catalogue catalogue, final Brand brand) {
        this.plans = plans;
        this.table = table;
        this.catalogue = catalogue;
        this.brand = brand;
    }

    /** What is earned of an order that is paid now. An order that no policy attributed earns nobody anything. */
    void earn(final Order order, final Decision decision) {
        order.show(attribution);
        if (plans.isEmpty() || attribution.policyVersion() == 0) {
            return;
        }
        findPayees(order);
        for (int i = 0; i < PAYEES; i++) {
            earned[i] = 0;
            decision.commission().who(Payee.ALL.get(i), who[i]);
        }
        for (int line = 0; line < order.lines(); line++) {
            earnLine(order, line, decision);
        }
        table.keep(order.number(), decision.commission());
    }

    /** What goes back with {@code units} of a line, which have been refunded just now. */
    void takeBack(final Order order, final int line, final int units, final Decision decision) {
        final OrderLine refunded = order.line(line);
        final int after = refunded.refunded();
        table.takeBack(order.number(), line, after - units, after, refunded.quantity(), decision.commission());
    }

    /** What is left of what was earned of an order. */
    void show(final Order order, final Decision decision) {
        for (int i = 0; i < order.lines(); i++) {
            final OrderLine line = order.line(i);
            table.showLeft(order.number(), i, line.refunded(), line.quantity(), decision.commission());
        }
    }

    private void findPayees(final Order order) {
        final Group group = brand.group(attribution.group());
        final Guide guide = brand.guide(attribution.guide());
        final Guide host = catalogue.room(order.room()).hostGuide();
        final long owner = group == null ? 0 : group.owner();
        who[Payee.STORE.ordinal()] = attribution.store();
        // Who the guide is as a viewer may have become known since the order was placed.
        who[Payee.GUIDE.ordinal()] = guide == null || guide.viewer() == order.viewer() ? 0 : guide.id();
        who[Payee.GROUP_OWNER.ordinal()] = owner == order.viewer() ? 0 : owner;
        who[Payee.INVITER.ordinal()] = attribution.inviter();
        who[Payee.SECOND_INVITER.ordinal()] = attribution.secondInviter();
        who[Payee.HOST.ordinal()] = host != null && host.mayBring(order.viewer()) ? host.id() : 0;
    }

    private void earnLine(final Order order, final int index, final Decision decision) {
        final long discountFen = order.discountFen(index);
        final OrderLine line = order.line(index);
        final CommissionPlan plan = plans.of(catalogue.offer(line.offer()));
        if (plan == null) {
            return;
        }
        final long costsFen = line.unitPriceFen() * line.quantity() - discountFen;
        shareOut(plan, costsFen);
        addFixed(plan, line.quantity());
        cap(plan);
        cut(costsFen);
        decision.commission().add(index, plan.version(), decision.timeMs() + plan.returnWindowMs());
        for (int i = 0; i < PAYEES; i++) {
            earned[i] += shares[i];
            decision.commission().amount(Payee.ALL.get(i), shares[i]);
        }
    }

    /** In parts of ten thousand, so that no product of money and basis points leaves 63 bits. */
    private void shareOut(final CommissionPlan plan, final long costsFen) {
        final long whole = ProtocolLimits.WHOLE_BASIS_POINTS;
        final long tenThousands = costsFen / whole;
        final long rest = costsFen % whole;
        long sum = 0;
        long given = 0;
        for (int i = 0; i < PAYEES; i++) {
            final long basisPoints = who[i] == 0 ? 0 : plan.basisPoints(Payee.ALL.get(i));
            sum += basisPoints;
            shares[i] = tenThousands * basisPoints + rest * basisPoints / whole;
            remainders[i] = rest * basisPoints % whole;
            given += shares[i];
        }
        for (long left = tenThousands * sum + rest * sum / whole - given; left > 0; left--) {
            final int next = largestRemainder();
            shares[next]++;
            remainders[next] = 0;
        }
    }

    private int largestRemainder() {
        int largest = 0;
        for (int i = 1; i < PAYEES; i++) {
            if (remainders[i] > remainders[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private void addFixed(final CommissionPlan plan, final int quantity) {
        for (int i = 0; i < PAYEES; i++) {
            shares[i] += who[i] == 0 ? 0 : plan.fixedFen(Payee.ALL.get(i)) * quantity;
        }
    }

    /** A cap is of the order: what earlier lines gave counts. */
    private void cap(final CommissionPlan plan) {
        for (int i = 0; i < PAYEES; i++) {
            final long most = plan.capFen(Payee.ALL.get(i));
            if (most > 0) {
                shares[i] = Math.min(shares[i], Math.max(0, most - earned[i]));
            }
        }
    }

    private void cut(final long costsFen) {
        long left = costsFen;
        for (int i = 0; i < PAYEES; i++) {
            shares[i] = Math.min(shares[i], left);
            left -= shares[i];
        }
    }
}
