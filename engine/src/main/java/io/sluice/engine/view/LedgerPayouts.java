package io.sluice.engine.view;

import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.RecordFlyweight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/** The payouts of a {@link Ledger}. On the ledger's thread. */
final class LedgerPayouts {
    private static final Comparator<LedgerAccount> BY_KIND_AND_ID =
            Comparator.comparing(LedgerAccount::kind).thenComparingLong(LedgerAccount::id);

    private final Ledger ledger;
    private final List<LedgerPayout> all = new ArrayList<>();
    private final Long2ObjectHashMap<LedgerPayout> byId = new Long2ObjectHashMap<>();
    private int lines;

    LedgerPayouts(final Ledger ledger) {
        this.ledger = ledger;
    }

    List<LedgerPayout> all() {
        return Collections.unmodifiableList(all);
    }

    LedgerPayout find(final long id) {
        return byId.get(id);
    }

    /** Lines of all payouts. */
    int lines() {
        return lines;
    }

    /**
     * Fixes what a payout pays: of each account what is payable by then, less all that was paid before. Who is left with
     * nothing, or owes, is not in it.
     */
    void open(final RecordFlyweight record, final long id, final long untilMs) {
        final long[] dueFen = ledger.payableFen(untilMs);
        final List<LedgerAccount> due = new ArrayList<>();
        for (final LedgerAccount account : ledger.allAccounts()) {
            dueFen[account.index()] -= account.paidFen();
            if (dueFen[account.index()] > 0) {
                due.add(account);
            }
        }
        if (!ledger.hasRoom(due.size())) {
            return;
        }
        due.sort(BY_KIND_AND_ID);
        final long[] amountsFen =
                due.stream().mapToLong(account -> dueFen[account.index()]).toArray();
        final LedgerPayout payout = new LedgerPayout(
                id, untilMs, record.sequence(), record.timeMs(), due.toArray(LedgerAccount[]::new), amountsFen);
        all.add(payout);
        byId.put(id, payout);
        lines += payout.size();
    }

    /** Moves a payout on, and books it when it was paid; one that was opened before the ledger begins is passed over. */
    void changeState(final RecordFlyweight record, final long id, final PayoutState next) {
        final LedgerPayout payout = byId.get(id);
        if (payout == null || (next == PayoutState.PAID && !ledger.hasRoom(payout.size()))) {
            return;
        }
        payout.become(next, record.sequence(), record.timeMs());
        if (next == PayoutState.PAID) {
            for (int i = 0; i < payout.size(); i++) {
                ledger.pay(payout.account(i), record, id, payout.amountFen(i));
            }
        }
    }
}
