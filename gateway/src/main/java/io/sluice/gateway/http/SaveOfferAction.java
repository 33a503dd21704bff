package io.sluice.gateway.http;

/** {@code PUT /operator/rooms/{room}/offers/{offer}}. One event loop's. */
final class SaveOfferAction extends DoneAnswer implements Action {
    @Override
    public void run(final Exchange exchange) {
        final OfferRequest request =
                new OfferRequest(exchange.identity().subject(), exchange.pathId("room"), exchange.pathId("offer"));
        exchange.send(request.parse(exchange.body()), this);
    }
}
