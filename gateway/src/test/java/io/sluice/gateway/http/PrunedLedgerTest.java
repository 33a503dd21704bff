package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalPruner;
import io.sluice.gateway.Api;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of a journal whose beginning was pruned: it shows what is left, and nobody is paid by it. */
class PrunedLedgerTest {
    private static final String PAYOUTS = "/api/v1/operator/payouts/";
    private static final String STATEMENT = "/api/v1/operator/statements/viewers/50";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Earners earners;
    private long first;

    /** Four starts, so that both snapshots are of later ones than the first; it goes, with all that was earned in it. */
    @BeforeEach
    void forgetTheFirstStart() throws IOException {
        gateway = TestGateway.launch(data);
        earners = Earners.open(gateway.api());
        earners.buysOfGuide3(3);
        earners.opensPayout(1);
        earners.becomes(1, "APPROVED");
        first = gateway.sequence() + 1;
        for (int start = 0; start < 3; start++) {
            restart();
            Shop.restock(gateway.api(), 1);
        }
        new JournalPruner(new JournalDirectory(data), snapshot -> true).prune(first, pruned -> {});
        restart();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void noPayoutIsOpenedByIt() {
        final Api.Reply refused = gateway.api()
                .put(PAYOUTS + 2, "{\"until\":\"2026-11-21T12:00:00Z\"}")
                .operator()
                .isRefused(409, "LEDGER_INCOMPLETE");

        assertThat(refused.at("/sequence").asLong()).isEqualTo(first);
    }

    @Test
    void noneIsBookedAsPaidByItAndWhatWasApprovedCanBeCancelled() {
        final long before = gateway.sequence();
        gateway.api()
                .post(PAYOUTS + "1/state", "{\"state\":\"PAID\"}")
                .operator()
                .isRefused(409, "LEDGER_INCOMPLETE");
        assertThat(gateway.sequence()).isEqualTo(before);

        earners.becomes(1, "CANCELLED");
    }

    @Test
    void whatIsEarnedSinceIsShownWithWhereTheLedgerBegins() {
        earners.buysByInvitation(51, 50, 1);

        final Api.Reply statement = gateway.api().get(STATEMENT).operator().answers(200);
        assertThat(statement.at("/fromSequence").asLong()).isEqualTo(first);
        assertThat(statement.at("/balance/payableFen").asLong()).isEqualTo(198);
        for (final String table : new String[] {"?format=csv", "/entries?format=csv"}) {
            assertThat(gateway.api()
                            .get(STATEMENT + table)
                            .operator()
                            .answers(200)
                            .header("sluice-from-sequence"))
                    .isEqualTo(Long.toString(first));
        }
    }

    private void restart() {
        gateway.close();
        gateway = TestGateway.launch(data);
        earners = Earners.of(gateway.api());
    }
}
