package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.journal.ConsumerPosition;
import io.sluice.engine.journal.ConsumerRegistry;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalPruner;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.gateway.Api;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the feed does for retention: it takes confirmations, and says where a pruned journal begins. */
class FeedRetentionTest {
    private static final String JOURNAL = "/api/v1/journal";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private ConsumerRegistry consumers;
    private long firstStartsLast;

    /** Four starts, so that both snapshots are of later ones than the first. */
    @BeforeEach
    void openTheShop() {
        consumers = new ConsumerRegistry(new JournalDirectory(data));
        gateway = TestGateway.launch(data);
        Shop.open(gateway.api(), 10);
        firstStartsLast = newest();
        for (int start = 0; start < 3; start++) {
            gateway.close();
            gateway = TestGateway.launch(data);
            Shop.restock(gateway.api(), 1);
        }
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void whatARegisteredConsumerAsksForConfirmsWhatLiesBeforeIt() {
        consumers.register("inventory", 0);
        read("?consumer=inventory&from=3");
        assertThat(consumers.all()).containsExactly(new ConsumerPosition("inventory", 2));
        read("?consumer=inventory&at=2026-11-21T12:00:00Z");
        read("?from=4");
        api(JOURNAL + "?consumer=inventory&from=1000").isRefused(409, "SEQUENCE_AHEAD");
        assertThat(consumers.all()).containsExactly(new ConsumerPosition("inventory", 2));
        read("?consumer=inventory");
        assertThat(consumers.all()).containsExactly(new ConsumerPosition("inventory", 0));
    }

    @Test
    void theMetricsTellHowFarTheSlowestConsumerIsBehind() {
        consumers.register("inventory", 2);
        gateway.close();
        gateway = TestGateway.launch(data);

        await().untilAsserted(() -> assertThat(
                        gateway.management().get("/metrics").send().text())
                .contains("sluice_consumers_lag_records " + (newest() - 2) + ".0"));
    }

    @Test
    void nobodyIsRegisteredByAsking() {
        read("?consumer=crm&from=3");
        assertThat(consumers.all()).isEmpty();
    }

    @Test
    void whatWasPrunedIsGoneAndTheFirstThatIsLeftIsNamed() throws IOException {
        consumers.register("inventory", firstStartsLast);
        new JournalPruner(new JournalDirectory(data), snapshot -> true).prune(firstStartsLast + 1, pruned -> {});
        final long first = firstStartsLast + 1;

        for (final String query : new String[] {"", "?from=1", "?consumer=inventory&from=" + firstStartsLast}) {
            final Api.Reply refused = api(JOURNAL + query).isRefused(410, "SEQUENCE_PRUNED");
            assertThat(refused.at("/sequence").asLong()).isEqualTo(first);
        }
        assertThat(consumers.all()).containsExactly(new ConsumerPosition("inventory", firstStartsLast));
        assertThat(firstEvent("?from=" + first).at("/data/sequence").asLong()).isEqualTo(first);
    }

    @Test
    void aMomentThatOnlyPrunedRecordsCouldBeginIsGoneAsWell() throws IOException {
        new JournalPruner(new JournalDirectory(data), snapshot -> true).prune(firstStartsLast + 1, pruned -> {});
        final long first = firstStartsLast + 1;
        final String firstTime = firstEvent("?from=" + first).path("time").asText();

        for (final String at : new String[] {"2000-01-01T00:00:00Z", firstTime}) {
            final Api.Reply refused = api(JOURNAL + "?at=" + at).isRefused(410, "SEQUENCE_PRUNED");
            assertThat(refused.at("/sequence").asLong()).isEqualTo(first);
        }
        assertThat(read("?at=2099-01-01T00:00:00Z")).isEmpty();
    }

    private JsonNode firstEvent(final String query) throws IOException {
        return new ObjectMapper().readTree(read(query).lines().findFirst().orElseThrow());
    }

    private String read(final String query) {
        final String text = api(JOURNAL + query).answers(200).text();
        await().until(() -> gateway.gateway().openFeeds() == 0);
        return text;
    }

    private Api.Call api(final String path) {
        return gateway.api().get(path).as(Role.DOWNSTREAM, 1);
    }

    private long newest() {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(new JournalDirectory(data))) {
            return journal.lastSequence();
        }
    }
}
