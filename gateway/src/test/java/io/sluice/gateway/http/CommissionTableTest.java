package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.gateway.Api;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables that people keep: their form, and that they add up to what the journal says. */
class CommissionTableTest {
    private static final String STATEMENTS = "/api/v1/operator/statements";
    private static final String MARK = "\uFEFF";

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
    void tablesAddUpToTheJournal() throws IOException {
        earners.refunds(earners.buysOfGuide3(3), 1);
        earners.buysByInvitation(51, 50, 7);
        earners.refunds(earners.buysByInvitation(52, 50, 5), 5);
        earners.paysOut(1);
        earners.buysOfGuide3(2);

        for (final String account : List.of("STORE 1", "GUIDE 3", "INVITER 50")) {
            final long earnedFen = inTheJournal(account);
            final String path = pathOf(account);
            assertThat(sum(table(path + "?format=csv"), 5, 6)).isEqualTo(earnedFen);
            assertThat(sum(table(path + "?format=csv&by=show"), 5, 6)).isEqualTo(earnedFen);
            final List<String[]> entries = table(path + "/entries?format=csv");
            assertThat(sum(entries, 7)).isEqualTo(earnedFen - paid(account));
            assertThat(api.get(path)
                            .operator()
                            .answers(200)
                            .at("/balance/totalFen")
                            .asLong())
                    .isEqualTo(earnedFen);
        }
    }

    @Test
    void aTableIsAFileInUtf8BehindAByteOrderMark() {
        earners.buysOfGuide3(1);

        final Api.Reply table =
                api.get(STATEMENTS + "/guides/3?format=csv").operator().answers(200);

        assertThat(table.header("content-type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(table.header("content-disposition"))
                .isEqualTo("attachment; filename=\"guide-3-by-day-2026-10-22-2026-11-21.csv\"");
        assertThat(table.text())
                .isEqualTo(MARK
                        + "kind,id,name,period,room,earned_fen,taken_back_fen,paid_fen,net_fen,entries\r\n"
                        + "GUIDE,3,李,2026-11-21,,495,0,0,495,1\r\n");
    }

    @Test
    void anEntryIsALine() {
        final String order = earners.buysOfGuide3(1);
        earners.paysOut(8);

        final List<String[]> lines = table(STATEMENTS + "/guides/3/entries?format=csv");

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("2026-11-21").containsSequence("PAYOUT", "", "", "", "8", "-495", "", "");
        assertThat(lines.get(1)).containsSequence("GUIDE", order, "0", "7", "", "495");
    }

    @Test
    void aPayoutsTableNamesEverybodyOnce() {
        earners.buysOfGuide3(1);
        earners.opensPayout(1);

        final List<String[]> lines = table("/api/v1/operator/payouts/1?format=csv");

        assertThat(lines.get(0)).startsWith("1", "OPEN").endsWith("STORE", "1", "南京东路店", "99");
        assertThat(lines.get(1)).endsWith("GUIDE", "3", "李", "495");
    }

    @Test
    void aNameIsNoFormulaAndStaysOneField() {
        earners.buysOfGuide3(1);
        rename("=HYPERLINK(1)");
        assertThat(nameInTable()).isEqualTo("'=HYPERLINK(1)");

        rename("  -1+1");
        assertThat(nameInTable()).isEqualTo("'  -1+1");

        rename("李, \\\"阿\\\"");
        assertThat(nameInTable()).isEqualTo("\"李, \"\"阿\"\"\"");

        rename("a-b=c");
        assertThat(nameInTable()).isEqualTo("a-b=c");
    }

    private void rename(final String name) {
        api.put("/api/v1/operator/guides/3", "{\"name\":\"" + name + "\",\"stores\":[1],\"viewer\":43}")
                .operator()
                .answers(200);
    }

    private String nameInTable() {
        final String line = api.get(STATEMENTS + "/guides/3?format=csv")
                .operator()
                .answers(200)
                .text()
                .split("\r\n", -1)[1];
        return line.substring("GUIDE,3,".length(), line.indexOf(",2026-11-21"));
    }

    /** The lines below the header; no field of them has a comma. */
    private List<String[]> table(final String path) {
        final String text = api.get(path).operator().answers(200).text();
        assertThat(text).startsWith(MARK).endsWith("\r\n");
        return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    private static long sum(final List<String[]> lines, final int... columns) {
        long sum = 0;
        for (final String[] line : lines) {
            for (final int column : columns) {
                sum += Long.parseLong(line[column]);
            }
        }
        return sum;
    }

    private long paid(final String account) {
        return api.get(pathOf(account))
                .operator()
                .answers(200)
                .at("/balance/paidFen")
                .asLong();
    }

    private static String pathOf(final String account) {
        final String id = account.substring(account.indexOf(' ') + 1);
        return STATEMENTS
                + (account.startsWith("STORE") ? "/stores/" : account.startsWith("GUIDE") ? "/guides/" : "/viewers/")
                + id;
    }

    /** What the events of the feed say that a payee earned and lost. */
    private long inTheJournal(final String account) throws IOException {
        final ObjectMapper mapper = new ObjectMapper();
        long sum = 0;
        for (final String line :
                api.get("/api/v1/journal").as(Role.DOWNSTREAM, 1).send().text().split("\n", -1)) {
            final JsonNode commission =
                    line.isEmpty() ? mapper.nullNode() : mapper.readTree(line).at("/data/commission");
            for (final JsonNode each : commission) {
                final String payee =
                        each.path("payee").asText() + ' ' + each.path("id").asLong();
                sum += payee.equals(account) ? each.path("fen").asLong() : 0;
            }
        }
        return sum;
    }
}
