package io.sluice.gateway.http;

import io.sluice.engine.view.BrandBoard;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.share.ShareCode;
import io.sluice.gateway.share.ShareCodec;

/** {@code GET /share-codes/{share}}. One event loop's. */
final class ReadShareAction implements Action {
    private static final int OK = 200;

    private final EnginePort engine;
    private final ShareCodec shares;

    ReadShareAction(final EnginePort engine, final ShareCodec shares) {
        this.engine = engine;
        this.shares = shares;
    }

    @Override
    public void run(final Exchange exchange) {
        final String share = exchange.pathText("share");
        final ShareCode code = shares.decode(share);
        if (code == null) {
            throw new RequestRefusedException(Problems.shareUnknown());
        }
        final BrandBoard board = engine.brandBoard();
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("share").value(share);
        json.name("path").value(MakeShareAction.path(code.room(), share));
        OrderAnswerWriter.writeId(json, "room", code.room());
        OrderAnswerWriter.writeId(json, "offer", code.offer());
        BrandNames.store(json, board, code.store());
        BrandNames.guide(json, board, code.guide());
        BrandNames.group(json, board, code.group());
        OrderAnswerWriter.writeId(json, "channel", code.channel());
        OrderAnswerWriter.writeId(json, "inviter", code.inviter());
        json.endObject();
        exchange.answer(OK);
    }
}
