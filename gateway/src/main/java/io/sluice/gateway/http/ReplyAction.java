package io.sluice.gateway.http;

import io.sluice.gateway.link.Reply;

/** What an endpoint does with the engine's answer. On the exchange's event loop. */
@FunctionalInterface
interface ReplyAction {
    /** Answers the exchange, or sends again. */
    void onReply(Exchange exchange, Reply reply);
}
