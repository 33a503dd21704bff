package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.protocol.RoomState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTickerTest {
    private static final long LI = 42;
    private static final long WANG = 43;
    private static final int HEARTBEAT_MS = 30_000;
    private static final int LONG_ROUND_MS = RoomOptions.DEFAULT_TICK_MS / 2 + 50;

    @TempDir
    private Path data;

    private LiveFixture fixture;

    @BeforeEach
    void sellInOneRoom() {
        fixture = new LiveFixture(data, new RoomOptions().heartbeatMs(HEARTBEAT_MS)).sell(100);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aNewcomerFirstGetsTheWholePicture() {
        final JsonNode room = fixture.connect(LI, null, Long.MAX_VALUE).next("room");

        assertThat(room.get("title").asText()).isEqualTo("晚场");
        assertThat(room.get("state").asText()).isEqualTo("LIVE");
        assertThat(room.get("pinned").isNull()).isTrue();
        assertThat(room.get("viewers").asInt()).isEqualTo(1);
        final JsonNode offer = room.get("offers").get(0);
        assertThat(offer.get("offer").asLong()).isEqualTo(Commands.OFFER);
        assertThat(offer.get("title").asText()).isEqualTo("蛋糕");
        assertThat(offer.get("available").asLong()).isEqualTo(100);
        assertThat(offer.get("state").asText()).isEqualTo("ON_SALE");
        assertThat(offer.has("closesAt")).isFalse();
        assertThat(offer.get("nextPrice").get("priceFen").asLong()).isEqualTo(4_900);
    }

    @Test
    void allThatChangedBetweenTwoTicksIsOneTick() {
        final TestViewer viewer = fixture.join(LI);
        for (int i = 0; i < 3; i++) {
            fixture.give(Commands.placeOrder(WANG, "k" + i, 2));
        }
        fixture.give(Commands.pin(Commands.OFFER));
        tickOnceHeard();

        final JsonNode tick = viewer.next("tick");
        assertThat(tick.get("stock").get("1001").asLong()).isEqualTo(94);
        assertThat(tick.get("pin").asLong()).isEqualTo(Commands.OFFER);
        assertThat(tick.get("bought")).hasSize(3);
        assertThat(tick.get("bought").get(0).get("name").asText()).isEqualTo("用户**43");
        assertThat(tick.get("bought").get(0).get("quantity").asInt()).isEqualTo(2);
        fixture.tick();
        fixture.give(Commands.pin(0));
        tickOnceHeard();
        final JsonNode next = viewer.next("tick");
        assertThat(next.get("pin").isNull()).isTrue();
        assertThat(next.has("stock")).isFalse();
        assertThat(next.get("seq").asLong()).isGreaterThan(tick.get("seq").asLong());
    }

    @Test
    void oneTickIsEncodedOnceForAllViewers() {
        final TestViewer first = fixture.join(LI);
        final TestViewer second = fixture.join(WANG);
        final long before = fixture.count(RoomCounter.TICKS_ENCODED);
        fixture.give(Commands.restock(1));
        tickOnceHeard();

        assertThat(first.await("tick").get("stock"))
                .isEqualTo(second.await("tick").get("stock"));
        assertThat(fixture.count(RoomCounter.TICKS_ENCODED)).isEqualTo(before + 1);
    }

    @Test
    void moreCommentsThanATickShowsAreCounted() {
        final TestViewer viewer = fixture.join(LI);
        for (int i = 0; i < 25; i++) {
            fixture.give(Commands.comment(WANG, "第" + i));
        }
        tickOnceHeard();

        final JsonNode tick = viewer.next("tick");
        assertThat(tick.get("comments")).hasSize(20);
        assertThat(tick.get("comments").get(0).get("text").asText()).isEqualTo("第0");
        assertThat(tick.get("shed").asInt()).isEqualTo(5);
        assertThat(fixture.count(RoomCounter.COMMENTS_SHOWN)).isEqualTo(20);
        assertThat(fixture.count(RoomCounter.COMMENTS_SHED)).isEqualTo(5);
    }

    @Test
    void aNewcomerSeesTheCommentsShownLast() {
        fixture.join(LI);
        for (int i = 0; i < 30; i++) {
            fixture.give(Commands.comment(WANG, "第" + i));
            tickOnceHeard();
        }

        final JsonNode comments =
                fixture.connect(WANG, null, Long.MAX_VALUE).next("room").get("comments");
        assertThat(comments).hasSize(20);
        assertThat(comments.get(0).get("text").asText()).isEqualTo("第10");
        assertThat(comments.get(19).get("text").asText()).isEqualTo("第29");
    }

    @Test
    void aHiddenCommentGoesFromTheScreensAndIsNotShownToNewcomers() {
        final TestViewer viewer = fixture.join(LI);
        fixture.give(Commands.comment(WANG, "广告"));
        fixture.give(Commands.comment(WANG, "好看"));
        tickOnceHeard();
        final JsonNode said = viewer.next("tick").get("comments");
        final long comment = said.get(0).get("id").asLong();

        fixture.give(Commands.hide(comment));
        tickOnceHeard();

        final JsonNode tick = viewer.next("tick");
        assertThat(tick.get("hidden").toString()).isEqualTo("[" + comment + "]");
        assertThat(tick.has("comments")).isFalse();
        final JsonNode room = fixture.connect(WANG, null, Long.MAX_VALUE).next("room");
        assertThat(room.get("comments")).hasSize(1);
        assertThat(room.get("comments").get(0).get("text").asText()).isEqualTo("好看");
        assertThat(room.get("hidden").toString()).isEqualTo("[" + comment + "]");
    }

    @Test
    void aCommentThatIsHiddenBeforeItsTickIsNeverShown() {
        final TestViewer viewer = fixture.join(LI);
        fixture.give(Commands.comment(WANG, "广告"));
        fixture.awaitHeard();
        fixture.give(Commands.hide(fixture.newestRecord()));
        tickOnceHeard();

        assertThat(viewer.next("tick").has("comments")).isFalse();
    }

    @Test
    void howSlowARoomIsIsToldWhenItChangesAndToNewcomers() {
        final TestViewer viewer = fixture.join(LI);
        fixture.give(Commands.slow(10));
        tickOnceHeard();
        assertThat(viewer.next("tick").get("slowSeconds").asInt()).isEqualTo(10);
        assertThat(fixture.connect(WANG, null, Long.MAX_VALUE)
                        .next("room")
                        .get("slowSeconds")
                        .asInt())
                .isEqualTo(10);

        fixture.give(Commands.slow(0));
        tickOnceHeard();

        assertThat(viewer.await("tick").get("slowSeconds").asInt(-1)).isZero();
        assertThat(fixture.connect(WANG, null, Long.MAX_VALUE).next("room").has("slowSeconds"))
                .isFalse();
    }

    @Test
    void aViewerHearsOfAMuteAndOfItsEndAndNobodyElseDoes() {
        final TestViewer viewer = fixture.join(LI);
        final TestViewer other = fixture.join(WANG);
        fixture.give(Commands.mute(LI));
        fixture.give(Commands.unmute(LI));
        fixture.give(Commands.comment(WANG, "好看"));
        tickOnceHeard();

        final JsonNode muted = viewer.await("mute");
        assertThat(muted.get("state").asText()).isEqualTo("MUTED");
        assertThat(muted.has("until")).isTrue();
        final JsonNode lifted = viewer.await("mute");
        assertThat(lifted.get("state").asText()).isEqualTo("LIFTED");
        assertThat(lifted.has("until")).isFalse();
        assertThat(other.next("tick").get("comments")).hasSize(1);
    }

    @Test
    void moreOrdersThanATickShowsAreCounted() {
        final TestViewer viewer = fixture.join(LI);
        for (int i = 0; i < 8; i++) {
            fixture.give(Commands.placeOrder(100 + i, "k", 1));
        }
        tickOnceHeard();

        final JsonNode tick = viewer.next("tick");
        assertThat(tick.get("bought")).hasSize(5);
        assertThat(tick.get("boughtMore").asInt()).isEqualTo(3);
    }

    @Test
    void aViewerWithANameShowsItsFirstCharacter() {
        final TestViewer viewer = fixture.join(LI);
        fixture.connect(WANG, "王小明", Long.MAX_VALUE).next("room");
        fixture.give(Commands.comment(WANG, "好看"));
        tickOnceHeard();

        assertThat(viewer.next("tick").get("comments").get(0).get("name").asText())
                .isEqualTo("王**");
    }

    @Test
    void likesOfATickAreOneCommand() {
        final TestViewer viewer = fixture.join(LI);
        final TestViewer other = fixture.join(WANG);
        viewer.send("{\"t\":\"like\",\"n\":3}");
        other.send("{\"t\":\"like\",\"n\":4}");
        await().until(() -> fixture.count(RoomCounter.LIKES_TAKEN) == 7);
        fixture.tick();
        tickOnceHeard();

        JsonNode tick = viewer.await("tick");
        while (!tick.has("likes")) {
            tick = viewer.await("tick");
        }
        assertThat(tick.get("likes").asLong()).isEqualTo(7);
        assertThat(fixture.count(RoomCounter.LIKES_COMMANDS)).isEqualTo(1);
    }

    @Test
    void aNewTitleIsAWholePictureAndTheTalkWaitsForTheNextTick() {
        final TestViewer viewer = fixture.join(LI);
        fixture.give(Commands.comment(WANG, "好看"));
        fixture.give(Commands.putRoom(Commands.ROOM, "返场"));
        tickOnceHeard();
        fixture.tick();

        final JsonNode room = viewer.next("room");
        assertThat(room.get("title").asText()).isEqualTo("返场");
        assertThat(room.get("comments")).isEmpty();
        assertThat(viewer.next("tick").get("comments")).hasSize(1);
    }

    @Test
    void aRoomsEndIsTold() {
        final TestViewer viewer = fixture.join(LI);
        fixture.give(Commands.changeRoomState(RoomState.ENDED));
        tickOnceHeard();

        assertThat(viewer.next("tick").get("state").asText()).isEqualTo("ENDED");
    }

    @Test
    void aSaleBeginsByTimeAlone() {
        final TestViewer viewer = fixture.join(LI);
        final long opensAtMs = fixture.rooms.nowMs() + 60_000;
        fixture.give(Commands.putOffer(1002, opensAtMs, LiveFixture.HOLD_SECONDS));
        tickOnceHeard();
        assertThat(viewer.next("tick").get("offers").get(0).get("state").asText())
                .isEqualTo("UPCOMING");

        fixture.pass(60_000);
        fixture.tick();
        assertThat(viewer.next("tick").get("offers").get(0).get("state").asText())
                .isEqualTo("ON_SALE");
    }

    @Test
    void anIdleRoomIsTickedOnceAHeartbeat() {
        final TestViewer viewer = fixture.join(LI);
        fixture.pass(HEARTBEAT_MS);
        fixture.tick();
        assertThat(fieldNames(viewer.next("tick"))).containsExactly("t", "seq", "now", "viewers");

        fixture.pass(HEARTBEAT_MS / 2);
        fixture.tick();
        fixture.pass(HEARTBEAT_MS / 2);
        fixture.tick();
        assertThat(fieldNames(viewer.next("tick"))).containsExactly("t", "seq", "now");
        assertThat(fixture.count(RoomCounter.TICKS_SENT)).isEqualTo(2);
    }

    @Test
    void theBodyForHttpIsThePictureOfTheNewestTick() {
        final ObjectNode frame =
                (ObjectNode) fixture.connect(LI, null, Long.MAX_VALUE).next("room");
        fixture.give(Commands.restock(5));
        tickOnceHeard();

        final ObjectNode body = (ObjectNode)
                LiveSchema.parse(fixture.rooms.snapshot(Commands.ROOM).toString(StandardCharsets.UTF_8));
        assertThat(body.get("offers").get(0).get("available").asLong()).isEqualTo(105);
        assertThat(body.get("sequence").asLong())
                .isEqualTo(frame.get("sequence").asLong() + 1);
        frame.remove("t");
        assertThat(fieldNames(body)).isEqualTo(fieldNames(frame));
        assertThat(fixture.rooms.snapshot(99)).isNull();
    }

    @Test
    void aRoomMadeWhileItRunsCanBeEntered() {
        fixture.give(Commands.putRoom(8, "第二间"));
        fixture.awaitHeard();

        await().until(() -> fixture.refusal(8) == null);
        assertThat(fixture.rooms.snapshot(8)).isNotNull();
    }

    private static List<String> fieldNames(final JsonNode object) {
        final List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void ticksComeLessOftenWhileAnEventLoopTakesLongOverOne() {
        fixture.join(LI);
        final RoomRegistry registry = fixture.rooms.registries().get(0);
        final CountDownLatch busy = new CountDownLatch(1);
        fixture.blockServer(busy);
        fixture.tick();
        CompletableFuture.delayedExecutor(LONG_ROUND_MS, TimeUnit.MILLISECONDS).execute(busy::countDown);
        await().until(() -> registry.roundNs() >= TimeUnit.MILLISECONDS.toNanos(LONG_ROUND_MS));

        fixture.tick();
        assertThat(fixture.rooms.tickMs()).isEqualTo(2 * RoomOptions.DEFAULT_TICK_MS);
        fixture.tick();
        assertThat(fixture.count(RoomCounter.ROUNDS_DEFERRED)).isEqualTo(1);
    }

    private void tickOnceHeard() {
        fixture.awaitHeard();
        fixture.tick();
    }
}
