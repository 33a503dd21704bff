package io.sluice.engine.core.naive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What is earned of an order, by the rules in words: in exact fractions, of which whole fen are made at the end. */
final class NaiveCommission {
    private static final int PAYEES = 6;

    private final NaivePlans plans;
    private final NaiveBrand brand;

    NaiveCommission(final NaivePlans plans, final NaiveBrand brand) {
        this.plans = plans;
        this.brand = brand;
    }

    /** What is earned of an order that is paid now. */
    Verdict.Commission earn(final NaiveOrder order, final long nowMs) {
        if (order.attribution.policyVersion() == 0) {
            return Verdict.Commission.NONE;
        }
        final List<Long> who = payeesOf(order);
        final List<Verdict.Earned> lines = new ArrayList<>();
        for (int i = 0; i < order.lines.size(); i++) {
            final NaivePlans.Plan plan = plans.of(order.lines.get(i).offer);
            if (plan != null) {
                final List<Long> amountsFen = amountsOf(order.lines.get(i), plan, who, lines);
                lines.add(new Verdict.Earned(
                        i, plan.version(), nowMs + plan.command().returnWindowMs(), amountsFen));
                order.keptOfLines.put(i, amountsFen);
            }
        }
        order.earned = lines.isEmpty() ? Verdict.Commission.NONE : new Verdict.Commission(who, lines);
        return order.earned;
    }

    /** What goes back after a refund of some lines: all but the part of each line that is for the units that are kept. */
    Verdict.Commission takeBack(final NaiveOrder order, final List<NaiveOrder.NaiveLine> refunded) {
        final List<Verdict.Earned> taken = new ArrayList<>();
        for (final Verdict.Earned earned : order.earned.lines()) {
            final NaiveOrder.NaiveLine line = order.lines.get(earned.line());
            if (refunded.contains(line)) {
                final List<Long> before = order.keptOfLines.get(earned.line());
                final List<Long> after = earned.amountsFen().stream()
                        .map(fen -> partOf(fen, line.kept(), line.quantity))
                        .toList();
                order.keptOfLines.put(earned.line(), after);
                taken.add(new Verdict.Earned(
                        earned.line(), earned.planVersion(), earned.payableAtMs(), differences(after, before)));
            }
        }
        return taken.isEmpty() ? Verdict.Commission.NONE : new Verdict.Commission(order.earned.who(), taken);
    }

    /** Ids of the payees; 0 for nobody, and in place of the buyer. */
    private List<Long> payeesOf(final NaiveOrder order) {
        final Verdict.Attribution attribution = order.attribution;
        final long buyer = order.command.viewer();
        final NaiveBrand.Guide guide = brand.guides.get(attribution.guide());
        final NaiveBrand.Group group = brand.groups.get(attribution.group());
        final NaiveBrand.Host host = brand.hosts.get(order.command.room());
        return List.of(
                attribution.store(),
                guide == null || guide.viewer() == buyer ? 0 : guide.id(),
                group == null || group.owner() == buyer ? 0 : group.owner(),
                attribution.inviter(),
                attribution.secondInviter(),
                host == null || !brand.mayBring(host.guide(), buyer) ? 0 : host.guide());
    }

    private static List<Long> amountsOf(
            final NaiveOrder.NaiveLine line,
            final NaivePlans.Plan plan,
            final List<Long> who,
            final List<Verdict.Earned> before) {
        final List<BigInteger> parts = parts(BigDecimal.valueOf(line.costsFen()), plan, who);
        BigInteger left = BigInteger.valueOf(line.costsFen());
        final List<Long> amounts = new ArrayList<>();
        for (int i = 0; i < PAYEES; i++) {
            final Command.Share share = plan.shareOf(i + 1);
            final int payee = i;
            BigInteger amount = parts.get(i);
            if (who.get(i) != 0) {
                amount = amount.add(BigInteger.valueOf(share.fixedFen()).multiply(BigInteger.valueOf(line.quantity)));
            }
            if (share.capFen() > 0) {
                final long earlier = before.stream()
                        .mapToLong(each -> each.amountsFen().get(payee))
                        .sum();
                amount = amount.min(BigInteger.valueOf(share.capFen() - earlier).max(BigInteger.ZERO));
            }
            amount = amount.min(left);
            left = left.subtract(amount);
            amounts.add(amount.longValueExact());
        }
        return List.copyOf(amounts);
    }

    /** The parts in whole fen: together they are what their exact sum is in whole fen. */
    private static List<BigInteger> parts(final BigDecimal costsFen, final NaivePlans.Plan plan, final List<Long> who) {
        final List<BigDecimal> exact = IntStream.range(0, PAYEES)
                .mapToObj(i -> who.get(i) == 0 ? 0 : plan.shareOf(i + 1).basisPoints())
                .map(basisPoints -> costsFen.multiply(BigDecimal.valueOf(basisPoints, 4)))
                .toList();
        final List<BigInteger> whole =
                new ArrayList<>(exact.stream().map(NaiveCommission::floor).toList());
        final BigInteger sum = floor(exact.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        final int left = sum.subtract(whole.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        final Comparator<Integer> byRemainder =
                Comparator.comparing(i -> exact.get(i).subtract(new BigDecimal(whole.get(i))));
        final List<Integer> byLoss =
                new ArrayList<>(IntStream.range(0, PAYEES).boxed().toList());
        Collections.sort(byLoss, byRemainder.reversed());
        byLoss.subList(0, left).forEach(i -> whole.set(i, whole.get(i).add(BigInteger.ONE)));
        return whole;
    }

    private static BigInteger floor(final BigDecimal exact) {
        return exact.setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
    }

    private static long partOf(final long fen, final int units, final int all) {
        return BigInteger.valueOf(fen)
                .multiply(BigInteger.valueOf(units))
                .divide(BigInteger.valueOf(all))
                .longValueExact();
    }

    private static List<Long> differences(final List<Long> after, final List<Long> before) {
        return IntStream.range(0, PAYEES)
                .mapToObj(i -> after.get(i) - before.get(i))
                .toList();
    }
}
