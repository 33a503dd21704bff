package io.sluice.gateway.http;

import static org.awaitility.Awaitility.await;

import io.sluice.engine.protocol.codec.EndTurnEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.Api;
import io.sluice.gateway.TestGateway;

/** As {@link EverythingOnce}, of allotments and waiting lines: a room's only unit comes free, and who waits for it orders it. */
final class LinesOnce {
    private static final String ITEM = "/api/v1/operator/items/505";
    private static final String PLACE = "/api/v1/rooms/7/offers/1005/place";
    private static final String ONE = "{\"units\":1}";

    private final TestGateway gateway;
    private final Api api;

    LinesOnce(final TestGateway gateway) {
        this.gateway = gateway;
        api = gateway.api();
    }

    void happen() {
        setAside();
        final String order = order(60);
        api.put(PLACE, ONE).viewer(61).answers(200);
        api.put(PLACE, ONE).viewer(61).answers(200);
        api.put(PLACE, ONE).viewer(62).answers(200);
        gateway.offer(LineCommands.leave(62, 1_005));
        gateway.offer(LineCommands.leave(62, 1_005));
        api.post("/api/v1/orders/" + order + "/cancel").viewer(60).answers(200);
        // The core calls by a command of its own, which may stand behind what is asked next.
        await().until(() -> api.get("/api/v1/me/places")
                .viewer(61)
                .answers(200)
                .at("/places/0/state")
                .asText()
                .equals("CALLED"));
        gateway.offer((buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new EndTurnEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .viewer(61)
                        .offer(1_005)
                        .encodedLength());
        order(61);
        api.call("DELETE", ITEM + "/allotments/rooms/7").operator().answers(200);
        api.call("DELETE", ITEM + "/allotments/rooms/7").operator().isRefused(404, "ALLOTMENT_UNKNOWN");
    }

    private void setAside() {
        api.put(ITEM, "{\"title\":\"限量\"}").operator().answers(200);
        api.post(ITEM + "/stock", "{\"change\":2,\"reason\":\"RESTOCK\"}")
                .operator()
                .answers(200);
        api.put("/api/v1/operator/rooms/7/offers/1005", "{\"item\":505,\"listPriceFen\":5,\"turnSeconds\":60}")
                .operator()
                .answers(200);
        api.put(PLACE, ONE).viewer(61).isRefused(409, "SALE_NOT_OPEN");
        api.post("/api/v1/operator/rooms/7/offers/1005/open").operator().answers(200);
        api.put(PLACE, ONE).viewer(61).isRefused(409, "STOCK_LEFT");
        final String move = "{\"from\":{\"kind\":\"SHARED\"},\"to\":{\"kind\":\"ROOM\",\"of\":7},\"units\":1}";
        api.post(ITEM + "/moves", move.replace("1}", "9}")).operator().isRefused(409, "STOCK_TOO_LOW");
        api.post(ITEM + "/moves", move).operator().answers(200);
    }

    private String order(final long viewer) {
        return api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1005,\"quantity\":1}]}")
                .viewer(viewer)
                .key("line")
                .answers(201)
                .at("/order")
                .asText();
    }
}
