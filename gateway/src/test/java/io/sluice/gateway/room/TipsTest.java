package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tips, and who tipped most, as the viewers of a room are told. */
class TipsTest {
    private static final long LI = 42;
    private static final long WANG = 43;

    @TempDir
    private Path data;

    private LiveFixture fixture;

    @BeforeEach
    void sellATip() {
        fixture = new LiveFixture(data, new RoomOptions().heartbeatMs(30_000)).sell(100);
        fixture.give(Commands.classifyAsTip());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anOfferOfATipSaysSo() {
        final TestViewer viewer = fixture.join(LI);
        tickOnceHeard();

        assertThat(viewer.next("tick").get("offers").get(0).get("kind").asText())
                .isEqualTo("TIP");
    }

    @Test
    void aTipIsToldOnceItIsPaidAndWhoTippedIsRanked() {
        tickOnceHeard();
        final TestViewer viewer = fixture.join(LI);
        fixture.give(Commands.placeOrder(WANG, "k", 2));
        tickOnceHeard();
        final JsonNode placed = viewer.next("tick");
        assertThat(placed.get("bought")).hasSize(1);
        assertThat(placed.has("tips")).isFalse();
        assertThat(placed.has("tippers")).isFalse();

        fixture.give(Commands.pay(1, 2 * Commands.PRICE_FEN));
        tickOnceHeard();

        final JsonNode paid = viewer.next("tick");
        assertThat(paid.get("tips").toString())
                .isEqualTo("[{\"who\":\"用户**43\",\"title\":\"蛋糕\",\"quantity\":2,\"fen\":19800}]");
        assertThat(paid.get("tippers").toString()).isEqualTo("[{\"who\":\"用户**43\",\"fen\":19800}]");
        assertThat(fixture.connect(WANG, null, Long.MAX_VALUE)
                        .next("room")
                        .get("tippers")
                        .toString())
                .isEqualTo("[{\"who\":\"用户**43\",\"fen\":19800}]");
    }

    @Test
    void aRefundedTipIsRankedNoMore() {
        tip(LI, 1, 1);
        tip(WANG, 2, 2);
        tickOnceHeard();
        final TestViewer viewer = fixture.join(LI);

        fixture.give(Commands.refund(2, 2));
        tickOnceHeard();

        final JsonNode tick = viewer.next("tick");
        assertThat(tick.has("tips")).isFalse();
        assertThat(tick.get("tippers").toString()).isEqualTo("[{\"who\":\"用户**42\",\"fen\":9900}]");
    }

    @Test
    void moreTipsThanATickShowsAreCounted() {
        tickOnceHeard();
        final TestViewer viewer = fixture.join(LI);
        for (int order = 1; order <= 12; order++) {
            tip(100 + order, order, 1);
        }
        tickOnceHeard();

        final JsonNode tick = viewer.next("tick");
        assertThat(tick.get("tips")).hasSize(5);
        assertThat(tick.get("tipsMore").asInt()).isEqualTo(7);
        assertThat(tick.get("tippers")).hasSize(10);
    }

    @Test
    void whoTippedIsKnownAfterARestart() {
        tip(LI, 1, 1);
        tip(WANG, 2, 3);
        fixture.give(Commands.refund(2, 1));
        fixture.awaitHeard();
        fixture.close();
        fixture = new LiveFixture(data, new RoomOptions().heartbeatMs(30_000));

        assertThat(fixture.connect(LI, null, Long.MAX_VALUE)
                        .next("room")
                        .get("tippers")
                        .toString())
                .isEqualTo("[{\"who\":\"用户**43\",\"fen\":19800},{\"who\":\"用户**42\",\"fen\":9900}]");
    }

    /** A paid order; orders are numbered from 1. */
    private void tip(final long viewer, final long order, final int quantity) {
        fixture.give(Commands.placeOrder(viewer, "k" + order, quantity));
        fixture.give(Commands.pay(order, quantity * Commands.PRICE_FEN));
    }

    private void tickOnceHeard() {
        fixture.awaitHeard();
        fixture.tick();
    }
}
