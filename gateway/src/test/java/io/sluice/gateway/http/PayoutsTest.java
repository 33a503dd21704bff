package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.TestGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom payouts pay what, and the trial balance. */
class PayoutsTest {
    private static final String PAYOUTS = "/api/v1/operator/payouts";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;
    private Earners earners;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
        earners = Earners.open(api);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aPayoutNamesWhomItPaysWhat() {
        earners.buysOfGuide3(1);
        earners.buysByInvitation(51, 50, 1);
        earners.opensPayout(1);

        final Api.Reply payout = look("/1");

        assertThat(payout.at("/state").asText()).isEqualTo("OPEN");
        assertThat(payout.at("/lines").toString())
                .isEqualTo("[{\"account\":{\"kind\":\"STORE\",\"id\":1,\"name\":\"南京东路店\"},\"amountFen\":99},"
                        + "{\"account\":{\"kind\":\"GUIDE\",\"id\":3,\"name\":\"李\"},\"amountFen\":495},"
                        + "{\"account\":{\"kind\":\"VIEWER\",\"id\":50},\"amountFen\":198}]");
        assertThat(payout.at("/accounts").asInt()).isEqualTo(3);
        assertThat(payout.at("/totalFen").asLong()).isEqualTo(792);
    }

    @Test
    void whatWasOpenedStaysAsItWasWhateverComesAfter() {
        final String order = earners.buysOfGuide3(1);
        earners.opensPayout(1);
        final String lines = look("/1").at("/lines").toString();

        earners.refunds(order, 1);
        earners.becomes(1, "APPROVED");
        earners.becomes(1, "PAID");

        final Api.Reply payout = look("/1");
        assertThat(payout.at("/lines").toString()).isEqualTo(lines);
        assertThat(payout.at("/state").asText()).isEqualTo("PAID");
        assertThat(payout.at("/changedSequence").asLong()).isEqualTo(gateway.sequence());
        assertThat(balanceOfGuide3()).isEqualTo("{\"frozenFen\":0,\"payableFen\":-495,\"paidFen\":495,\"totalFen\":0}");
    }

    @Test
    void whatWasPaidIsNotPaidTwiceAndWhatIsOwedIsCarried() {
        final String order = earners.buysOfGuide3(2);
        earners.paysOut(1);
        earners.refunds(order, 1);
        earners.paysOut(2);
        earners.buysOfGuide3(2);
        earners.paysOut(3);

        assertThat(look("/1").at("/totalFen").asLong()).isEqualTo(990 + 198);
        assertThat(look("/2").at("/lines")).isEmpty();
        assertThat(look("/3").at("/totalFen").asLong()).isEqualTo(495 + 99);
        assertThat(balanceOfGuide3())
                .isEqualTo("{\"frozenFen\":0,\"payableFen\":0,\"paidFen\":1485,\"totalFen\":1485}");
    }

    @Test
    void payoutsAreListedTheNewestFirstByPages() {
        for (long payout = 1; payout <= 3; payout++) {
            earners.opensPayout(payout);
            earners.becomes(payout, "CANCELLED");
        }

        final Api.Reply first = look("?limit=2");
        final Api.Reply last = look("?limit=2&before=" + first.at("/next").asLong());

        assertThat(first.at("/payouts/0/payout").asLong()).isEqualTo(3);
        assertThat(first.at("/payouts/1/payout").asLong()).isEqualTo(2);
        assertThat(last.at("/payouts")).hasSize(1);
        assertThat(last.at("/payouts/0/state").asText()).isEqualTo("CANCELLED");
        assertThat(last.at("/next").isMissingNode()).isTrue();
    }

    @Test
    void linesComeByPages() {
        earners.buysOfGuide3(1);
        earners.opensPayout(1);

        final Api.Reply first = look("/1?limit=1");
        final Api.Reply last = look("/1?limit=1&after=" + first.at("/next").asLong());

        assertThat(first.at("/lines/0/account/kind").asText()).isEqualTo("STORE");
        assertThat(last.at("/lines/0/account/kind").asText()).isEqualTo("GUIDE");
        assertThat(last.at("/next").isMissingNode()).isTrue();
        assertThat(look("/1?limit=1&format=csv").header("sluice-next")).isEqualTo("1");
    }

    @Test
    void theTrialBalanceSumsToNothing() {
        earners.buysOfGuide3(1);
        earners.paysOut(1);
        earners.buysByInvitation(51, 50, 1);

        final Api.Reply ledger = api.get("/api/v1/operator/ledger").operator().answers(200);

        assertThat(ledger.at("/owedToViewersFen").asLong()).isEqualTo(198);
        assertThat(ledger.at("/owedToGuidesFen").asLong()).isZero();
        assertThat(ledger.at("/paidOutFen").asLong()).isEqualTo(594);
        assertThat(ledger.at("/commissionExpenseFen").asLong()).isEqualTo(-792);
        assertThat(ledger.at("/sumFen").asLong()).isZero();
        assertThat(ledger.at("/entries").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=201, FIELD_INVALID, limit",
        "?before=x, FIELD_INVALID, before",
        "?format=csv, UNKNOWN_FIELD, format",
        "/1?limit=1001, FIELD_INVALID, limit",
        "/1?after=-1, FIELD_INVALID, after",
        "/1?format=pdf, FIELD_INVALID, format",
        "/0, FIELD_INVALID, payout"
    })
    void aBadQuestionIsRefusedByItsParameter(final String path, final String code, final String field) {
        assertThat(api.get(PAYOUTS + path)
                        .operator()
                        .isRefused(400, code)
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    @Test
    void aPayoutThatIsNotThereIsUnknown() {
        assertThat(api.get(PAYOUTS + "/9")
                        .operator()
                        .isRefused(404, "PAYOUT_UNKNOWN")
                        .at("/field")
                        .asText())
                .isEqualTo("payout");
    }

    private String balanceOfGuide3() {
        return api.get("/api/v1/operator/statements/guides/3")
                .operator()
                .answers(200)
                .at("/balance")
                .toString();
    }

    private Api.Reply look(final String path) {
        return api.get(PAYOUTS + path).operator().answers(200);
    }
}
