package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.People;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributionTest {
    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data);
        gateway.rooms().put(7, "{}");
        api = gateway.api();
        Shop.open(api, 10);
        People.hire(api);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void beforeThereIsAPolicyAnOrderHasWhatItsCodeSays() {
        final String order = order(42, People.share(api, Role.GUIDE, People.GUIDE_4, "{}"));

        final Api.Reply why = operatorSees(order);

        assertThat(why.at("/rule").asText()).isEqualTo("CARRIED");
        assertThat(why.at("/policyVersion").asInt()).isZero();
        assertThat(why.at("/guide/id").asInt()).isEqualTo(4);
        assertThat(why.at("/store").isMissingNode()).isTrue();
    }

    @Test
    void anOrderOfABoundViewerCountsForTheGuideAndSaysWhy() {
        People.agree(api);
        final long touch = People.touch(api, 42, People.share(api, Role.GUIDE, People.GUIDE_3, "{}"))
                .answers(200)
                .at("/sequence")
                .asLong();
        final Api.Reply placed = place(42, "{\"lines\":[{\"offer\":1001,\"quantity\":1}]}");

        assertThat(placed.at("/attribution").toString())
                .isEqualTo("{\"store\":1,\"guide\":3,\"rule\":\"GUIDE_BINDING\",\"touchSequence\":" + touch
                        + ",\"policyVersion\":1}");
        final Api.Reply why = operatorSees(placed.at("/order").asText());
        assertThat(why.at("/touchSequence").asLong()).isEqualTo(touch);
        assertThat(why.at("/sentence/en").asText())
                .isEqualTo("It counts for guide 李 (3), store 南京东路店 (1), because the viewer is bound to the guide "
                        + "since record " + touch + ".");
        assertThat(why.at("/sentence/zh").asText())
                .isEqualTo("本单归属导购李 (3)、门店南京东路店 (1)，因为顾客自第 " + touch + " 条记录起绑定了这位导购。");
    }

    @Test
    void theCodeAnOrderCarriesOutranksTheBinding() {
        People.agree(api);
        People.touch(api, 42, People.share(api, Role.GUIDE, People.GUIDE_3, "{}"))
                .answers(200);

        final Api.Reply why = operatorSees(order(42, People.share(api, Role.GUIDE, People.GUIDE_4, "{\"store\":1}")));

        assertThat(why.at("/rule").asText()).isEqualTo("CARRIED");
        assertThat(why.at("/guide/id").asInt()).isEqualTo(4);
        assertThat(why.at("/store/id").asInt()).isEqualTo(1);
        assertThat(why.at("/touchSequence").isMissingNode()).isTrue();
    }

    @Test
    void inviterAndSecondInviterAreNamed() {
        People.agree(api);
        People.touch(api, 51, People.share(api, Role.VIEWER, 50, "{}")).answers(200);
        People.touch(api, 52, People.share(api, Role.VIEWER, 51, "{}")).answers(200);

        final Api.Reply placed = place(52, "{\"lines\":[{\"offer\":1001,\"quantity\":1}]}");

        assertThat(placed.at("/attribution").toString())
                .isEqualTo("{\"inviter\":51,\"secondInviter\":50,\"rule\":\"NOBODY\",\"policyVersion\":1}");
        assertThat(operatorSees(placed.at("/order").asText()).at("/sentence/en").asText())
                .isEqualTo(
                        "It counts for nobody, because no rule of policy 1 applies. Viewer 51 invited the buyer, and "
                                + "was invited by viewer 50.");
    }

    @Test
    void theRoomsHostGetsWhatNobodyElseBrought() {
        People.agree(api);
        api.put("/api/v1/operator/rooms/7/host", "{\"guide\":3}").operator().answers(200);

        final Api.Reply why = operatorSees(order(42, ""));

        assertThat(why.at("/rule").asText()).isEqualTo("ROOM_HOST");
        assertThat(why.at("/guide/name").asText()).isEqualTo("李");
    }

    @Test
    void anOrdersAttributionIsForItsOwnerItsGuideAndOperators() {
        final String order = order(42, People.share(api, Role.GUIDE, People.GUIDE_3, "{}"));
        final String path = "/api/v1/orders/" + order + "/attribution";

        api.get(path).viewer(42).answers(200);
        api.get(path).as(Role.GUIDE, People.GUIDE_3).answers(200);
        api.get(path).as(Role.GUIDE, 42).answers(200);
        api.get(path).viewer(41).isRefused(404, "ORDER_UNKNOWN");
        assertThat(api.get(path)
                        .as(Role.GUIDE, People.GUIDE_4)
                        .isRefused(404, "ORDER_UNKNOWN")
                        .text())
                .isEqualTo(api.get("/api/v1/orders/999/attribution")
                        .as(Role.GUIDE, People.GUIDE_4)
                        .isRefused(404, "ORDER_UNKNOWN")
                        .text());
        api.get(path).as(Role.GUIDE, 41).isRefused(404, "ORDER_UNKNOWN");
    }

    private Api.Reply operatorSees(final String order) {
        return api.get("/api/v1/orders/" + order + "/attribution").operator().answers(200);
    }

    private String order(final long viewer, final String share) {
        final String carried = share.isEmpty() ? "" : ",\"share\":\"" + share + "\"";
        return place(viewer, "{\"lines\":[{\"offer\":1001,\"quantity\":1}]" + carried + "}")
                .at("/order")
                .asText();
    }

    private Api.Reply place(final long viewer, final String body) {
        return api.post("/api/v1/rooms/7/orders", body)
                .viewer(viewer)
                .key("press")
                .answers(201);
    }
}
