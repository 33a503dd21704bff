package io.sluice.ops.demo;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The share codes the crowd comes by. An operator makes the brand's, each viewer their own, when first somebody comes by
 * it: to share on. Those asked for last are kept. Used by the crowd's event loop only.
 */
final class ShareCodes {
    private static final long OPERATOR = 1;
    /** The brand's number for the poster at a store's door. */
    private static final int DOOR_CHANNEL = 1;

    /** A code that was forgotten is made again, and is the same. */
    private static final int MAX_KEPT = 16_384;

    private final DemoApi api;
    private final long room;
    private final Map<Touch, Future<String>> codes = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<Touch, Future<String>> eldest) {
            return size() > MAX_KEPT;
        }
    };
    private Future<String> operator;

    ShareCodes(final DemoApi api, final long room) {
        this.api = api;
        this.room = room;
    }

    /** Makes the codes of these touches. */
    Future<Void> prepare(final List<Touch> touches) {
        return Lanes.each(touches, this::of);
    }

    /** The code of a touch, empty for none; fails where it was refused, and is asked for anew the next time. */
    Future<String> of(final Touch touch) {
        if (touch.isNone()) {
            return Future.succeededFuture("");
        }
        final Future<String> known = codes.get(touch);
        if (known != null && !known.failed()) {
            return known;
        }
        final Future<String> made = make(touch);
        codes.put(touch, made);
        return made;
    }

    private Future<String> make(final Touch touch) {
        final JsonObject body = new JsonObject().put("room", room);
        final Future<String> token =
                switch (touch.source()) {
                    case VIEWER -> api.token("viewer", touch.id(), "");
                    case STORE, GUIDE, GROUP, NOBODY -> operator();
                };
        switch (touch.source()) {
            case STORE -> body.put("store", touch.id()).put("channel", DOOR_CHANNEL);
            case GUIDE -> body.put("guide", touch.id());
            case GROUP -> body.put("group", touch.id());
            case VIEWER, NOBODY -> {}
        }
        return token.compose(held -> api.send(HttpMethod.POST, "/share-codes", held, "", body))
                .compose(answer -> answer.isSuccess()
                        ? Future.succeededFuture(answer.body().getString("share"))
                        : Future.failedFuture(new DemoApi.RefusedException(answer)));
    }

    private Future<String> operator() {
        if (operator == null || operator.failed()) {
            operator = api.token("operator", OPERATOR, "");
        }
        return operator;
    }
}
