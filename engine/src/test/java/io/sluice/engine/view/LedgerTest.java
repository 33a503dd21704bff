package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.RecordFlyweight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final long NOON = 1_000_000;
    private static final long PAYABLE = NOON + 1_000;
    private static final int ROOMY = 1_000;

    private final CommissionRecords records = new CommissionRecords();
    private Ledger ledger = new Ledger(1, ROOMY);

    @BeforeEach
    void nameThePayees() {
        records.at(NOON, PAYABLE)
                .payee(Payee.STORE, 1)
                .payee(Payee.GUIDE, 3)
                .payee(Payee.HOST, 3)
                .payee(Payee.GROUP_OWNER, 45)
                .payee(Payee.INVITER, 45)
                .payee(Payee.SECOND_INVITER, 46);
    }

    @Test
    void eachLineThatEarnsSomethingIsAPosting() {
        ledger.apply(records.paid(9, Map.of(Payee.STORE, new long[] {10, 20}, Payee.GUIDE, new long[] {0, 5})));

        assertThat(ledger.postings()).isEqualTo(3);
        assertThat(entries(AccountKind.STORE, 1)).containsExactly("STORE 9.1 20", "STORE 9.0 10");
        assertThat(entries(AccountKind.GUIDE, 3)).containsExactly("GUIDE 9.1 5");
    }

    @Test
    void aPersonHasOneAccountInWhateverRole() {
        ledger.apply(records.paid(
                9,
                Map.of(
                        Payee.GUIDE, new long[] {5},
                        Payee.HOST, new long[] {2},
                        Payee.GROUP_OWNER, new long[] {3},
                        Payee.INVITER, new long[] {4})));

        assertThat(ledger.account(AccountKind.GUIDE, 3).earnedFen()).isEqualTo(7);
        assertThat(ledger.account(AccountKind.VIEWER, 45).earnedFen()).isEqualTo(7);
        assertThat(ledger.accounts()).isEqualTo(2);
    }

    @Test
    void aStoreAndAGuideOfOneNumberAreTwoAccounts() {
        records.payee(Payee.STORE, 3);
        ledger.apply(records.paid(9, Map.of(Payee.GUIDE, new long[] {5}, Payee.STORE, new long[] {8})));

        assertThat(ledger.account(AccountKind.STORE, 3).earnedFen()).isEqualTo(8);
        assertThat(ledger.account(AccountKind.GUIDE, 3).earnedFen()).isEqualTo(5);
        assertThat(ledger.account(AccountKind.VIEWER, 3)).isNull();
    }

    @Test
    void commissionIsFrozenUpToItsMomentAndPayableFromItOn() {
        earn(3, 500);

        assertThat(balance(PAYABLE - 1)).isEqualTo(new Balance(500, 0, 0));
        assertThat(balance(PAYABLE)).isEqualTo(new Balance(0, 500, 0));
    }

    @Test
    void whatIsTakenBackWhileFrozenLeavesLessFrozen() {
        earn(3, 500);
        ledger.apply(records.refunded(9, Map.of(Payee.GUIDE, new long[] {-200})));

        assertThat(balance(NOON)).isEqualTo(new Balance(300, 0, 0));
        assertThat(balance(NOON).totalFen()).isEqualTo(300);
    }

    @Test
    void whatIsTakenBackAfterItWasPaidIsOwedAndCarried() {
        earn(3, 500);
        pay(1, PAYABLE);
        ledger.apply(records.refunded(9, Map.of(Payee.GUIDE, new long[] {-200})));
        assertThat(balance(PAYABLE)).isEqualTo(new Balance(0, -200, 500));

        ledger.apply(records.opened(2, PAYABLE));
        assertThat(ledger.payout(2).size()).isZero();
        ledger.apply(records.becomes(2, PayoutState.CANCELLED));
        earn(3, 250);
        ledger.apply(records.opened(3, PAYABLE));

        assertThat(ledger.payout(3).totalFen()).isEqualTo(50);
    }

    @Test
    void aPayoutPaysWhatIsPayableByThenAndNoFrozenFen() {
        earn(3, 500);
        records.at(NOON, PAYABLE + 1);
        earn(3, 70);
        ledger.apply(records.opened(1, PAYABLE));

        assertThat(lines(1)).containsExactly("GUIDE 3 500");
    }

    @Test
    void aPayoutsAmountsAreFixedWhenItIsOpened() {
        earn(3, 500);
        ledger.apply(records.opened(1, PAYABLE));
        ledger.apply(records.refunded(9, Map.of(Payee.GUIDE, new long[] {-200})));
        ledger.apply(records.becomes(1, PayoutState.APPROVED));
        ledger.apply(records.becomes(1, PayoutState.PAID));

        assertThat(lines(1)).containsExactly("GUIDE 3 500");
        assertThat(balance(PAYABLE)).isEqualTo(new Balance(0, -200, 500));
    }

    @Test
    void aPayoutNamesItsAccountsByKindAndNumber() {
        earn(9, 1);
        earn(3, 1);
        ledger.apply(records.paid(8, Map.of(Payee.STORE, new long[] {1}, Payee.INVITER, new long[] {1})));
        ledger.apply(records.opened(1, PAYABLE));

        assertThat(lines(1)).containsExactly("STORE 1 1", "GUIDE 3 1", "GUIDE 9 1", "VIEWER 45 1");
    }

    @Test
    void onlyAPayoutThatIsPaidIsBooked() {
        earn(3, 500);
        ledger.apply(records.opened(1, PAYABLE));
        ledger.apply(records.becomes(1, PayoutState.APPROVED));
        assertThat(balance(PAYABLE).paidFen()).isZero();

        ledger.apply(records.becomes(1, PayoutState.PAID));

        assertThat(balance(PAYABLE)).isEqualTo(new Balance(0, 0, 500));
        assertThat(entries(AccountKind.GUIDE, 3)).containsExactly("PAYOUT 1 -500", "GUIDE 9.0 500");
    }

    @Test
    void whatACancelledPayoutWouldHavePaidWaitsForTheNext() {
        earn(3, 500);
        ledger.apply(records.opened(1, PAYABLE));
        ledger.apply(records.becomes(1, PayoutState.CANCELLED));
        pay(2, PAYABLE);
        ledger.apply(records.opened(3, PAYABLE));

        assertThat(lines(2)).containsExactly("GUIDE 3 500");
        assertThat(lines(3)).isEmpty();
    }

    @Test
    void aPayoutThatWasRefusedOrRepeatedIsNone() {
        earn(3, 500);
        ledger.apply(records.opened(1, PAYABLE, Outcome.PAYOUT_NOT_DUE));
        ledger.apply(records.opened(1, PAYABLE, Outcome.REPEATED));

        assertThat(ledger.payouts()).isEmpty();
    }

    @Test
    void theWholeLedgerSumsToNothing() {
        ledger.apply(records.paid(9, Map.of(Payee.STORE, new long[] {10, 20}, Payee.GUIDE, new long[] {7, 5})));
        pay(1, PAYABLE);
        earn(3, 100);

        assertThat(ledger.trialBalance()).isEqualTo(new TrialBalance(0, 100, 0, 42, -142));
        assertThat(ledger.trialBalance().sumFen()).isZero();
    }

    @Test
    void recordsOfAnythingElseOnlyMoveItsPosition() {
        ledger.apply(records.likes());

        assertThat(ledger.sequence()).isEqualTo(1);
        assertThat(ledger.postings()).isZero();
    }

    @Test
    void aRecordThatItHoldsAlreadyIsPassedOver() {
        final RecordFlyweight paid = records.paid(9, Map.of(Payee.GUIDE, new long[] {500}));
        ledger.apply(paid);
        ledger.apply(paid);

        assertThat(ledger.postings()).isEqualTo(1);
    }

    @Test
    void aRecordThatWasLeftOutIsNoticed() {
        records.likes();

        assertThatThrownBy(() -> ledger.apply(records.likes())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLedgerThatBeginsLaterCountsFromThereOn() {
        ledger = new Ledger(2, ROOMY);
        records.paid(8, Map.of(Payee.GUIDE, new long[] {500}));
        earn(3, 40);

        assertThat(ledger.fromSequence()).isEqualTo(2);
        assertThat(ledger.account(AccountKind.GUIDE, 3).earnedFen()).isEqualTo(40);
    }

    @Test
    void aFullLedgerStaysAsOfTheLastRecordThatFit() {
        ledger = new Ledger(1, 7);
        earn(3, 40);
        ledger.apply(records.paid(9, Map.of(Payee.GUIDE, new long[] {1, 1})));
        ledger.apply(records.likes());

        assertThat(ledger.isFull()).isTrue();
        assertThat(ledger.sequence()).isEqualTo(1);
        assertThat(ledger.postings()).isEqualTo(1);
        assertThat(ledger.trialBalance().sumFen()).isZero();
    }

    @Test
    void theLinesOfAPayoutTakeRoomAsPostingsDo() {
        ledger = new Ledger(1, 6);
        earn(1, 40);
        pay(1, PAYABLE);
        earn(3, 1);

        assertThat(ledger.isFull()).isTrue();
        assertThat(ledger.postings()).isEqualTo(2);
    }

    private void earn(final long guide, final long amountFen) {
        records.payee(Payee.GUIDE, guide);
        ledger.apply(records.paid(9, Map.of(Payee.GUIDE, new long[] {amountFen})));
    }

    private void pay(final long payout, final long untilMs) {
        ledger.apply(records.opened(payout, untilMs));
        ledger.apply(records.becomes(payout, PayoutState.APPROVED));
        ledger.apply(records.becomes(payout, PayoutState.PAID));
    }

    private Balance balance(final long atMs) {
        return ledger.balance(ledger.account(AccountKind.GUIDE, 3), atMs);
    }

    private List<String> lines(final long payout) {
        final LedgerPayout found = ledger.payout(payout);
        final List<String> lines = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            lines.add(found.account(i).kind() + " " + found.account(i).id() + " " + found.amountFen(i));
        }
        return lines;
    }

    private List<String> entries(final AccountKind kind, final long id) {
        final List<String> entries = new ArrayList<>();
        ledger.forEachPosting(ledger.account(kind, id), posting -> {
            entries.add(
                    posting.isPayout()
                            ? "PAYOUT " + posting.payout() + " " + posting.amountFen()
                            : posting.payee() + " " + posting.order() + "." + posting.line() + " "
                                    + posting.amountFen());
            return true;
        });
        return entries;
    }
}
