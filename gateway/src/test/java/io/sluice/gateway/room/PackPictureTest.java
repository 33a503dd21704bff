package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs, and the vouchers of who bought one, as the viewers of a room are told. */
class PackPictureTest {
    private static final long LI = 42;
    private static final long CAMPAIGN = 5;

    @TempDir
    private Path data;

    private LiveFixture fixture;

    @BeforeEach
    void sellAnOffer() {
        fixture = new LiveFixture(data, new RoomOptions().heartbeatMs(30_000)).sell(100);
        fixture.give(CouponCommands.putVouchers(CAMPAIGN, "次卡"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anOfferThatBecomesAPackSaysSoInATickAndInThePicture() {
        tickOnceHeard();
        final TestViewer viewer = fixture.join(LI);

        fixture.give(CouponCommands.putPack(Commands.OFFER, CAMPAIGN, 10));
        tickOnceHeard();

        assertThat(viewer.next("tick").at("/offers/0/pack").toString())
                .isEqualTo("{\"units\":10,\"campaign\":5,\"title\":\"次卡\"}");
        assertThat(packOfNewcomer()).isEqualTo("{\"units\":10,\"campaign\":5,\"title\":\"次卡\"}");
    }

    @Test
    void anotherTitleOfTheVouchersIsTold() {
        fixture.give(CouponCommands.putPack(Commands.OFFER, CAMPAIGN, 10));
        tickOnceHeard();
        final TestViewer viewer = fixture.join(LI);

        fixture.give(CouponCommands.putVouchers(CAMPAIGN, "洗护次卡"));
        tickOnceHeard();

        assertThat(viewer.next("tick").at("/offers/0/pack/title").asText()).isEqualTo("洗护次卡");
    }

    @Test
    void aPackIsOneAfterARestart() {
        fixture.give(CouponCommands.putPack(Commands.OFFER, CAMPAIGN, 10));
        fixture.awaitHeard();
        fixture.close();
        fixture = new LiveFixture(data, new RoomOptions().heartbeatMs(30_000));

        assertThat(packOfNewcomer()).isEqualTo("{\"units\":10,\"campaign\":5,\"title\":\"次卡\"}");
    }

    @Test
    void whoBoughtAPackIsToldItsVouchers() {
        fixture.give(CouponCommands.putPack(Commands.OFFER, CAMPAIGN, 10));
        fixture.give(Commands.placeOrder(LI, "k", 10));
        tickOnceHeard();
        final TestViewer viewer = fixture.join(LI);

        fixture.give(Commands.pay(1, 10 * Commands.PRICE_FEN));
        tickOnceHeard();

        final JsonNode order = viewer.next("order");
        assertThat(order.at("/state").asText()).isEqualTo("PAID");
        assertThat(order.at("/lines/0/vouchers").toString()).isEqualTo("{\"first\":\"1\",\"count\":10}");
    }

    private String packOfNewcomer() {
        return fixture.connect(43, null, Long.MAX_VALUE)
                .next("room")
                .at("/offers/0/pack")
                .toString();
    }

    private void tickOnceHeard() {
        fixture.awaitHeard();
        fixture.tick();
    }
}
