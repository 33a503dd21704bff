package io.sluice.ops.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.ring.SampleCommands;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room sells its allotment: order 1 gives it back, viewer 43 has a turn and orders 2 and 3, viewer 44 a turn. */
class LineJournalTest {
    @TempDir
    private static Path data;

    @BeforeAll
    static void sell() {
        try (SaleJournal sale = new SaleJournal(data)) {
            SampleCommands.shopInOrder().forEach(sale::offer);
            SampleCommands.allotmentsAndLines().forEach(sale::offer);
        }
    }

    @Test
    void anOrderNamesTheAllotmentItTookFromAndTheTurnItUsedUp() {
        assertThat(JournalRun.of("explain", data, "2").out())
                .containsPattern("(?m)^allotment   record \\d+  item 501  ROOM 8$")
                .containsPattern("(?m)^turn        record \\d+  offer 1002  units kept 1$");
        assertThat(JournalRun.of("explain", data, "2", "--lang", "zh").out())
                .containsPattern("(?m)^候补 +第 \\d+ 条记录  商品链接 1002  保留件数 1$");
        final JsonObject told = JournalRun.of("explain", data, "2", "--json").json();
        assertThat(told.getJsonArray("allotments").getJsonObject(0).getString("kind"))
                .isEqualTo("ROOM");
        assertThat(told.getJsonArray("turns").getJsonObject(0).getInteger("units"))
                .isEqualTo(1);
    }

    @Test
    void anOrderWithoutATurnNamesNone() {
        assertThat(JournalRun.of("explain", data, "1").out())
                .contains("allotment ")
                .doesNotContain("turn ");
        assertThat(JournalRun.of("explain", data, "1", "--json").json().containsKey("turns"))
                .isFalse();
    }

    @Test
    void aTurnIsOfTheOrderThatUsedItUpAndOfNoLaterOne() {
        assertThat(JournalRun.of("explain", data, "3").out())
                .contains("viewer 43", "allotment ")
                .doesNotContain("turn ");
    }

    @Test
    void anItemsHistoryEndsWithItsStocks() {
        assertThat(JournalRun.of("at", data, "--item", "501").out().lines().filter(line -> line.startsWith("stock ")))
                .extracting(line -> line.substring(0, line.indexOf(" available")))
                .containsExactly(
                        "stock       SHARED  1",
                        "stock       ROOM 8  0",
                        "stock       STORE 3  0",
                        "stock       REPLAY 8  1");
        assertThat(JournalRun.of("at", data, "--item", "501", "--sequence", "17", "--json")
                        .out())
                .contains(
                        "\"stocks\":[{\"kind\":\"SHARED\",\"available\":2},{\"kind\":\"ROOM\",\"of\":8,\"available\":3}]");
    }

    @Test
    void anItemOfWhichNothingWasSetAsideHasItsHistoryAlone() {
        assertThat(JournalRun.of("at", data, "--item", "500").out()).doesNotContainPattern("(?m)^stock");
    }

    @Test
    void whosePlaceMovesIsNamed() {
        assertThat(JournalRun.of("tail", data, "-n", "100", "--viewer", "44").out())
                .contains("line.join", "line.call", "offers/1002")
                .contains(
                        "placeMoves=[{\"viewer\":44,\"room\":8,\"offer\":1002,\"state\":\"WAITING\",\"units\":2,\"ahead\":1");
        assertThat(JournalRun.of("tail", data, "-n", "100", "--type", "allotment.move", "--store", "3")
                        .out())
                .contains("to={\"kind\":\"STORE\",\"of\":3}", "to={\"kind\":\"REPLAY\",\"of\":8}")
                .doesNotContain("to={\"kind\":\"ROOM\"");
    }

    @Test
    void anExportHasTheRecordsOfLines() {
        assertThat(JournalRun.of("export", data, "--format", "csv").out())
                .containsPattern("(?m)^22,[^,]*,line\\.join,ACCEPTED,offers/1002,8,44,")
                .contains(",allotment.move,ACCEPTED,items/501,8,");
    }
}
