package io.sluice.ops.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A shop of a few routes that takes every order, answers as the contract says, and remembers what it was asked. */
final class FakeShop {
    private static final String API = "/api/v1";

    private final HttpServer server;
    private final Queue<JsonObject> nextAnswers = new ConcurrentLinkedQueue<>();
    private final Map<String, String> orderOfKey = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Asked> shared = new CopyOnWriteArrayList<>();
    private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
    private final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();
    private volatile long couponsFromFen;
    private volatile JsonArray stocks = new JsonArray();

    private FakeShop(final Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> onRequest(request, body)))
                .webSocketHandler(this::onSocket);
    }

    static FakeShop open(final Vertx vertx) throws Exception {
        final FakeShop shop = new FakeShop(vertx);
        await(shop.server.listen(0, "127.0.0.1"));
        return shop;
    }

    static <T> T await(final Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    int port() {
        return server.actualPort();
    }

    /** The next order, payment, share code or operator's request is refused so, once. */
    void refuseNext(final int status, final String code) {
        nextAnswers.add(new JsonObject().put("status", status).put("code", code));
    }

    /** Coupons are for orders of this much from now on; for every order before. */
    void couponsFrom(final long fen) {
        couponsFromFen = fen;
    }

    /** Every item has this stock beside what all share. */
    void stocks(final JsonObject stock) {
        stocks = new JsonArray().add(stock);
    }

    /** Every request for a share code. */
    List<Asked> shared() {
        return shared;
    }

    /** Every request but those for tokens, tickets and share codes, as {@code METHOD path}. */
    List<Asked> asked() {
        return asked;
    }

    List<Asked> asked(final String method, final String path) {
        return asked.stream()
                .filter(one -> one.method().equals(method) && one.path().equals(path))
                .toList();
    }

    List<JsonObject> frames(final String kind) {
        return frames.stream()
                .filter(frame -> kind.equals(frame.getString("t")))
                .toList();
    }

    /** Every socket that was ever opened. */
    List<ServerWebSocket> sockets() {
        return sockets;
    }

    private void onRequest(final HttpServerRequest request, final Buffer body) {
        final String path = request.path().substring(API.length());
        final JsonObject json = body.length() == 0 ? new JsonObject() : body.toJsonObject();
        if (path.equals("/demo/tokens")) {
            answer(request, 200, new JsonObject().put("token", json.getString("role") + "-" + json.getLong("subject")));
        } else if (path.endsWith("/tickets")) {
            answer(request, 201, new JsonObject().put("ticket", "ticket-" + sockets.size()));
        } else if (path.equals("/share-codes")) {
            shared.add(new Asked(request.method().name(), path, request.getHeader("Authorization"), "null", json));
            final JsonObject refusal = nextAnswers.poll();
            if (refusal == null) {
                answer(request, 201, new JsonObject().put("share", code(json)));
            } else {
                answer(request, refusal.getInteger("status"), refusal);
            }
        } else {
            final String key = String.valueOf(request.getHeader("Idempotency-Key"));
            asked.add(new Asked(request.method().name(), path, request.getHeader("Authorization"), key, json));
            final JsonObject refusal = nextAnswers.poll();
            if (refusal != null) {
                answer(request, refusal.getInteger("status"), refusal);
            } else if (path.endsWith("/orders")) {
                final boolean first = !orderOfKey.containsKey(key);
                answer(request, first ? 201 : 200, new JsonObject().put("order", order(key)));
            } else if (path.endsWith("/stocks")) {
                answer(request, 200, stocksOn(request.getParam("after")));
            } else if (path.endsWith("/claims")) {
                answer(request, 201, new JsonObject().put("coupon", "71").put("minimumFen", couponsFromFen));
            } else {
                answer(request, 200, new JsonObject().put("outcome", "PAID"));
            }
        }
    }

    /** What all share is the first page, the other stock the second. */
    private JsonObject stocksOn(final String after) {
        return after == null
                ? new JsonObject().put("stocks", new JsonArray()).put("next", 1)
                : new JsonObject().put("stocks", stocks);
    }

    private void onSocket(final ServerWebSocket socket) {
        sockets.add(socket);
        socket.textMessageHandler(text -> {
            final JsonObject frame = new JsonObject(text);
            frames.add(frame);
            if ("order".equals(frame.getString("t"))) {
                onOrderFrame(socket, frame.getString("key"));
            }
        });
        socket.writeTextMessage("{\"t\":\"room\",\"room\":1}");
    }

    private void onOrderFrame(final ServerWebSocket socket, final String key) {
        final JsonObject answer = new JsonObject().put("t", "order").put("key", key);
        final JsonObject refusal = nextAnswers.poll();
        socket.writeTextMessage(
                refusal == null
                        ? answer.put("order", order(key)).encode()
                        : answer.mergeIn(refusal)
                                .put("t", "refused")
                                .put("of", "order")
                                .encode());
    }

    /** Names what the code says, as in {@code group-1001}; a viewer's own says nothing but the room. */
    private static String code(final JsonObject body) {
        return body.stream()
                .filter(said -> !said.getKey().equals("room"))
                .map(said -> said.getKey() + "-" + said.getValue())
                .findFirst()
                .orElse("viewer");
    }

    private String order(final String key) {
        return orderOfKey.computeIfAbsent(key, k -> Integer.toString(orderOfKey.size() + 1));
    }

    private static void answer(final HttpServerRequest request, final int status, final JsonObject body) {
        request.response().setStatusCode(status).end(body.toBuffer());
    }

    /** One request; {@code key} is "null" where there was none. */
    record Asked(String method, String path, String authorization, String key, JsonObject body) {}
}
