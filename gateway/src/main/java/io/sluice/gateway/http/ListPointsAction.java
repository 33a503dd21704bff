package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.FindPointsEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PointPageDecoder;
import io.sluice.gateway.link.Reply;
import io.vertx.core.MultiMap;
import java.util.Set;

/** {@code GET /me/points}: the balance, and what moved it, the newest first, by pages. One event loop's. */
final class ListPointsAction implements Action, ReplyAction {
    private static final Set<String> PARAMETERS = Set.of("before", "limit");
    private static final int OK = 200;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PointPageDecoder page = new PointPageDecoder();

    @Override
    public void run(final Exchange exchange) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        final String text = query.get("before");
        final long before = text == null ? 0 : Text.orderId(text);
        if (before < 0) {
            throw JsonBody.invalid("before", "must be a move, a string of digits");
        }
        final int limit = (int)
                QueryParameters.integer(query, "limit", ProtocolLimits.MAX_POINT_PAGE, ProtocolLimits.MAX_POINT_PAGE);
        exchange.send(find(exchange.identity().subject(), before, limit), this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        page.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
        final boolean more = page.more() != 0;
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("balance").value(page.balance());
        long last = 0;
        json.name("moves").beginArray();
        for (final PointPageDecoder.MovesDecoder move : page.moves()) {
            write(json, move);
            last = move.move();
        }
        json.endArray();
        if (more) {
            json.name("next").digitString(last);
        }
        json.endObject();
        exchange.answer(OK);
    }

    private static void write(final JsonWriter json, final PointPageDecoder.MovesDecoder move) {
        json.beginObject().name("move").digitString(move.move());
        json.name("reason").value(PointReason.ofCode(move.reason()).name());
        json.name("points").value(move.points());
        json.name("at").time(move.timeMs());
        PointMovesJson.writeExpiry(json, move.points(), move.expiresAtMs());
        if (move.order() != 0) {
            json.name("order").digitString(move.order());
        }
        json.name("sequence").value(move.record()).endObject();
    }

    private static CommandWriter find(final long viewer, final long before, final int maximum) {
        return (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new FindPointsEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .viewer(viewer)
                        .before(before)
                        .maximum((short) maximum)
                        .encodedLength();
    }
}
