package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.share.ShareCode;
import io.sluice.gateway.share.ShareCodec;

/** {@code POST /share-codes}. Nothing is kept of a code that was made. One event loop's. */
final class MakeShareAction implements Action {
    private static final int CREATED = 201;

    private final EnginePort engine;
    private final RoomSnapshots rooms;
    private final ShareCodec shares;

    MakeShareAction(final EnginePort engine, final RoomSnapshots rooms, final ShareCodec shares) {
        this.engine = engine;
        this.rooms = rooms;
        this.shares = shares;
    }

    @Override
    public void run(final Exchange exchange) {
        final ShareCode asked = parse(exchange.body());
        if (asked.room() != 0) {
            GetRoomAction.picture(rooms, asked.room());
        }
        if (asked.offer() != 0 && !rooms.hasOffer(asked.room(), asked.offer())) {
            throw new RequestRefusedException(new Problem(
                            ProblemCode.OFFER_UNKNOWN, "Room " + asked.room() + " has no offer " + asked.offer() + ".")
                    .field("offer"));
        }
        final ShareCode code = ShareRights.grant(exchange.identity(), asked, engine.brandBoard());
        final String share = shares.encode(code);
        if (share == null) {
            throw new RequestRefusedException(new Problem(
                            ProblemCode.SHARE_TOO_LONG,
                            "Its ids together take more than " + ProtocolLimits.MAX_SHARE_BYTES + " characters.")
                    .limit(ProtocolLimits.MAX_SHARE_BYTES));
        }
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("share").value(share);
        json.name("path").value(path(code.room(), share));
        json.endObject();
        exchange.answer(CREATED);
    }

    /** Where a code leads to, on this server; {@code room} is 0 for the whole brand. */
    static String path(final long room, final String share) {
        return (room == 0 ? "/" : "/rooms/" + room) + "?share=" + share;
    }

    private static ShareCode parse(final byte[] body) {
        final JsonBody json = JsonBody.open(body, body.length);
        long room = 0;
        long offer = 0;
        long store = 0;
        long guide = 0;
        long group = 0;
        int channel = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "room" -> room = json.id();
                case "offer" -> offer = json.id();
                case "store" -> store = json.id();
                case "guide" -> guide = json.id();
                case "group" -> group = json.id();
                case "channel" -> channel = (int) json.integer(1, ShareCode.MAX_CHANNEL);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(offer == 0 || room != 0, "room");
        return new ShareCode(room, offer, store, guide, group, channel, 0);
    }
}
