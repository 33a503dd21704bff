package io.sluice.gateway.http;

/** What an endpoint does once token, rate, media type and size are in order. On the exchange's event loop. */
@FunctionalInterface
interface Action {
    /**
     * Answers the exchange, now or later.
     *
     * @throws RequestRefusedException when path, query or body is wrong.
     */
    void run(Exchange exchange);
}
