package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.Api;
import io.sluice.gateway.TestGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code docs/COMMISSION.md}, computed again, and the columns that it lists. */
class CommissionPageTest {
    private static final Path PAGE = Path.of("..", "docs", "COMMISSION.md");
    private static final Pattern STEP = Pattern.compile("\\| \\d+ \\| .+ \\| (-?\\d+) \\| (-?\\d+) \\| (-?\\d+) \\|");
    private static final Pattern COLUMNS = Pattern.compile("\\| .+ \\| `([a-z_,]+)` \\|");
    private static final String GUIDE_3 = "/api/v1/operator/statements/guides/3";

    @TempDir
    private Path data;

    @Test
    void theExampleIsWhatHappens() throws IOException {
        try (TestGateway gateway = TestGateway.launch(data)) {
            final Api api = gateway.api();
            assertThat(happen(api, Earners.open(api))).isEqualTo(rows(STEP));
        }
    }

    @Test
    void theTablesHaveTheColumnsOfThePage() throws IOException {
        try (TestGateway gateway = TestGateway.launch(data)) {
            final Api api = gateway.api();
            final Earners earners = Earners.open(api);
            earners.buysOfGuide3(1);
            earners.opensPayout(1);

            assertThat(List.of(
                            header(api, GUIDE_3),
                            header(api, GUIDE_3 + "/entries"),
                            header(api, "/api/v1/operator/payouts/1")))
                    .isEqualTo(rows(COLUMNS));
        }
    }

    private static List<String> happen(final Api api, final Earners earners) {
        final List<String> balances = new ArrayList<>();
        earners.frozenFor(7);
        final String orderA = earners.buysOfGuide3(3);
        balances.add(balance(api));
        earners.refunds(orderA, 1);
        balances.add(balance(api));
        earners.frozenFor(0);
        final String orderB = earners.buysOfGuide3(2);
        balances.add(balance(api));
        earners.paysOut(1);
        balances.add(balance(api));
        earners.refunds(orderB, 1);
        balances.add(balance(api));
        earners.buysOfGuide3(3);
        balances.add(balance(api));
        earners.paysOut(2);
        balances.add(balance(api));
        return balances;
    }

    private static String balance(final Api api) {
        final JsonNode balance = api.get(GUIDE_3).operator().answers(200).at("/balance");
        return balance.path("frozenFen").asLong() + " "
                + balance.path("payableFen").asLong() + " "
                + balance.path("paidFen").asLong();
    }

    private static String header(final Api api, final String path) {
        final String table =
                api.get(path + "?format=csv").operator().answers(200).text();
        return table.substring(1, table.indexOf("\r\n"));
    }

    /** The groups of every line that matches, with spaces between. */
    private static List<String> rows(final Pattern pattern) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(row -> {
                    final List<String> groups = new ArrayList<>();
                    for (int i = 1; i <= row.groupCount(); i++) {
                        groups.add(row.group(i));
                    }
                    return String.join(" ", groups);
                })
                .toList();
    }
}
