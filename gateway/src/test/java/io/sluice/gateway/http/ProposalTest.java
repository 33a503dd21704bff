package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Write-offs over the 100 units that one person may. */
class ProposalTest {
    private static final String PROPOSALS = "/api/v1/operator/proposals";
    private static final String STOCK = "/api/v1/operator/items/501/stock";
    private static final String FIGURES = "/api/v1/operator/rooms/7/figures";
    private static final long LI = 31;
    private static final long WANG = 32;

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data);
        gateway.rooms().put(7, "{\"room\":7}");
        api = gateway.api();
        Shop.open(api, 1_000);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void itWaitsUntilAnotherOperatorApprovesIt() {
        final Api.Reply proposed = writeOff(LI, 300).answers(202);
        final long proposal = proposed.at("/sequence").asLong();
        assertThat(proposed.at("/available").asInt()).isEqualTo(1_000);
        assertThat(Rfc3339.parse(proposed.at("/proposedUntil").asText()))
                .isEqualTo(Rfc3339.parse(proposed.at("/at").asText()) + 3_600_000);
        assertThat(api.get(PROPOSALS)
                        .as(Role.OBSERVER, 50)
                        .answers(200)
                        .at("/proposals/0")
                        .toString())
                .startsWith("{\"proposal\":" + proposal + ",\"operator\":31,\"item\":501,\"units\":300,\"until\":");

        assertThat(approve(LI, proposal)
                        .isRefused(409, "SECOND_PERSON_NEEDED")
                        .at("/detail")
                        .asText())
                .isEqualTo("Operator 31 proposed it.");
        final Api.Reply approved = approve(WANG, proposal).answers(200);

        assertThat(approved.at("/units").asInt()).isEqualTo(300);
        assertThat(approved.at("/available").asInt()).isEqualTo(700);
        assertThat(api.get(PROPOSALS).operator().answers(200).at("/proposals")).isEmpty();
        approve(WANG, proposal).isRefused(404, "PROPOSAL_UNKNOWN");
    }

    @Test
    void theDeedsSayWhoProposedAndWhoAgreed() {
        final long proposal = writeOff(LI, 300).answers(202).at("/sequence").asLong();
        approve(WANG, proposal).answers(200);

        final Api.Reply figures = api.get(FIGURES).operator().answers(200);

        assertThat(figures.at("/deeds/0/type").asText()).isEqualTo("io.sluice.proposal.approve");
        assertThat(figures.at("/deeds/0/operator").asLong()).isEqualTo(WANG);
        assertThat(figures.at("/deeds/0/change").asInt()).isEqualTo(-300);
        assertThat(figures.at("/deeds/1/outcome").asText()).isEqualTo("PROPOSED");
        assertThat(figures.at("/deeds/1/operator").asLong()).isEqualTo(LI);
    }

    @Test
    void eitherWithdrawsIt() {
        final long first = writeOff(LI, 300).answers(202).at("/sequence").asLong();
        final long second = writeOff(LI, 400).answers(202).at("/sequence").asLong();

        withdraw(LI, first).answers(200);
        assertThat(withdraw(WANG, second).answers(200).at("/units").asInt()).isEqualTo(400);

        withdraw(WANG, second).isRefused(404, "PROPOSAL_UNKNOWN");
        assertThat(api.get(PROPOSALS).operator().answers(200).at("/proposals")).isEmpty();
    }

    @Test
    void whatWaitsIsThereAfterARestart() {
        final long proposal = writeOff(LI, 300).answers(202).at("/sequence").asLong();
        gateway.close();
        gateway = TestGateway.launch(data);
        api = gateway.api();

        approve(LI, proposal).isRefused(409, "SECOND_PERSON_NEEDED");
        approve(WANG, proposal).answers(200);
    }

    private Api.Call writeOff(final long operator, final int units) {
        return api.post(STOCK, "{\"change\":-" + units + ",\"reason\":\"WRITE_OFF\"}")
                .as(Role.OPERATOR, operator);
    }

    private Api.Call approve(final long operator, final long proposal) {
        return api.post(PROPOSALS + "/" + proposal + "/approve").as(Role.OPERATOR, operator);
    }

    private Api.Call withdraw(final long operator, final long proposal) {
        return api.call("DELETE", PROPOSALS + "/" + proposal).as(Role.OPERATOR, operator);
    }
}
