package io.sluice.ops.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalExplainTest {
    private static final int FINE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void sell() {
        ReferralJournal.writeTo(data);
    }

    @Test
    void anOrderOfABoundViewerCountsForTheGuideAndNamesTheTouchThatBound() {
        final JournalRun told = JournalRun.of("explain", data, "3");

        assertThat(told.exitCode()).as(told.err()).isEqualTo(FINE);
        assertThat(told.out())
                .startsWith("It counts for guide 导购 012 (12), store 上海南京路店 (3), because")
                .contains(
                        "order       3  2023-11-14T22:13:2",
                        "  viewer 51  room 7  record 18",
                        "store       3  上海南京路店\n",
                        "guide       12  导购 012\n",
                        "rule        GUIDE_BINDING  of policy 1: CARRIED, GUIDE_BINDING, ROOM_HOST\n",
                        "decided by  record 15  2023-11-14T22:13:2",
                        "  SHARE  code guide12\n")
                .doesNotContain("inviter");
    }

    @Test
    void itIsToldInChineseToo() {
        assertThat(JournalRun.of("explain", data, "3", "--lang", "zh").out())
                .startsWith("本单归属导购 012 (12)")
                .contains("第 15 条记录", "分享码 guide12", "第 1 版规则");
    }

    @Test
    void aGuestsOrderStaysWithTheInvitersGuide() {
        assertThat(JournalRun.of("explain", data, "4").out())
                .contains("guide       12  导购 012", "inviter     51\n", "decided by  record 16", "code viewer51");
    }

    @Test
    void aCarriedCodeDecidesByItself() {
        final JsonObject told = JournalRun.of("explain", data, "5", "--json").json();

        assertThat(told.getString("rule")).isEqualTo("CARRIED");
        assertThat(told.getString("share")).isEqualTo("group1001");
        assertThat(told.getJsonObject("group"))
                .isEqualTo(new JsonObject().put("id", ReferralJournal.GROUP).put("name", "社群 0001"));
        assertThat(told.getJsonArray("rules")).isEqualTo(JsonArray.of("CARRIED", "GUIDE_BINDING", "ROOM_HOST"));
        assertThat(told.containsKey("decidedBy")).isFalse();
        assertThat(JournalRun.of("explain", data, "5").out()).contains("decided by  the order's own code group1001");
    }

    @Test
    void anOrderFromBeforeTheFirstPolicySaysSo() {
        assertThat(JournalRun.of("explain", data, "1").out())
                .startsWith("It counts for nobody")
                .contains("rule        CARRIED  before the first policy", "decided by  the order itself");
    }

    @Test
    void anOrderThatIsNotPaidEarnsNobodyAnything() {
        assertThat(JournalRun.of("explain", data, "3").out()).contains("\nNobody earns of it before it is paid.\n");
        assertThat(JournalRun.of("explain", data, "3", "--lang", "zh").out()).contains("\n本单未支付，暂无分佣。\n");
    }

    @Test
    void whoEarnsIsSaidUntilWhenItIsFrozenAndWhatWasTakenBack() {
        ReferralJournal.earnIn(folder);

        final JournalRun told = JournalRun.of("explain", folder, "4");

        assertThat(told.exitCode()).as(told.err()).isEqualTo(FINE);
        assertThat(told.out())
                .contains(
                        "\nOf it guide 导购 012 (12) earns 495 fen less 495 taken back, viewer 51, who invited the buyer,"
                                + " earns 100 fen less 100 taken back; it is frozen until 2023-11-21T22:13:2")
                .containsPattern(
                        "\nearned      record 22  line 0  GUIDE 12  导购 012  495 fen  plan 1  frozen until 2023-")
                .containsPattern("\nearned      record 22  line 0  INVITER 51  100 fen  plan 1  frozen until 2023-")
                .containsPattern("\ntaken back  record 23  line 0  GUIDE 12  导购 012  -495 fen  plan 1  frozen until");
        assertThat(JournalRun.of("explain", folder, "4", "--lang", "zh").out())
                .contains("\n本单分佣：导购 012 (12) 495 分（已追回 495 分），邀请人用户 51 100 分（已追回 100 分）；冻结至 2023-");
        final JsonObject commission =
                JournalRun.of("explain", folder, "4", "--json").json().getJsonObject("commission");
        assertThat(commission.getJsonArray("moves")).hasSize(4);
        assertThat(commission.getJsonObject("sentence").getString("en")).startsWith("Of it guide");
    }

    @Test
    void anArchiveTellsTheSame() {
        final String before = JournalRun.of("explain", data, "3", "--json").out();
        ReferralJournal.writeTo(folder);
        try (SaleJournal sale = new SaleJournal(folder)) {
            sale.comment(1, "a run behind it");
        }

        assertThat(JournalRun.of("archive", folder, "--below", "21").out()).contains("1 to 20");
        assertThat(JournalRun.of("explain", folder, "3", "--json").json().getJsonObject("sentence"))
                .isEqualTo(new JsonObject(before).getJsonObject("sentence"));
    }

    @Test
    void anOrderThatWasPrunedIsNotMadeUp() {
        pruneAllBut(sale -> sale.comment(1, "again"));

        final JournalRun told = JournalRun.of("explain", folder, "3");
        assertThat(told.exitCode()).isEqualTo(FAILED);
        assertThat(told.err()).contains("the journal knows no order 3; it was pruned and begins with 21");
    }

    @Test
    void anOrderIsReadFromALaterRecordAndADecidingOneThatIsGoneIsNamed() {
        pruneAllBut(sale -> sale.pay(3));

        assertThat(JournalRun.of("explain", folder, "3").out())
                .contains(
                        "  viewer 51  room 7  record 21\n",
                        "guide       12  导购 012\n",
                        "rule        GUIDE_BINDING  of policy 1: CARRIED, GUIDE_BINDING, ROOM_HOST\n",
                        "decided by  record 15, which was pruned\n",
                        "\nNobody earns of it.\n");
    }

    /** Leaves the record of a second run, 21, and what two more comment. */
    private void pruneAllBut(final Consumer<SaleJournal> second) {
        ReferralJournal.writeTo(folder);
        for (int run = 0; run < 3; run++) {
            try (SaleJournal sale = new SaleJournal(folder)) {
                if (run == 0) {
                    second.accept(sale);
                } else {
                    sale.comment(1, "again");
                }
            }
        }
        assertThat(JournalRun.of("prune", folder, "--below", "21").exitCode()).isEqualTo(FINE);
    }

    @ParameterizedTest
    @CsvSource({
        "99,             1, the journal knows no order 99",
        "0,              2, ORDER 0: from 1 on",
        "x,              2, Invalid value for positional parameter",
        "3 --lang latin, 2, --lang",
    })
    void whatCannotBeExplainedIsNamed(final String words, final int exitCode, final String complaint) {
        final JournalRun told = JournalRun.of("explain", data, words.split(" ", -1));

        assertThat(told.exitCode()).isEqualTo(exitCode).isIn(FAILED, WRONG_USAGE);
        assertThat(told.err()).contains(complaint);
        assertThat(told.out()).isEmpty();
    }

    @Test
    void atShowsWhatIsKnownOfAViewer() {
        assertThat(JournalRun.of("at", data, "--viewer", "52", "--sequence", "17")
                        .out())
                .contains(
                        "known       of viewer 52 at sequence=17\n",
                        "guide       12  导购 012  in store 3  for good  record 16\n",
                        "invited by  51  record 16\n",
                        "invited     0\n",
                        "last touch  SHARE  2023-11-14T22:13:2");
        assertThat(JournalRun.of("at", data, "--viewer", "51", "--sequence", "15")
                        .out())
                .contains("invited     0");
        assertThat(JournalRun.of("at", data, "--viewer", "51").out()).contains("invited     1");
    }
}
