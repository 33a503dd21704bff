package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCouponTest {
    private static final long LI = 42;
    private static final long WANG = 43;
    private static final long MINUTE_MS = 60_000;
    private static final String CLAIM = "{\"t\":\"claim\",\"key\":\"press-1\",\"campaign\":5}";

    @TempDir
    private Path data;

    private LiveFixture fixture;

    @BeforeEach
    void open() {
        fixture = new LiveFixture(data, new RoomOptions()).sell(10);
        fixture.give(CouponCommands.putCampaign(5, true));
        fixture.give(CouponCommands.putCampaign(6, false));
        fixture.awaitHeard();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aRainIsTickedWhenItBeginsAndWhenItIsOver() {
        final TestViewer viewer = fixture.join(LI);
        rain(3);
        fixture.tick();

        final JsonNode rain = viewer.next("tick").get("rain");
        assertThat(rain.get("campaign").asLong()).isEqualTo(5);
        assertThat(rain.get("title").asText()).isEqualTo("红包雨");
        fixture.give(Commands.pin(Commands.OFFER));
        fixture.awaitHeard();
        fixture.tick();
        assertThat(viewer.next("tick").has("rain")).isFalse();

        fixture.pass(MINUTE_MS);
        fixture.tick();
        assertThat(viewer.next("tick").get("rain").isNull()).isTrue();
    }

    @Test
    void aRainOfWhichNoneIsLeftIsOver() {
        final TestViewer viewer = fixture.join(LI);
        rain(1);
        fixture.tick();
        viewer.next("tick");

        viewer.send(CLAIM);
        viewer.next("coupon");
        fixture.awaitHeard();
        fixture.tick();

        assertThat(viewer.next("tick").get("rain").isNull()).isTrue();
    }

    @Test
    void aNewcomerSeesTheRainThatFalls() {
        rain(3);

        final JsonNode room = fixture.connect(WANG, null, Long.MAX_VALUE).next("room");

        assertThat(room.get("rain").get("campaign").asLong()).isEqualTo(5);
        fixture.tick();
        assertThat(fixture.rooms.snapshot(Commands.ROOM).toString()).contains("\"rain\":{\"campaign\":5,");
    }

    @Test
    void aClaimIsAnsweredWithTheCouponAndARepetitionWithTheSame() {
        final TestViewer viewer = fixture.join(LI);
        rain(3);
        viewer.send(CLAIM);
        final JsonNode coupon = viewer.next("coupon");
        assertThat(coupon.get("key").asText()).isEqualTo("press-1");
        assertThat(coupon.get("coupon").asText()).isEqualTo("1");
        assertThat(coupon.get("discountFen").asInt()).isEqualTo(1_000);
        assertThat(coupon.has("replayed")).isFalse();

        viewer.send(CLAIM);
        final JsonNode again = viewer.next("coupon");
        assertThat(again.get("replayed").asBoolean()).isTrue();
        assertThat(again.get("sequence")).isEqualTo(coupon.get("sequence"));
        assertThat(again.get("expiresAt")).isEqualTo(coupon.get("expiresAt"));
    }

    @Test
    void aClaimThatIsRefusedSaysWhyWithItsKey() {
        final TestViewer viewer = fixture.join(LI);
        viewer.send(CLAIM);

        final JsonNode refused = viewer.next("refused");
        assertThat(refused.get("of").asText()).isEqualTo("claim");
        assertThat(refused.get("code").asText()).isEqualTo("CLAIM_NOT_OPEN");
        assertThat(refused.get("key").asText()).isEqualTo("press-1");
    }

    @Test
    void aClaimWithHalfAPositionOrWithoutItsCampaignIsRefusedByItsField() {
        final TestViewer viewer = fixture.join(LI);
        viewer.send(CLAIM.replace("}", ",\"latitude\":31.2}"));
        assertThat(viewer.next("refused").get("field").asText()).isEqualTo("longitude");
        viewer.send("{\"t\":\"claim\",\"key\":\"k\"}");
        assertThat(viewer.next("refused").get("field").asText()).isEqualTo("campaign");
        viewer.send("{\"t\":\"claim\",\"campaign\":5}");
        assertThat(viewer.next("refused").get("code").asText()).isEqualTo("KEY_MISSING");
        viewer.send(CLAIM.replace("5}", "6,\"latitude\":31.2359291,\"longitude\":-121}"));
        viewer.next("coupon");
    }

    @Test
    void operatorsWatchAndNeitherClaimNorOrder() {
        final TestViewer operator = fixture.join(Role.OPERATOR, LI);
        final TestViewer guide = fixture.join(Role.GUIDE, WANG);
        final String order = "{\"t\":\"order\",\"key\":\"press-1\",\"lines\":[{\"offer\":1001,\"quantity\":1}]}";

        for (final String frame : List.of(CLAIM.replace("5}", "6}"), order)) {
            operator.send(frame);
            final JsonNode refused = operator.next("refused");
            assertThat(refused.get("code").asText()).isEqualTo("ROLE_NOT_ALLOWED");
            assertThat(refused.get("status").asInt()).isEqualTo(403);
            assertThat(refused.get("key").asText()).isEqualTo("press-1");
        }
        guide.send(CLAIM.replace("5}", "6}"));
        guide.next("coupon");
        guide.send(order);
        guide.next("order");
    }

    @Test
    void claimsOutlastTalkAndOrdersOutlastClaims() {
        final TestViewer viewer = fixture.join(LI);
        fixture.ringPercent.set(50);
        viewer.send("{\"t\":\"comment\",\"text\":\"x\"}");
        assertThat(viewer.next("refused").get("code").asText()).isEqualTo("TALK_SHED");
        viewer.send(CLAIM.replace("5}", "6}"));
        viewer.next("coupon");

        fixture.ringPercent.set(75);
        viewer.send(CLAIM.replace("5}", "6}"));
        assertThat(viewer.next("refused").get("code").asText()).isEqualTo("TALK_SHED");
        viewer.send("{\"t\":\"order\",\"key\":\"k\",\"lines\":[{\"offer\":1001,\"quantity\":1}],\"coupon\":\"1\"}");
        final JsonNode order = viewer.next("order");
        assertThat(order.get("coupon").asText()).isEqualTo("1");
        assertThat(order.get("discountFen").asInt()).isEqualTo(1_000);
        assertThat(order.get("lines").get(0).get("discountFen").asInt()).isEqualTo(1_000);
    }

    private void rain(final int count) {
        fixture.give(CouponCommands.startRain(5, count, MINUTE_MS));
        fixture.awaitHeard();
    }
}
