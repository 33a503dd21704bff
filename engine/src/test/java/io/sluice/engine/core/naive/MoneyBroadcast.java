package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Commission's part of an evening: plans of all scopes for the same few offers, with shares that leave remainders, caps
 * that are met and lines that cannot bear them; and payouts that get in each other's way.
 */
final class MoneyBroadcast {
    private static final int PAYEES = 6;
    private static final int CATEGORIES = 2;
    private static final int PAYOUTS = 4;

    private final Random random;
    private final LongSupplier clockMs;

    MoneyBroadcast(final Random random, final LongSupplier clockMs) {
        this.random = random;
        this.clockMs = clockMs;
    }

    /** Tells how often each of its commands comes. */
    void takeTurns(final BiConsumer<Integer, Supplier<Command>> wheel) {
        wheel.accept(5, this::putPlan);
        wheel.accept(2, this::classifyItem);
        wheel.accept(3, this::openPayout);
        wheel.accept(4, this::changePayoutState);
    }

    /** Mostly there is a plan when the doors open. */
    List<Command> opening() {
        return rarely(3) ? List.of() : List.of(new Command.PutCommissionPlan(PlanScope.BRAND, 0, 1_000, shares()));
    }

    private Command putPlan() {
        final PlanScope scope = PlanScope.values()[random.nextInt(PlanScope.values().length)];
        final long target =
                switch (scope) {
                    case BRAND -> rarely(30) ? 1 : 0;
                    case CATEGORY -> rarely(30) ? 0 : 1 + random.nextInt(CATEGORIES);
                    case OFFER -> rarely(30) ? ProtocolLimits.MAX_ID + 1 : 1 + random.nextInt(4);
                };
        final long windowMs = rarely(30) ? -1 : rarely(30) ? ProtocolLimits.MAX_POLICY_MS + 1 : random.nextInt(5_000);
        return new Command.PutCommissionPlan(rarely(40) ? null : scope, target, windowMs, shares());
    }

    /** At times none, at times one payee twice, at times more than the whole. */
    private List<Command.Share> shares() {
        final List<Integer> payees = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6));
        Collections.shuffle(payees, random);
        final List<Command.Share> shares = new ArrayList<>();
        for (final int payee : payees.subList(0, random.nextInt(PAYEES + 1))) {
            shares.add(share(rarely(200) ? oneOf(0, PAYEES + 1) : payee));
        }
        if (!shares.isEmpty() && rarely(30)) {
            shares.add(shares.get(0));
        }
        return List.copyOf(shares);
    }

    private Command.Share share(final int payee) {
        return new Command.Share(
                payee,
                rarely(200) ? oneOf(-1, 10_001) : random.nextInt(rarely(3) ? 5_001 : 1_900),
                rarely(200) ? -1 : rarely(4) ? random.nextInt(150) : 0,
                rarely(200) ? ProtocolLimits.MAX_PRICE_FEN + 1 : rarely(3) ? 1 + random.nextInt(120) : 0);
    }

    private Command classifyItem() {
        return new Command.ClassifyItem(
                1 + random.nextInt(4),
                rarely(20) ? -1 : random.nextInt(CATEGORIES + 1),
                rarely(20) ? null : ItemKind.values()[random.nextInt(ItemKind.values().length)]);
    }

    private Command openPayout() {
        final long nowMs = clockMs.getAsLong();
        final long untilMs = rarely(20) ? -1 : rarely(6) ? nowMs + 5_000 : rarely(2) ? 7 : nowMs - random.nextInt(5);
        return new Command.OpenPayout(rarely(20) ? 0 : payout(), untilMs);
    }

    private Command changePayoutState() {
        final PayoutState next = PayoutState.values()[random.nextInt(PayoutState.values().length)];
        return new Command.ChangePayoutState(payout(), rarely(20) ? null : next);
    }

    private long payout() {
        return 1L + random.nextInt(PAYOUTS);
    }

    private boolean rarely(final int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private int oneOf(final int first, final int second) {
        return random.nextBoolean() ? first : second;
    }
}
