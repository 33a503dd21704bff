package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PostCommentEncoder;
import io.sluice.gateway.Api;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What moderators see and do, and what viewers may ask of them. */
class ModerationTest {
    private static final String OPERATOR = "/api/v1/operator";
    private static final String ROOM = OPERATOR + "/rooms/7";
    private static final long MODERATOR = 8;
    private static final long LI = 42;
    private static final long WANG = 43;

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data);
        gateway.rooms().put(7, "{\"room\":7}");
        api = gateway.api();
        Shop.open(api, 1);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void theFlowHasTheNewestFirstWithWhoHidWhat() {
        final long first = comment(LI, "第一条");
        final long second = comment(WANG, "Second");
        moderate("/rooms/7/comments/" + first + "/hide").answers(200);

        final Api.Reply flow = api.get(ROOM + "/comments").operator().answers(200);

        assertThat(flow.at("/comments/0/comment").asLong()).isEqualTo(second);
        assertThat(flow.at("/comments/0/text").asText()).isEqualTo("Second");
        assertThat(flow.at("/comments/0").has("hiddenBy")).isFalse();
        assertThat(flow.at("/comments/1/comment").asLong()).isEqualTo(first);
        assertThat(flow.at("/comments/1/viewer").asLong()).isEqualTo(LI);
        assertThat(flow.at("/comments/1/hiddenBy").asLong()).isEqualTo(MODERATOR);
        assertThat(flow.at("/sequence").asLong()).isEqualTo(gateway.sequence());
    }

    @Test
    void theFlowIsReadPageByPageAndSearched() {
        for (int i = 0; i < 5; i++) {
            comment(i % 2 == 0 ? LI : WANG, "Nr " + i);
        }

        final Api.Reply page = api.get(ROOM + "/comments?limit=2").operator().answers(200);
        assertThat(page.at("/comments")).hasSize(2);
        final long next = page.at("/next").asLong();
        final Api.Reply rest =
                api.get(ROOM + "/comments?limit=200&before=" + next).operator().answers(200);
        assertThat(rest.at("/comments")).hasSize(3);
        assertThat(rest.at("/next").isMissingNode()).isTrue();
        assertThat(found("nr%203")).hasSize(1);
        assertThat(found("43")).as("who said it").hasSize(2);
        assertThat(found("nobody")).isEmpty();
        api.get(ROOM + "/comments?limit=201").operator().isRefused(400, "FIELD_INVALID");
        api.get(ROOM + "/comments?search=" + "x".repeat(51)).operator().isRefused(400, "FIELD_INVALID");
    }

    @Test
    void aCommentIsHiddenOnceAndOnlyInItsRoom() {
        final long comment = comment(LI, "广告");
        final String hide = "/rooms/7/comments/" + comment + "/hide";

        assertThat(moderate(hide).answers(200).at("/viewer").asLong()).isEqualTo(LI);
        final Api.Reply again = moderate(hide).answers(200);
        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
        moderate("/rooms/8/comments/" + comment + "/hide").isRefused(404, "COMMENT_UNKNOWN");
        moderate("/rooms/7/comments/1/hide").isRefused(404, "COMMENT_UNKNOWN");
    }

    @Test
    void wordsAreBlockedOneAtATime() {
        word("{\"word\":\"Spam\",\"blocked\":true}").answers(200);
        assertThat(word("{\"word\":\"s p a m\",\"blocked\":true}").answers(200).header("idempotency-replayed"))
                .isEqualTo("true");
        word("{\"word\":\"假货\",\"blocked\":true}").answers(200);

        assertThat(words()).isEqualTo("[\"Spam\",\"假货\"]");
        word("{\"word\":\"ＳＰＡＭ\",\"blocked\":false}").answers(200);
        assertThat(words()).isEqualTo("[\"假货\"]");
        word("{\"word\":\"spam\",\"blocked\":false}").isRefused(404, "WORD_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"blocked\":true} | FIELD_MISSING | word",
                "{\"word\":\"x\"} | FIELD_MISSING | blocked",
                "{\"word\":\" \",\"blocked\":true} | FIELD_INVALID | word",
                "{\"word\":\"\u200b\",\"blocked\":true} | FIELD_INVALID | word",
                "{\"word\":\"一二三四五六七八九十一二三四五六七八九十一\",\"blocked\":true} | FIELD_INVALID | word"
            })
    void aBadWordIsRefusedByItsPlace(final String body, final String code, final String field) {
        assertThat(word(body).isRefused(400, code).at("/field").asText()).isEqualTo(field);
    }

    @Test
    void aRoomIsMadeSlowWithinBounds() {
        slow("/rooms/7", 10).answers(200);
        slow("/rooms/7", 0).answers(200);
        slow("/rooms/8", 10).isRefused(404, "ROOM_UNKNOWN");
        slow("/rooms/7", 601).isRefused(400, "FIELD_INVALID");
        api.post(ROOM + "/slow", "{}").operator().isRefused(400, "FIELD_MISSING");
    }

    @Test
    void theMostReportedComeFirstUntilTheyAreHidden() {
        final long mild = comment(LI, "不好看");
        final long bad = comment(LI, "广告");
        report(WANG, mild).answers(200);
        report(WANG, bad).answers(200);
        report(44, bad).answers(200);
        assertThat(report(44, bad).answers(200).header("idempotency-replayed")).isEqualTo("true");
        report(44, 1).isRefused(404, "COMMENT_UNKNOWN");

        final JsonNode reported = talk().at("/reported");
        assertThat(reported).hasSize(2);
        assertThat(reported.at("/0/comment").asLong()).isEqualTo(bad);
        assertThat(reported.at("/0/reports").asLong()).isEqualTo(2);
        assertThat(reported.at("/1/reports").asLong()).isEqualTo(1);
        moderate("/rooms/7/comments/" + bad + "/hide").answers(200);
        assertThat(talk().at("/reported/0/comment").asLong()).isEqualTo(mild);
    }

    @Test
    void anAppealWaitsForAModeratorAndIsGrantedOnce() {
        appeal(LI, "误会").isRefused(409, "NOT_MUTED");
        mute("{\"for\":\"P7D\",\"reason\":\"骂人\"}");
        final long appeal = appeal(LI, "误会").answers(200).at("/sequence").asLong();
        appeal(LI, "真的").isRefused(409, "APPEAL_MADE");

        final JsonNode open = talk().at("/appeals/0");
        assertThat(open.at("/appeal").asLong()).isEqualTo(appeal);
        assertThat(open.at("/state").asText()).isEqualTo("OPEN");
        assertThat(open.at("/text").asText()).isEqualTo("误会");
        assertThat(open.at("/reason").asText()).isEqualTo("骂人");
        assertThat(open.at("/mutedBy").asLong()).isEqualTo(MODERATOR);
        decide(LI, appeal, true).answers(200);
        decide(LI, appeal, false).isRefused(404, "APPEAL_UNKNOWN");

        assertThat(talk().at("/appeals/0/state").asText()).isEqualTo("GRANTED");
        assertThat(talk().at("/appeals/0/decidedBy").asLong()).isEqualTo(MODERATOR);
        appeal(LI, "谢谢").isRefused(409, "NOT_MUTED");
    }

    @Test
    void anAppealOfAMuteThatIsLiftedOtherwiseIsOver() {
        comment(LI, "早");
        mute("{\"for\":\"FOREVER\"}");
        assertThat(api.get(ROOM + "/comments")
                        .operator()
                        .answers(200)
                        .at("/comments/0/muted")
                        .asBoolean())
                .isTrue();
        final long appeal = appeal(LI, "误会").answers(200).at("/sequence").asLong();
        mute("{\"for\":\"NONE\"}");

        assertThat(talk().at("/appeals/0/state").asText()).isEqualTo("OVER");
        decide(LI, appeal, true).isRefused(404, "APPEAL_UNKNOWN");
        assertThat(api.get(ROOM + "/comments")
                        .operator()
                        .answers(200)
                        .at("/comments/0")
                        .has("muted"))
                .isFalse();
    }

    @Test
    void whoDidWhatStandsInTheOrderOfTheJournal() {
        final long comment = comment(LI, "广告");
        moderate("/rooms/7/comments/" + comment + "/hide").answers(200);
        moderate("/rooms/7/comments/1/hide").isRefused(404, "COMMENT_UNKNOWN");
        mute("{\"for\":\"P1D\",\"reason\":\"广告\"}");
        slow("/rooms/7", 30).answers(200);
        gateway.rooms().put(9, "{\"room\":9}");

        final JsonNode deeds = talk().at("/deeds");
        assertThat(deeds.at("/0/type").asText()).isEqualTo("io.sluice.room.slow");
        assertThat(deeds.at("/0/seconds").asInt()).isEqualTo(30);
        assertThat(deeds.at("/1/for").asText()).isEqualTo("P1D");
        assertThat(deeds.at("/1/reason").asText()).isEqualTo("广告");
        assertThat(deeds.at("/2/outcome").asText()).isEqualTo("COMMENT_UNKNOWN");
        assertThat(deeds.at("/3/operator").asLong()).isEqualTo(MODERATOR);
        assertThat(deeds.at("/3/viewer").asLong()).isEqualTo(LI);
        assertThat(api.get(OPERATOR + "/rooms/9/talk").operator().answers(200).at("/deeds"))
                .as("of another room only what is about all")
                .hasSize(1);
    }

    @Test
    void viewersModerateNothingAndOperatorsReportNothing() {
        final long comment = comment(LI, "广告");
        api.post(ROOM + "/comments/" + comment + "/hide").viewer(LI).isRefused(403, "ROLE_NOT_ALLOWED");
        api.get(ROOM + "/comments").viewer(LI).isRefused(403, "ROLE_NOT_ALLOWED");
        api.get(ROOM + "/talk").viewer(LI).isRefused(403, "ROLE_NOT_ALLOWED");
        api.post("/api/v1/rooms/7/comments/" + comment + "/report").operator().isRefused(403, "ROLE_NOT_ALLOWED");
        api.get(OPERATOR + "/rooms/8/comments").operator().isRefused(404, "ROOM_UNKNOWN");
        api.get(OPERATOR + "/rooms/8/talk").operator().isRefused(404, "ROOM_UNKNOWN");
    }

    private JsonNode talk() {
        return api.get(ROOM + "/talk").operator().answers(200).json();
    }

    private JsonNode found(final String search) {
        return api.get(ROOM + "/comments?search=" + search)
                .operator()
                .answers(200)
                .at("/comments");
    }

    private String words() {
        return api.get(OPERATOR + "/block-words")
                .operator()
                .answers(200)
                .at("/words")
                .toString();
    }

    private Api.Call moderate(final String path) {
        return api.post(OPERATOR + path).as(Role.OPERATOR, MODERATOR);
    }

    private Api.Call word(final String body) {
        return api.post(OPERATOR + "/block-words", body).operator();
    }

    private Api.Call slow(final String room, final int seconds) {
        return api.post(OPERATOR + room + "/slow", "{\"seconds\":" + seconds + "}")
                .operator();
    }

    private Api.Call report(final long viewer, final long comment) {
        return api.post("/api/v1/rooms/7/comments/" + comment + "/report").viewer(viewer);
    }

    private Api.Call appeal(final long viewer, final String text) {
        return api.post("/api/v1/me/appeal", "{\"text\":\"" + text + "\"}").viewer(viewer);
    }

    private Api.Call decide(final long viewer, final long appeal, final boolean granted) {
        return api.post(
                        OPERATOR + "/viewers/" + viewer + "/appeal",
                        "{\"appeal\":" + appeal + ",\"granted\":" + granted + "}")
                .as(Role.OPERATOR, MODERATOR);
    }

    private void mute(final String body) {
        api.post(OPERATOR + "/viewers/" + LI + "/mute", body)
                .as(Role.OPERATOR, MODERATOR)
                .answers(200);
    }

    /** Says something, as over a live connection; answers its record. */
    private long comment(final long viewer, final String text) {
        return gateway.record((buffer, offset) -> {
            final PostCommentEncoder comment = new PostCommentEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .viewer(viewer)
                    .room(7)
                    .text(text);
            return MessageHeaderEncoder.ENCODED_LENGTH + comment.encodedLength();
        });
    }
}
