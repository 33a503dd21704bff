package io.sluice.engine.core;

import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.Arrays;

/**
 * The viewers' points: what brings how many, who has how many, and the commands on them. What follows from other commands is
 * decided with those and stands in their records; where a table is full that brings nothing, and refuses nobody anything else.
 */
public final class Points {
    /** Of this much money are a purchase's points said. */
    private static final long PURCHASE_UNIT_FEN = 10_000;

    /** Days begin at midnight of China's time. */
    private static final long DAY_OFFSET_MS = 8 * 3_600_000L;

    private static final long DAY_MS = 86_400_000L;
    /** In place of the second of a pair: the table is by the first alone. */
    private static final long ALONE = 0;

    private final PointRule[] rules = new PointRule[PointReason.values().length];
    private final PointTable table;
    private final DayTable days;
    private final CountTable referred = new CountTable();
    private final PairTable entryOfOrder;
    private final PairTable entryOfKey;

    /** Without any, with memory set aside for moves of as many orders, keys and viewers. */
    Points(final CoreReserves reserves) {
        table = new PointTable(reserves.keys(), reserves.viewerOffers(), CoreLimits.DEFAULT.maxKeys());
        days = new DayTable(reserves.viewerOffers());
        entryOfOrder = new PairTable((int) reserves.orders());
        entryOfKey = new PairTable(reserves.keys());
        Arrays.fill(rules, PointRule.NONE);
    }

    /** What a reason brings. */
    public PointRule rule(final PointReason reason) {
        return rules[reason.ordinal()];
    }

    /** Says what a reason brings from now on; {@code reason} is null when the command named none that exists. */
    public void putRule(final PointReason reason, final PointRule rule, final Decision decision) {
        if (reason == null || !reason.hasRule() || !isValid(rule)) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else {
            rules[reason.ordinal()] = rule;
            decision.accept(Outcome.ACCEPTED);
        }
    }

    /**
     * Gives a viewer what the rule of a reason says; the decision's detail is how many, 0 past the day's cap. The same key of
     * the viewer is repeated once it has brought something.
     */
    public void award(final long viewer, final PointReason reason, final Ascii key, final Decision decision) {
        if (!Brand.isId(viewer) || reason == null || !reason.isAwarded() || !key.isValid() || key.length() == 0) {
            decision.refuse(Outcome.COMMAND_INVALID);
            return;
        }
        final PointEntry first = table.at(entryOfKey.get(viewer, key.hash()));
        final boolean isKnown = first != null && first.isOfKey(key);
        if (isKnown && first.reason() != reason) {
            decision.refuse(Outcome.KEY_REUSED, BodyField.REASON.code());
        } else if (isKnown) {
            decision.accept(Outcome.REPEATED).detail(first.points());
        } else if (!table.hasRoomFor(1)) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            final PointEntry entry = earn(viewer, reason, rule(reason).points(), decision);
            if (entry != null) {
                entry.key(key);
                entryOfKey.put(viewer, key.hash(), entry.number());
            }
            decision.accept(Outcome.ACCEPTED).detail(entry == null ? 0 : entry.points());
        }
    }

    /** Shows a viewer's balance and newest moves. Changes nothing. */
    public void show(final long viewer, final long before, final long nowMs, final PointPage page) {
        page.show(viewer, before, nowMs, table);
    }

    /** A viewer's comment was let into a room. */
    void onComment(final long viewer, final Decision decision) {
        earn(viewer, PointReason.COMMENT, rule(PointReason.COMMENT).points(), decision);
    }

    /** A viewer came by the code of somebody who is the inviter from now on. */
    void onInvited(final long inviter, final Decision decision) {
        earn(inviter, PointReason.SHARE, rule(PointReason.SHARE).points(), decision);
    }

    /** An order was paid: for its buyer, and for the inviter of one who had not bought by that inviter before. */
    void onPurchase(final Order order, final Decision decision) {
        // What is more than that brings the most there may be anyway; the product stays within 63 bits.
        final long units = Math.min(order.totalFen() / PURCHASE_UNIT_FEN, ProtocolLimits.MAX_POINTS);
        final long points = Math.min(units * rule(PointReason.PURCHASE).points(), ProtocolLimits.MAX_POINTS);
        final PointEntry bought = earn(order.viewer(), PointReason.PURCHASE, (int) points, decision);
        if (bought != null) {
            bought.order(order.number());
            entryOfOrder.put(order.number(), ALONE, bought.number());
        }
        final long inviter = order.inviter();
        if (inviter != 0 && rule(PointReason.REFERRAL).points() > 0 && referred.get(inviter, order.viewer()) == 0) {
            referred.add(inviter, order.viewer(), 1);
            earn(inviter, PointReason.REFERRAL, rule(PointReason.REFERRAL).points(), decision);
        }
    }

    /** Some of an order was refunded: the purchase's points go back in the same part. */
    void onRefund(final Order order, final long refundedBeforeFen, final Decision decision) {
        final PointEntry bought = table.at(entryOfOrder.get(order.number(), ALONE));
        if (bought == null || !table.hasRoomFor(1)) {
            return;
        }
        final long earned = bought.points();
        final long points = Portion.of(earned, order.refundedFen(), order.totalFen())
                - Portion.of(earned, refundedBeforeFen, order.totalFen());
        if (points > 0) {
            table.take(order.viewer(), PointReason.TAKEN_BACK, points, decision).order(order.number());
        }
    }

    /** Whether it can be noted that so many are spent. */
    boolean hasRoomFor(final int points) {
        return points == 0 || table.hasRoomFor(1);
    }

    /** Whether a viewer cannot pay so many; decides a refusal then. */
    boolean refuses(final long viewer, final int points, final Decision decision) {
        final long balance = points > 0 ? table.balanceOf(viewer, decision.timeMs()) : 0;
        return balance < points && decision.refuseLine(Outcome.POINTS_TOO_FEW, Decision.NO_LINE, balance);
    }

    /** Takes what a coupon costs; the caller has asked {@link #hasRoomFor} and {@link #refuses}. */
    void spend(final long viewer, final int points, final Decision decision) {
        if (points > 0) {
            table.take(viewer, PointReason.SPENT, points, decision);
        }
    }

    void limits(final CoreLimits limits) {
        table.capacity(limits.maxKeys());
    }

    boolean isEmpty() {
        return table.isEmpty() && Arrays.stream(rules).allMatch(PointRule.NONE::equals);
    }

    void save(final StateOutput output) {
        for (final PointRule rule : rules) {
            output.putInt(rule.points());
            output.putInt(rule.dailyCap());
            output.putLong(rule.validMs());
        }
        table.save(output);
        days.save(output);
        referred.save(output);
    }

    void load(final StateInput input) {
        for (int i = 0; i < rules.length; i++) {
            rules[i] = new PointRule(input.getInt(), input.getInt(), input.getLong());
        }
        table.load(input);
        days.load(input);
        referred.load(input);
    }

    /** Makes findable what was loaded. */
    void index() {
        table.index();
        days.index();
        referred.index();
        for (long number = 1; number <= table.size(); number++) {
            final PointEntry entry = table.at(number);
            if (entry.reason() == PointReason.PURCHASE) {
                entryOfOrder.put(entry.order(), ALONE, number);
            }
            if (entry.keyHash() != 0) {
                entryOfKey.put(entry.viewer(), entry.keyHash(), number);
            }
        }
    }

    /** Books what a reason brings, or less where the day's cap is reached; null when that is nothing. */
    private PointEntry earn(final long viewer, final PointReason reason, final int points, final Decision decision) {
        if (points == 0 || !table.hasRoomFor(1)) {
            return null;
        }
        final PointRule rule = rule(reason);
        final long day = (decision.timeMs() + DAY_OFFSET_MS) / DAY_MS;
        final int allowed =
                rule.dailyCap() == 0 ? points : days.take(viewer, reason.code(), day, points, rule.dailyCap());
        if (allowed == 0) {
            return null;
        }
        final long expiresAtMs = rule.validMs() == 0 ? Long.MAX_VALUE : decision.timeMs() + rule.validMs();
        return table.earn(viewer, reason, allowed, expiresAtMs, decision);
    }

    private static boolean isValid(final PointRule rule) {
        return CampaignTerms.isBetween(0, rule.points(), ProtocolLimits.MAX_POINTS)
                && CampaignTerms.isBetween(0, rule.dailyCap(), ProtocolLimits.MAX_POINTS)
                && CampaignTerms.isBetween(0, rule.validMs(), ProtocolLimits.MAX_POLICY_MS);
    }
}
