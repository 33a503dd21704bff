package io.sluice.engine.core.naive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The books of commission, by double entry: what a payee earns is written to the payee's account and, with the other sign,
 * to the order's. It shares nothing with the rules but the orders' money, against which it is held.
 */
public final class NaiveLedger {
    private static final int ORDER = -1;

    private final NaiveBook book;
    private final Map<Account, Long> earnedFen = new HashMap<>();
    private final Map<Account, Long> takenBackFen = new HashMap<>();
    private final Map<Account, Long> balances = new HashMap<>();

    NaiveLedger(final NaiveBook book) {
        this.book = book;
    }

    /** Writes down what a verdict moves; answers the verdict. */
    Verdict booked(final Verdict verdict) {
        final long order = verdict.picture().number();
        final List<Long> who = verdict.commission().who();
        for (final Verdict.Earned line : verdict.commission().lines()) {
            for (int i = 0; i < who.size(); i++) {
                final long amountFen = line.amountsFen().get(i);
                if (amountFen != 0) {
                    write(new Account(i, who.get(i)), amountFen, amountFen > 0);
                    write(new Account(ORDER, order), -amountFen, amountFen > 0);
                }
            }
        }
        return verdict;
    }

    /**
     * Checks the books: all accounts together are nothing; an account is what was earned and what was taken back; nobody's
     * is below 0, nor written to for nobody; and no order costs more commission than is left of its money.
     */
    public void check() {
        require(balances.values().stream().mapToLong(Long::longValue).sum() == 0, "all accounts", balances);
        balances.forEach((account, balanceFen) -> {
            final long movedFen = earnedFen.getOrDefault(account, 0L) + takenBackFen.getOrDefault(account, 0L);
            require(movedFen == balanceFen, "earned and taken back", account);
            require((account.isOrders() ? -balanceFen : balanceFen) >= 0, "below 0", account);
            require(account.id() > 0, "nobody's", account);
        });
        for (final NaiveOrder order : book.orders) {
            final Account account = new Account(ORDER, order.number);
            require(-balances.getOrDefault(account, 0L) <= order.keptFen(), "more than its money", account);
        }
    }

    private void write(final Account account, final long amountFen, final boolean earned) {
        (earned ? earnedFen : takenBackFen).merge(account, amountFen, Long::sum);
        balances.merge(account, amountFen, Long::sum);
    }

    /** Checks run after every command; assertions that describe themselves before they fail would take most of the time. */
    private static void require(final boolean holds, final String what, final Object where) {
        if (!holds) {
            throw new AssertionError("the books of commission: " + what + ", " + where);
        }
    }

    /** A payee's, by the payee's place in their order, or an order's. */
    private record Account(int kind, long id) {
        boolean isOrders() {
            return kind == ORDER;
        }
    }
}
