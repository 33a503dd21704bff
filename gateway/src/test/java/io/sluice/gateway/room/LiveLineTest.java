package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveLineTest {
    private static final long LI = 42;
    private static final long WANG = 43;
    private static final long ZHAO = 44;
    private static final int TURN_SECONDS = 60;
    private static final String WAIT = "{\"t\":\"wait\",\"id\":\"w-1\",\"offer\":1001,\"units\":1}";
    private static final String LEAVE = "{\"t\":\"leave\",\"id\":\"w-2\",\"offer\":1001}";

    @TempDir
    private Path data;

    private LiveFixture fixture;

    @BeforeEach
    void sellTheLastUnit() {
        fixture = new LiveFixture(data, new RoomOptions()).sell(1);
        fixture.give(Commands.putOffer(Commands.OFFER, 0, LiveFixture.HOLD_SECONDS, TURN_SECONDS));
        fixture.give(Commands.placeOrder(LI, "press", 1));
        fixture.awaitHeard();
        fixture.tick();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aPlaceIsToldOnTheConnectionsOfItsViewerAndNobodyElses() {
        final TestViewer phone = fixture.join(WANG);
        final TestViewer laptop = fixture.join(WANG);
        final TestViewer other = fixture.join(ZHAO);
        phone.send(WAIT);

        final JsonNode answer = answer(phone);
        assertThat(answer.get("id").asText()).isEqualTo("w-1");
        assertThat(answer.get("state").asText()).isEqualTo("WAITING");
        final JsonNode news = laptop.next("place");
        assertThat(news.has("id")).isFalse();
        assertThat(news.get("sequence")).isEqualTo(answer.get("sequence"));
        assertThat(news.get("waiting").asInt()).isEqualTo(1);

        fixture.give(Commands.cancel(LI, 1));
        for (final TestViewer viewer : new TestViewer[] {phone, laptop}) {
            final JsonNode called = awaitState(viewer, "CALLED");
            assertThat(called.get("offer").asLong()).isEqualTo(Commands.OFFER);
            assertThat(called.get("units").asInt()).isEqualTo(1);
            assertThat(called.has("until")).isTrue();
        }
        fixture.awaitHeard();
        fixture.tick();
        other.next("tick");
    }

    @Test
    void aTickTellsHowManyWaitAndThePictureThatThereIsALine() {
        final TestViewer viewer = fixture.join(ZHAO);
        fixture.join(WANG).send(WAIT);
        fixture.awaitHeard();
        fixture.tick();

        final JsonNode tick = viewer.next("tick");
        assertThat(tick.get("waiting").toString()).isEqualTo("{\"1001\":1}");
        assertThat(tick.has("stock")).isFalse();
        final JsonNode offer = fixture.connect(LI, null, Long.MAX_VALUE)
                .next("room")
                .get("offers")
                .get(0);
        assertThat(offer.get("turnSeconds").asInt()).isEqualTo(TURN_SECONDS);
        assertThat(offer.get("waiting").asInt()).isEqualTo(1);
        assertThat(offer.get("available").asInt()).isZero();
    }

    @Test
    void aRoomWithAnAllotmentShowsWhatThatHas() {
        final TestViewer viewer = fixture.join(ZHAO);
        fixture.give(Commands.restock(9));
        fixture.give(Commands.setAside(4));
        fixture.awaitHeard();
        fixture.tick();

        assertThat(viewer.next("tick").get("stock").toString()).isEqualTo("{\"1001\":4}");
    }

    @Test
    void whoLeavesIsAnsweredAndSoIsWhoNeverWaited() {
        final TestViewer viewer = fixture.join(WANG);
        viewer.send(WAIT);
        answer(viewer);

        viewer.send(LEAVE);
        assertThat(answer(viewer).get("state").asText()).isEqualTo("LEFT");
        viewer.send(LEAVE);
        final JsonNode refused = viewer.await("refused");
        assertThat(refused.get("of").asText()).isEqualTo("leave");
        assertThat(refused.get("id").asText()).isEqualTo("w-2");
        assertThat(refused.get("code").asText()).isEqualTo("NOT_WAITING");
        viewer.send(LEAVE.replace("1001", "1009"));
        assertThat(viewer.await("refused").get("code").asText()).isEqualTo("OFFER_UNKNOWN");
    }

    @Test
    void whoWaitsAlreadyIsAnsweredAgain() {
        final TestViewer viewer = fixture.join(WANG);
        viewer.send(WAIT);
        assertThat(answer(viewer).has("replayed")).isFalse();

        viewer.send(WAIT);
        assertThat(answer(viewer).get("replayed").asBoolean()).isTrue();
    }

    @Test
    void aBadFrameIsRefusedByItsField() {
        assertRefused("{'t':'wait','offer':1001,'units':1}", "FIELD_MISSING", "id");
        assertRefused("{'t':'wait','id':'','offer':1001,'units':1}", "FIELD_INVALID", "id");
        assertRefused("{'t':'wait','id':'w','units':1}", "FIELD_MISSING", "offer");
        assertRefused("{'t':'wait','id':'w','offer':1001}", "FIELD_MISSING", "units");
        assertRefused("{'t':'wait','id':'w','offer':1001,'units':0}", "FIELD_INVALID", "units");
        assertRefused("{'t':'leave','id':'w','offer':1001,'units':1}", "UNKNOWN_FIELD", "units");
        assertRefused("{'t':'leave','id':'w'}", "FIELD_MISSING", "offer");
    }

    @Test
    void operatorsWatchAndDoNotWait() {
        final TestViewer operator = fixture.join(Role.OPERATOR, WANG);
        for (final String frame : new String[] {WAIT, LEAVE}) {
            operator.send(frame);
            assertThat(operator.next("refused").get("code").asText()).isEqualTo("ROLE_NOT_ALLOWED");
        }
    }

    @Test
    void joiningALineGivesWayToOrdersAndLeavingItDoesNot() {
        final TestViewer viewer = fixture.join(WANG);
        viewer.send(WAIT);
        answer(viewer);
        fixture.ringPercent.set(75);

        viewer.send(WAIT);
        assertThat(viewer.await("refused").get("code").asText()).isEqualTo("TALK_SHED");
        viewer.send(LEAVE);
        assertThat(answer(viewer).get("state").asText()).isEqualTo("LEFT");
    }

    /** On a connection of its own, for who sends many such frames is let go. */
    private void assertRefused(final String frame, final String code, final String field) {
        final TestViewer viewer = fixture.join(WANG);
        viewer.send(frame.replace('\'', '"'));
        final JsonNode refused = viewer.next("refused");
        viewer.leave();

        assertThat(refused.get("code").asText()).as(frame).isEqualTo(code);
        assertThat(refused.get("field").asText()).as(frame).isEqualTo(field);
    }

    /** News of the same record may come before it. */
    private static JsonNode answer(final TestViewer viewer) {
        JsonNode place = viewer.await("place");
        while (!place.has("id")) {
            place = viewer.await("place");
        }
        return place;
    }

    private static JsonNode awaitState(final TestViewer viewer, final String state) {
        JsonNode place = viewer.await("place");
        while (!place.get("state").asText().equals(state)) {
            place = viewer.await("place");
        }
        return place;
    }
}
