package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PayoutState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final CommissionRecords records = new CommissionRecords();
    private final Ledger ledger = new Ledger(1, 1_000);

    @BeforeEach
    void nameTheGuide() {
        records.payee(Payee.GUIDE, 3);
    }

    @Test
    void aDayBeginsWhereTheBrandIs() {
        earn("2026-11-20T15:59:59.999Z", 1);
        earn("2026-11-20T16:00:00.000Z", 2);

        assertThat(rows(StatementBy.DAY, SHANGHAI)).containsExactly("2026-11-20 1", "2026-11-21 2");
        assertThat(rows(StatementBy.DAY, ZoneOffset.UTC)).containsExactly("2026-11-20 3");
    }

    @Test
    void aWeekBeginsOnMondayAndBelongsToTheYearOfItsThursday() {
        earn("2026-11-21T12:00:00Z", 1);
        earn("2026-11-22T12:00:00Z", 2);
        earn("2026-11-23T12:00:00Z", 4);
        earn("2027-01-01T12:00:00Z", 8);

        assertThat(rows(StatementBy.WEEK, SHANGHAI)).containsExactly("2026-W47 3", "2026-W48 4", "2026-W53 8");
    }

    @Test
    void aMonthIsAMonth() {
        earn("2026-11-30T15:00:00Z", 1);
        earn("2026-11-30T17:00:00Z", 2);

        assertThat(rows(StatementBy.MONTH, SHANGHAI)).containsExactly("2026-11 1", "2026-12 2");
    }

    @Test
    void aShowIsTheRoomWhereTheOrderWasPlacedAndAPayoutBelongsToNone() {
        records.in(8);
        earn("2026-11-20T12:00:00Z", 1);
        records.in(7);
        earn("2026-11-21T12:00:00Z", 2);
        payOut("2026-11-22T12:00:00Z");

        assertThat(of(StatementBy.SHOW, "2026-11-01", "2026-11-30").rows())
                .containsExactly(
                        new StatementRow(null, 0, 0, 0, 3, 1),
                        new StatementRow(null, 7, 2, 0, 0, 1),
                        new StatementRow(null, 8, 1, 0, 0, 1));
    }

    @Test
    void earnedTakenBackAndPaidStandApart() {
        earn("2026-11-20T12:00:00Z", 100);
        at("2026-11-20T13:00:00Z");
        ledger.apply(records.refunded(9, Map.of(Payee.GUIDE, new long[] {-30})));
        payOut("2026-11-20T14:00:00Z");

        final StatementRow day =
                of(StatementBy.DAY, "2026-11-01", "2026-11-30").rows().get(0);
        assertThat(day).isEqualTo(new StatementRow("2026-11-20", 0, 100, -30, 70, 3));
        assertThat(day.netFen()).isZero();
    }

    @Test
    void openingAndRowsMakeClosing() {
        earn("2026-10-31T12:00:00Z", 100);
        earn("2026-11-01T12:00:00Z", 20);
        earn("2026-11-30T12:00:00Z", 3);
        earn("2026-12-01T12:00:00Z", 4_000);

        final Statement november = of(StatementBy.DAY, "2026-11-01", "2026-11-30");
        assertThat(november.openingFen()).isEqualTo(100);
        assertThat(november.rows()).extracting(StatementRow::netFen).containsExactly(20L, 3L);
        assertThat(november.closingFen()).isEqualTo(123);
        assertThat(of(StatementBy.DAY, "2026-12-01", "2026-12-31").openingFen()).isEqualTo(123);
    }

    @Test
    void whoNeverEarnedAnythingHasAnEmptyStatement() {
        final Statement nothing = Statement.of(
                ledger,
                null,
                StatementBy.DAY,
                new StatementPeriod(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), SHANGHAI));

        assertThat(nothing).isEqualTo(new Statement(0, List.of()));
        assertThat(nothing.closingFen()).isZero();
    }

    private void at(final String time) {
        final long timeMs = Instant.parse(time).toEpochMilli();
        records.at(timeMs, timeMs);
    }

    private void earn(final String time, final long amountFen) {
        at(time);
        ledger.apply(records.paid(9, Map.of(Payee.GUIDE, new long[] {amountFen})));
    }

    private void payOut(final String time) {
        at(time);
        ledger.apply(records.opened(1, Long.MAX_VALUE));
        ledger.apply(records.becomes(1, PayoutState.APPROVED));
        ledger.apply(records.becomes(1, PayoutState.PAID));
    }

    private Statement of(final StatementBy by, final String from, final String to) {
        return of(by, new StatementPeriod(LocalDate.parse(from), LocalDate.parse(to), SHANGHAI));
    }

    private Statement of(final StatementBy by, final StatementPeriod period) {
        return Statement.of(ledger, ledger.account(AccountKind.GUIDE, 3), by, period);
    }

    private List<String> rows(final StatementBy by, final ZoneId zone) {
        return of(by, new StatementPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31), zone)).rows().stream()
                .map(row -> row.label() + " " + row.netFen())
                .toList();
    }
}
