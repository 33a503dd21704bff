package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.TouchKind;
import io.sluice.gateway.share.ShareCode;
import io.sluice.gateway.share.ShareCodec;

/** {@code POST /touches}. One event loop's. */
final class NoteTouchAction extends TouchAnswer implements Action {
    private final ShareCodec shares;

    NoteTouchAction(final ShareCodec shares) {
        this.shares = shares;
    }

    @Override
    public void run(final Exchange exchange) {
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        String share = null;
        boolean join = false;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "share" -> share = json.ascii(1, ProtocolLimits.MAX_SHARE_BYTES);
                case "join" -> join = json.flag();
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(share != null, "share");
        final ShareCode code = shares.decode(share);
        if (code == null) {
            throw new RequestRefusedException(Problems.shareUnknown());
        }
        if (join && code.group() == 0) {
            throw JsonBody.invalid("join", "needs the code of a group");
        }
        exchange.send(new TouchWriter(exchange.identity().subject(), kind(code, join), code, share), this);
    }

    private static TouchKind kind(final ShareCode code, final boolean join) {
        if (join) {
            return TouchKind.JOINED;
        }
        return code.channel() == 0 ? TouchKind.SHARE : TouchKind.CHANNEL;
    }
}
