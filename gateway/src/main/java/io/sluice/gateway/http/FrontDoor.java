package io.sluice.gateway.http;

import io.sluice.gateway.share.ShareCode;
import io.sluice.gateway.share.ShareCodec;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /}: leads who comes by a share code to the code's room, or for the whole brand's to the room to be in, code
 * and all; everybody else to the docs. One event loop's.
 */
final class FrontDoor implements Handler<RoutingContext> {
    private static final int FOUND = 302;

    private final RoomSnapshots rooms;
    private final ShareCodec shares;

    FrontDoor(final RoomSnapshots rooms, final ShareCodec shares) {
        this.rooms = rooms;
        this.shares = shares;
    }

    @Override
    public void handle(final RoutingContext routing) {
        final String share = routing.queryParams().get("share");
        final long room = share == null ? 0 : room(share);
        routing.response()
                .setStatusCode(FOUND)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.LOCATION, room == 0 ? "/docs" : MakeShareAction.path(room, encoded(share)))
                .end();
    }

    /** A code that is not ours leads where the whole brand's does; the page says what it thinks of it. */
    private long room(final String share) {
        final ShareCode code = shares.decode(share);
        return code == null || code.room() == 0 ? rooms.frontRoom() : code.room();
    }

    /** Whatever stands in the query, no line of it gets into a header. */
    private static String encoded(final String share) {
        return URLEncoder.encode(share, StandardCharsets.UTF_8);
    }
}
