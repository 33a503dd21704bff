package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.RecordFlyweight;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is paid, refunded and paid out, the ledger says what the records' bytes say, to the fen. */
class LedgerPropertyTest {
    private static final int RECORDS = 100;
    private static final int PEOPLE = 4;
    private static final int ROOMY = 1_000_000;

    private final CommissionRecords records = new CommissionRecords();
    private final List<RecordFlyweight> history = new ArrayList<>();
    private final Ledger ledger = new Ledger(1, ROOMY);
    private final RawCommission raw = new RawCommission();
    private Random random;
    private long nowMs;
    private long payouts;

    @Property(tries = 25)
    void theLedgerIsWhatTheRecordsAddUpTo(@ForAll final long seed) {
        random = new Random(seed);
        for (int i = 0; i < RECORDS; i++) {
            nowMs += random.nextInt(10);
            happen();
            assertThat(ledger.trialBalance().sumFen()).isZero();
        }

        assertThat(ledger.trialBalance().expenseFen()).isEqualTo(-raw.earnedFen());
        assertThat(ledger.trialBalance().paidOutFen()).isEqualTo(raw.paidFen());
        for (long payout = 1; payout <= payouts; payout++) {
            assertThat(lines(payout)).isEqualTo(raw.payout(payout));
        }
        assertSameBalances(ledger);
        assertSameBalances(rebuilt());
    }

    private void assertSameBalances(final Ledger checked) {
        for (final AccountKind kind : AccountKind.values()) {
            for (long id = 1; id <= PEOPLE; id++) {
                final LedgerAccount account = checked.account(kind, id);
                for (long atMs = nowMs - 20; atMs <= nowMs + 60; atMs += 20) {
                    assertThat(account == null ? Balance.NOTHING : checked.balance(account, atMs))
                            .isEqualTo(raw.balance(kind + " " + id, atMs));
                }
            }
        }
    }

    private Ledger rebuilt() {
        final Ledger again = new Ledger(1, ROOMY);
        history.forEach(again::apply);
        assertThat(again.trialBalance()).isEqualTo(ledger.trialBalance());
        assertThat(again.postings()).isEqualTo(ledger.postings());
        return again;
    }

    private void happen() {
        records.at(nowMs, Math.max(0, nowMs + random.nextInt(100) - 50));
        for (final Payee payee : Payee.ALL) {
            records.payee(payee, 1 + random.nextInt(PEOPLE));
        }
        switch (random.nextInt(8)) {
            case 0 -> take(records.likes());
            case 1 -> payOut();
            case 2, 3 -> take(records.refunded(1 + random.nextInt(50), amounts(-1)));
            default -> take(records.paid(1 + random.nextInt(50), amounts(1)));
        }
    }

    private void payOut() {
        payouts++;
        take(records.opened(payouts, Math.max(0, nowMs - random.nextInt(30))));
        if (random.nextInt(3) == 0) {
            take(records.becomes(payouts, PayoutState.CANCELLED));
        } else {
            take(records.becomes(payouts, PayoutState.APPROVED));
            take(records.paid(1, amounts(1)));
            take(records.becomes(payouts, PayoutState.PAID));
        }
    }

    private void take(final RecordFlyweight record) {
        history.add(record);
        ledger.apply(record);
        raw.add(record);
    }

    private Map<Payee, long[]> amounts(final int sign) {
        final int lines = 1 + random.nextInt(3);
        final Map<Payee, long[]> amounts = new EnumMap<>(Payee.class);
        for (final Payee payee : Payee.ALL) {
            amounts.put(
                    payee, random.longs(lines, 0, 1_000).map(fen -> sign * fen).toArray());
        }
        return amounts;
    }

    private Map<String, Long> lines(final long id) {
        final LedgerPayout payout = ledger.payout(id);
        final Map<String, Long> lines = new TreeMap<>();
        for (int i = 0; i < payout.size(); i++) {
            lines.put(payout.account(i).kind() + " " + payout.account(i).id(), payout.amountFen(i));
        }
        return lines;
    }
}
