package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.protocol.RoomState;
import io.sluice.gateway.http.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveHandlerTest {
    private static final long LI = 42;
    private static final long WANG = 43;
    private static final String ORDER = "{\"t\":\"order\",\"key\":\"%s\",\"lines\":[{\"offer\":1001,\"quantity\":%d}]}";

    @TempDir
    private Path data;

    private LiveFixture fixture;

    @BeforeEach
    void sellInOneRoom() {
        fixture = new LiveFixture(data, new RoomOptions()).sell(10);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anOrderIsAnsweredToTheSocketThatSentIt() {
        final TestViewer viewer = fixture.join(LI);
        viewer.send(ORDER.formatted("press-1", 2));

        final JsonNode order = viewer.await("order");
        assertThat(order.get("key").asText()).isEqualTo("press-1");
        assertThat(order.get("state").asText()).isEqualTo("RESERVED");
        assertThat(order.get("totalFen").asLong()).isEqualTo(2 * Commands.PRICE_FEN);
        assertThat(order.get("durability").asText()).isEqualTo("PROCESS");
        assertThat(order.has("replayed")).isFalse();
    }

    @Test
    void anotherWindowOfTheViewerHearsOfTheOrderAndNobodyElseDoes() {
        final TestViewer viewer = fixture.join(LI);
        final TestViewer window = fixture.join(LI);
        final TestViewer stranger = fixture.join(WANG);
        viewer.send(ORDER.formatted("press-1", 1));

        final JsonNode news = window.next("order");
        assertThat(news.has("key")).isFalse();
        assertThat(news.get("order")).isEqualTo(viewer.await("order").get("order"));
        stranger.send("{\"t\":\"ping\"}");
        stranger.next("pong");
    }

    @Test
    void theSameKeyAgainIsTheFirstAnswerAgain() {
        final TestViewer viewer = fixture.join(LI);
        viewer.send(ORDER.formatted("press-1", 1));
        final JsonNode first = keyed(viewer);
        viewer.send(ORDER.formatted("press-1", 1));
        final JsonNode again = keyed(viewer);

        assertThat(again.get("replayed").asBoolean()).isTrue();
        assertThat(again.get("order")).isEqualTo(first.get("order"));
        assertThat(again.get("sequence")).isEqualTo(first.get("sequence"));
    }

    @Test
    void aRefusedOrderSaysWhyWithItsKey() {
        final TestViewer viewer = fixture.join(LI);
        viewer.send(ORDER.formatted("press-1", 11));

        final JsonNode refused = viewer.next("refused");
        assertThat(refused.get("of").asText()).isEqualTo("order");
        assertThat(refused.get("key").asText()).isEqualTo("press-1");
        assertThat(refused.get("code").asText()).isEqualTo("SOLD_OUT");
        assertThat(refused.get("offer").asLong()).isEqualTo(Commands.OFFER);
        assertThat(refused.get("available").asLong()).isEqualTo(10);
        assertThat(refused.get("sequence").asLong()).isPositive();
    }

    @Test
    void aViewerHearsOfEveryLaterStateOfItsOrder() {
        final TestViewer viewer = fixture.join(LI);
        fixture.give(Commands.placeOrder(LI, "over-http", 2));
        final JsonNode reserved = viewer.next("order");
        final long order = reserved.get("order").asLong();
        fixture.give(Commands.pay(order, 2 * Commands.PRICE_FEN));
        fixture.give(Commands.refund(order, 1));

        assertThat(reserved.get("state").asText()).isEqualTo("RESERVED");
        assertThat(viewer.next("order").get("state").asText()).isEqualTo("PAID");
        final JsonNode refunded = viewer.next("order");
        assertThat(refunded.get("lines").get(0).get("quantity").asInt()).isEqualTo(2);
        assertThat(refunded.get("lines").get(0).get("refunded").asInt()).isEqualTo(1);
        assertThat(refunded.get("refundedFen").asLong()).isEqualTo(Commands.PRICE_FEN);
    }

    @Test
    void aViewerHearsOfItsCancelledAndItsExpiredOrder() {
        fixture.give(Commands.putOffer(Commands.OFFER, 0, 5));
        final TestViewer viewer = fixture.join(LI);
        fixture.give(Commands.placeOrder(LI, "first", 1));
        fixture.give(Commands.placeOrder(LI, "second", 1));
        fixture.give(Commands.cancel(LI, viewer.next("order").get("order").asLong()));
        viewer.next("order");

        assertThat(viewer.next("order").get("state").asText()).isEqualTo("CANCELLED");
        assertThat(viewer.next("order").get("state").asText()).isEqualTo("EXPIRED");
    }

    @Test
    void aCommentIsToldToItsAuthorAtOnceAndToAllWithTheTick() {
        final TestViewer viewer = fixture.join(LI);
        viewer.send("{\"text\":\"  <b>想要</b> \",\"t\":\"comment\"}");
        final JsonNode own = viewer.next("comment");
        fixture.awaitHeard();
        fixture.tick();

        assertThat(own.get("text").asText()).isEqualTo("<b>想要</b>");
        assertThat(own.get("name").asText()).isEqualTo("用户**42");
        final JsonNode shown = viewer.next("tick").get("comments").get(0);
        assertThat(shown.get("id")).isEqualTo(own.get("id"));
        assertThat(shown.get("text")).isEqualTo(own.get("text"));
    }

    @Test
    void aMutedViewerIsToldSo() {
        fixture.give(Commands.mute(LI));
        fixture.awaitHeard();
        final TestViewer viewer = fixture.join(LI);
        viewer.send("{\"t\":\"comment\",\"text\":\"好\"}");

        assertThat(viewer.next("refused").get("code").asText()).isEqualTo("VIEWER_MUTED");
    }

    @Test
    void anEndedRoomTakesNoComments() {
        fixture.give(Commands.changeRoomState(RoomState.ENDED));
        final TestViewer viewer = fixture.join(LI);
        viewer.send("{\"t\":\"comment\",\"text\":\"好\"}");

        assertThat(viewer.next("refused").get("code").asText()).isEqualTo("ROOM_ENDED");
    }

    @Test
    void aPingIsAnsweredWithTheTime() {
        final TestViewer viewer = fixture.join(LI);
        viewer.send("{\"t\":\"ping\"}");

        assertThat(viewer.next("pong").get("now").asLong()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello | frame | MALFORMED_JSON |",
                "[1] | frame | MALFORMED_JSON |",
                "{\"t\":\"like\" | like | MALFORMED_JSON |",
                "{\"t\":\"like\",\"n\":1,\"n\":2} | like | MALFORMED_JSON | n",
                "{\"t\":\"ping\"} {} | ping | MALFORMED_JSON |",
                "{} | frame | FIELD_MISSING | t",
                "{\"t\":7} | frame | FRAME_UNKNOWN | t",
                "{\"t\":\"buy\"} | frame | FRAME_UNKNOWN | t",
                "{\"t\":\"ping\",\"x\":1} | ping | UNKNOWN_FIELD | x",
                "{\"t\":\"like\"} | like | FIELD_MISSING | n",
                "{\"t\":\"like\",\"n\":0} | like | FIELD_INVALID | n",
                "{\"t\":\"like\",\"n\":51} | like | FIELD_INVALID | n",
                "{\"t\":\"like\",\"n\":1.0} | like | FIELD_INVALID | n",
                "{\"t\":\"comment\"} | comment | FIELD_MISSING | text",
                "{\"t\":\"comment\",\"text\":\"  \"} | comment | FIELD_INVALID | text",
                "{\"t\":\"comment\",\"text\":\"a\\u0007\"} | comment | FIELD_INVALID | text",
                "{\"t\":\"comment\",\"text\":\"123456789012345678901234567890123456789012345678901\"}"
                        + " | comment | FIELD_INVALID | text",
                "{\"t\":\"order\",\"lines\":[{\"offer\":1,\"quantity\":1}]} | order | KEY_MISSING | key",
                "{\"t\":\"order\",\"key\":\"a b\",\"lines\":[]} | order | KEY_INVALID | key",
                "{\"t\":\"order\",\"key\":\"k\"} | order | FIELD_MISSING | lines",
                "{\"t\":\"order\",\"key\":\"k\",\"lines\":[]} | order | FIELD_INVALID | lines",
                "{\"t\":\"order\",\"key\":\"k\",\"lines\":[{\"offer\":1,\"quantity\":0}]}"
                        + " | order | FIELD_INVALID | lines[0].quantity",
                "{\"t\":\"order\",\"key\":\"k\",\"viewer\":9,\"lines\":[{\"offer\":1,\"quantity\":1}]}"
                        + " | order | UNKNOWN_FIELD | viewer",
            })
    void aBadFrameIsRefusedWithItsReason(final String frame, final String of, final String code, final String field) {
        final TestViewer viewer = fixture.join(LI);
        viewer.send(frame);

        final JsonNode refused = viewer.next("refused");
        assertThat(refused.get("of").asText()).isEqualTo(of);
        assertThat(refused.get("code").asText()).isEqualTo(code);
        assertThat(refused.path("field").asText(null)).isEqualTo(field);
    }

    @Test
    void aBadOrderIsRefusedWithItsKey() {
        final TestViewer viewer = fixture.join(LI);
        viewer.send("{\"t\":\"order\",\"key\":\"press-1\",\"lines\":[{\"offer\":1}]}");

        assertThat(viewer.next("refused").get("key").asText()).isEqualTo("press-1");
    }

    @Test
    void whoGoesOnSendingBadFramesIsLetGo() {
        final TestViewer viewer = fixture.join(LI);
        for (int i = 0; i < RoomOptions.DEFAULT_MAX_BAD_FRAMES; i++) {
            viewer.send("hello");
            viewer.next("refused");
        }

        final JsonNode bye = viewer.next("bye");
        assertThat(bye.get("reason").asText()).isEqualTo("BAD_FRAMES");
        assertThat(bye.has("reconnectAfterMs")).isFalse();
        assertThat(viewer.closeCode()).isEqualTo(4400);
    }

    @Test
    void whoTalksTooFastIsToldAndInTheEndLetGo() {
        final TestViewer viewer = fixture.join(LI);
        for (int i = 0; i < 3 + RoomOptions.DEFAULT_MAX_TOO_FAST + 3; i++) {
            viewer.send("{\"t\":\"comment\",\"text\":\"好\"}");
        }

        final JsonNode refused = viewer.await("refused");
        assertThat(refused.get("code").asText()).isEqualTo("TOO_FAST");
        assertThat(refused.get("retryAfterSeconds").asInt()).isEqualTo(1);
        final JsonNode bye = viewer.await("bye");
        assertThat(bye.get("reason").asText()).isEqualTo("TOO_FAST");
        assertThat(bye.get("reconnectAfterMs").asInt()).isNotNegative();
        assertThat(viewer.closeCode()).isEqualTo(4429);
    }

    @Test
    void pressureShedsCommentsAloudAndLikesInSilence() {
        fixture.ringPercent.set(60);
        final TestViewer viewer = fixture.join(LI);
        viewer.send("{\"t\":\"like\",\"n\":5}");
        viewer.send("{\"t\":\"comment\",\"text\":\"好\"}");
        viewer.send(ORDER.formatted("press-1", 1));

        assertThat(viewer.next("refused").get("code").asText()).isEqualTo("TALK_SHED");
        viewer.next("order");
        assertThat(fixture.count(RoomCounter.LIKES_SHED)).isEqualTo(5);
    }

    @Test
    void whatGoesWrongHereClosesTheConnection() {
        final TestViewer viewer = fixture.join(LI);
        fixture.ringPercent.set(-1);
        viewer.send("{\"t\":\"comment\",\"text\":\"好\"}");

        assertThat(viewer.closeCode()).isEqualTo(1011);
    }

    @Test
    void framesAreRefusedWhileTheServerStops() {
        final TestViewer viewer = fixture.join(LI);
        fixture.admission.stop();
        viewer.send("{\"t\":\"like\",\"n\":5}");
        viewer.send(ORDER.formatted("press-1", 1));
        viewer.send("{\"t\":\"comment\",\"text\":\"好\"}");

        final JsonNode refused = viewer.next("refused");
        assertThat(refused.get("code").asText()).isEqualTo("STOPPING");
        assertThat(refused.get("key").asText()).isEqualTo("press-1");
        assertThat(viewer.next("refused").get("of").asText()).isEqualTo("comment");
        assertThat(fixture.count(RoomCounter.LIKES_SHED)).isEqualTo(5);
    }

    @Test
    void aBinaryMessageClosesTheConnection() {
        final TestViewer viewer = fixture.join(LI);
        viewer.sendBinary(new byte[] {1});

        assertThat(viewer.closeCode()).isEqualTo(1003);
    }

    @Test
    void textThatIsNotUtf8ClosesTheConnection() {
        final TestViewer viewer = fixture.join(LI);
        viewer.sendText(new byte[] {'"', (byte) 0xC0, '"'}, true);

        assertThat(viewer.closeCode()).isEqualTo(1007);
    }

    @Test
    void aMessageOfMoreThanFourKibibytesClosesTheConnection() {
        final TestViewer viewer = fixture.join(LI);
        viewer.send("x".repeat(LiveHandler.MAX_MESSAGE_BYTES + 1));

        assertThat(viewer.closeCode()).isEqualTo(1009);
    }

    @Test
    void aFrameThatIsFarTooLongClosesTheConnection() {
        final TestViewer viewer = fixture.join(LI);
        viewer.send("x".repeat(1 << 20));

        assertThat(viewer.closeCode()).isEqualTo(1009);
        await().until(() -> fixture.rooms.connections() == 0);
    }

    @Test
    void aMessageMayComeInPartsAndIsCountedWhole() {
        final TestViewer viewer = fixture.join(LI);
        viewer.sendText("{\"t\":".getBytes(StandardCharsets.UTF_8), false);
        viewer.sendRest("\"ping\"}");
        viewer.next("pong");

        viewer.sendText(new byte[LiveHandler.MAX_MESSAGE_BYTES], false);
        viewer.sendRest("x");
        assertThat(viewer.closeCode()).isEqualTo(1009);
    }

    @Test
    void theOldestOfTooManyConnectionsIsReplaced() {
        final TestViewer oldest = fixture.join(LI);
        for (int i = 0; i < RoomOptions.DEFAULT_MAX_CONNECTIONS_PER_VIEWER; i++) {
            fixture.join(LI);
        }

        assertThat(oldest.next("bye").get("reason").asText()).isEqualTo("REPLACED");
        assertThat(oldest.closeCode()).isEqualTo(4409);
        await().until(() -> fixture.rooms.connections() == RoomOptions.DEFAULT_MAX_CONNECTIONS_PER_VIEWER);
    }

    @Test
    void whoLeavesIsForgotten() {
        final TestViewer viewer = fixture.join(LI);
        viewer.leave();

        await().until(() -> fixture.rooms.connections() == 0);
        assertThat(fixture.count(RoomCounter.CONNECTIONS_CLOSED)).isEqualTo(1);
    }

    @Test
    void aTokenThatExpiresEndsTheConnection() {
        final TestViewer viewer = fixture.connect(LI, null, System.currentTimeMillis());
        viewer.next("room");
        fixture.pass(1_000);
        fixture.tick();

        assertThat(viewer.await("bye").get("reason").asText()).isEqualTo("TOKEN_EXPIRED");
        assertThat(viewer.closeCode()).isEqualTo(4401);
    }

    @Test
    void aRoomThatIsNotThereOrIsFullCannotBeEntered() {
        assertThat(fixture.refusal(99).code()).isEqualTo(ProblemCode.ROOM_UNKNOWN);
        assertThat(fixture.refusal(Commands.ROOM)).isNull();
        fixture.close();
        fixture = new LiveFixture(data, new RoomOptions().maxConnections(1));
        fixture.join(LI);

        assertThat(fixture.refusal(Commands.ROOM).code()).isEqualTo(ProblemCode.ROOM_FULL);
        assertThat(fixture.count(RoomCounter.CONNECTIONS_REFUSED)).isEqualTo(1);
    }

    @Test
    void aStopSaysByeToEverybodyAndTakesNobodyIn() {
        final TestViewer first = fixture.join(LI);
        final TestViewer second = fixture.join(WANG);
        fixture.rooms.stop().toCompletionStage().toCompletableFuture().join();

        final JsonNode bye = first.next("bye");
        assertThat(bye.get("reason").asText()).isEqualTo("STOPPING");
        assertThat(bye.get("reconnectAfterMs").asInt()).isBetween(0, RoomOptions.DEFAULT_RECONNECT_SPREAD_MS);
        assertThat(first.closeCode()).isEqualTo(1001);
        assertThat(second.next("bye").get("reason").asText()).isEqualTo("STOPPING");
        assertThat(second.closeCode()).isEqualTo(1001);
        assertThat(fixture.refusal(Commands.ROOM).code()).isEqualTo(ProblemCode.STOPPING);
    }

    /** The answer to an order frame; news of the same order may come before it. */
    private static JsonNode keyed(final TestViewer viewer) {
        JsonNode order = viewer.await("order");
        while (!order.has("key")) {
            order = viewer.await("order");
        }
        return order;
    }
}
