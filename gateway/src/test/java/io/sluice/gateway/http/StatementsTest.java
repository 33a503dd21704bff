package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.People;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators, guides and viewers are told of what was earned. The engine's day is 2026-11-21. */
class StatementsTest {
    private static final String STATEMENTS = "/api/v1/operator/statements";
    private static final String MINE = "/api/v1/me/statement";
    private static final String ENTRIES = MINE + "/entries";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;
    private Earners earners;

    @BeforeEach
    void openTheShop() {
        launch();
        earners = Earners.open(api);
    }

    private void launch() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aGuidesStatementHasBalanceAndDays() {
        earners.buysOfGuide3(1);
        earners.refunds(earners.buysOfGuide3(2), 1);
        earners.paysOut(1);
        earners.frozenFor(7);
        earners.buysOfGuide3(1);

        final Api.Reply statement = look("/guides/3");

        assertThat(statement.at("/account").toString()).isEqualTo("{\"kind\":\"GUIDE\",\"id\":3,\"name\":\"李\"}");
        assertThat(statement.at("/balance").toString())
                .isEqualTo("{\"frozenFen\":495,\"payableFen\":0,\"paidFen\":990,\"totalFen\":1485}");
        assertThat(statement.at("/rows").toString())
                .isEqualTo("[{\"period\":\"2026-11-21\",\"earnedFen\":1980,\"takenBackFen\":-495,\"paidFen\":990,"
                        + "\"netFen\":495,\"entries\":5}]");
        assertThat(statement.at("/openingFen").asLong()).isZero();
        assertThat(statement.at("/closingFen").asLong()).isEqualTo(495);
        assertThat(statement.at("/timeZone").asText()).isEqualTo("Asia/Shanghai");
        assertThat(statement.at("/fromSequence").asLong()).isEqualTo(1);
        assertThat(statement.at("/asOf").asLong()).isEqualTo(gateway.sequence());
    }

    @ParameterizedTest
    @CsvSource({"week, 2026-W47", "month, 2026-11", "day, 2026-11-21"})
    void rowsAreParted(final String by, final String period) {
        earners.buysOfGuide3(1);

        assertThat(look("/stores/1?by=" + by).at("/rows/0/period").asText()).isEqualTo(period);
    }

    @Test
    void byShowARowIsARoom() {
        earners.buysOfGuide3(1);
        earners.paysOut(1);

        final Api.Reply statement = look("/guides/3?by=show");

        assertThat(statement.at("/rows/0/room").isMissingNode()).isTrue();
        assertThat(statement.at("/rows/0/paidFen").asLong()).isEqualTo(495);
        assertThat(statement.at("/rows/1/room").asLong()).isEqualTo(7);
        assertThat(statement.at("/rows/1/earnedFen").asLong()).isEqualTo(495);
    }

    @Test
    void earlierDaysAreInTheOpening() {
        earners.buysOfGuide3(1);

        final Api.Reply statement = look("/guides/3?from=2026-11-22&to=2026-11-30");

        assertThat(statement.at("/openingFen").asLong()).isEqualTo(495);
        assertThat(statement.at("/rows")).isEmpty();
    }

    @Test
    void whoIsAGuideSeesTheGuidesAccountAndTheOwnOnDemand() {
        earners.buysOfGuide3(1);
        earners.buysByInvitation(51, People.GUIDE_3, 1);

        final Api.Reply asGuide = api.get(MINE).as(Role.GUIDE, People.GUIDE_3).answers(200);
        assertThat(asGuide.at("/account/kind").asText()).isEqualTo("GUIDE");
        assertThat(asGuide.at("/account/id").asLong()).isEqualTo(3);
        final Api.Reply asViewer =
                api.get(MINE + "?account=viewer").viewer(People.GUIDE_3).answers(200);
        assertThat(asViewer.at("/account").toString()).isEqualTo("{\"kind\":\"VIEWER\",\"id\":43}");
        assertThat(asViewer.at("/balance/totalFen").asLong()).isEqualTo(198);
    }

    @Test
    void whoInvitesSeesTheOwnAccount() {
        earners.buysByInvitation(51, 50, 2);

        final Api.Reply statement = api.get(MINE).viewer(50).answers(200);

        assertThat(statement.at("/account").toString()).isEqualTo("{\"kind\":\"VIEWER\",\"id\":50}");
        assertThat(statement.at("/rows/0/earnedFen").asLong()).isEqualTo(396);
    }

    @Test
    void whoNeverEarnedAnythingHasAnEmptyStatementOfTheirOwn() {
        final Api.Reply statement = api.get(MINE).viewer(99).answers(200);

        assertThat(statement.at("/rows")).isEmpty();
        assertThat(statement.at("/balance/totalFen").asLong()).isZero();
        assertThat(api.get(ENTRIES).viewer(99).answers(200).at("/entries")).isEmpty();
    }

    @Test
    void entriesSayWhichOrderEarnedThem() {
        final String order = earners.buysOfGuide3(1);
        earners.refunds(order, 1);

        final Api.Reply page = api.get(ENTRIES).as(Role.GUIDE, People.GUIDE_3).answers(200);

        assertThat(page.at("/entries")).hasSize(2);
        assertThat(page.at("/entries/0/amountFen").asLong()).isEqualTo(-495);
        assertThat(page.at("/entries/1/amountFen").asLong()).isEqualTo(495);
        assertThat(page.at("/entries/1/order").asText()).isEqualTo(order);
        assertThat(page.at("/entries/1/room").asLong()).isEqualTo(7);
        assertThat(page.at("/entries/1/role").asText()).isEqualTo("GUIDE");
        assertThat(page.at("/entries/0/payableAt").asText())
                .isEqualTo(page.at("/entries/1/payableAt").asText());
    }

    @Test
    void entriesComeByPages() {
        for (int i = 0; i < 3; i++) {
            earners.buysOfGuide3(1 + i);
        }

        final Api.Reply first = entries("?limit=2");
        final Api.Reply last = entries("?limit=2&before=" + first.at("/next").asLong());

        assertThat(first.at("/entries")).hasSize(2);
        assertThat(last.at("/entries")).hasSize(1);
        assertThat(last.at("/entries/0/amountFen").asLong()).isEqualTo(495);
        assertThat(last.at("/next").isMissingNode()).isTrue();
        assertThat(entries("?format=csv&limit=2").header("sluice-next"))
                .isEqualTo(first.at("/next").asText());
    }

    @Test
    void aPayoutIsAnEntry() {
        earners.buysOfGuide3(1);
        earners.paysOut(8);

        final Api.Reply page =
                api.get(STATEMENTS + "/guides/3/entries").operator().answers(200);

        assertThat(page.at("/entries/0/role").asText()).isEqualTo("PAYOUT");
        assertThat(page.at("/entries/0/payout").asLong()).isEqualTo(8);
        assertThat(page.at("/entries/0/amountFen").asLong()).isEqualTo(-495);
    }

    @Test
    void whatWasEarnedBeforeAStartFromASnapshotCounts() {
        earners.buysOfGuide3(1);
        final String before = look("/guides/3").at("/rows").toString();
        gateway.close();
        launch();

        assertThat(look("/guides/3").at("/rows").toString()).isEqualTo(before);

        Earners.of(api).refunds("1", 1);
        assertThat(look("/guides/3").at("/balance/totalFen").asLong()).isZero();
    }

    @Test
    void aFullLedgerSaysSoAndTheShopSellsOn() {
        gateway.close();
        gateway = TestGateway.launch(data, TestGateway.context().set(GatewayProperty.LEDGER_MAX_POSTINGS, 7));
        api = gateway.api();
        earners = Earners.of(api);
        earners.buysOfGuide3(1);
        look("/guides/3");
        earners.buysOfGuide3(2);

        final Api.Reply full = api.get(STATEMENTS + "/guides/3").operator().isRefused(503, "LEDGER_FULL");

        assertThat(full.at("/limit").asLong()).isEqualTo(7);
        assertThat(full.at("/sequence").asLong()).isLessThan(gateway.sequence());
    }

    @ParameterizedTest
    @CsvSource({
        "guides/3?by=year, FIELD_INVALID, by",
        "guides/3?from=2026-11-22&to=2026-11-21, FIELD_INVALID, from",
        "guides/3?from=2099-01-01, FIELD_INVALID, from",
        "guides/3?from=2020-01-01&to=2026-01-01, FIELD_INVALID, from",
        "guides/3?from=yesterday, FIELD_INVALID, from",
        "guides/3?to=2026-02-30, FIELD_INVALID, to",
        "guides/3?to=%2B99999-01-01, FIELD_INVALID, to",
        "guides/3?format=xls, FIELD_INVALID, format",
        "guides/3?by=day&by=week, FIELD_INVALID, by",
        "guides/3?page=1, UNKNOWN_FIELD, page",
        "guides/3?account=guide, UNKNOWN_FIELD, account",
        "guides/x, FIELD_INVALID, id",
        "hosts/3, FIELD_INVALID, kind",
        "guides/3/entries?limit=201, FIELD_INVALID, limit",
        "guides/3/entries?limit=50001&format=csv, FIELD_INVALID, limit",
        "guides/3/entries?before=0, FIELD_INVALID, before",
        "guides/3/entries?by=day, UNKNOWN_FIELD, by"
    })
    void aBadQuestionIsRefusedByItsParameter(final String path, final String code, final String field) {
        assertThat(api.get(STATEMENTS + "/" + path)
                        .operator()
                        .isRefused(400, code)
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"stores/9, STORE_UNKNOWN", "guides/9, GUIDE_UNKNOWN", "viewers/9, VIEWER_UNKNOWN"})
    void whoIsNotThereIsUnknown(final String path, final String code) {
        for (final String entries : new String[] {"", "/entries"}) {
            final Api.Reply refused =
                    api.get(STATEMENTS + "/" + path + entries).operator().isRefused(404, code);
            assertThat(refused.at("/field").asText()).isEqualTo("id");
        }
    }

    @Test
    void anAccountOfOnesOwnIsNamedByWhatOneIs() {
        assertThat(api.get(MINE + "?account=guide")
                        .viewer(42)
                        .isRefused(404, "GUIDE_UNKNOWN")
                        .at("/field")
                        .asText())
                .isEqualTo("Authorization");
        assertThat(api.get(MINE + "?account=store")
                        .viewer(42)
                        .isRefused(400, "FIELD_INVALID")
                        .at("/field")
                        .asText())
                .isEqualTo("account");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/statements/guides/3", "/statements/guides/3/entries", "/ledger", "/payouts", "/payouts/1"})
    void onlyOperatorsLookAtOthersAccounts(final String path) {
        api.get("/api/v1/operator" + path).as(Role.GUIDE, People.GUIDE_3).isRefused(403, "ROLE_NOT_ALLOWED");
    }

    private Api.Reply entries(final String query) {
        return api.get(ENTRIES + query).as(Role.GUIDE, People.GUIDE_3).answers(200);
    }

    private Api.Reply look(final String path) {
        return api.get(STATEMENTS + path).operator().answers(200);
    }
}
