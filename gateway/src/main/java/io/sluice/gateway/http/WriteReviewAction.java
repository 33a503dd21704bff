package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.WriteReviewEncoder;
import io.sluice.gateway.admission.Identity;
import io.sluice.gateway.admission.MaskedNames;
import io.sluice.gateway.link.Reply;

/** {@code POST /orders/{order}/reviews}; the same text again changes nothing. One event loop's. */
final class WriteReviewAction extends DoneAnswer implements Action {
    private static final String OFFER = "offer";
    private static final String STARS = "stars";
    private static final String TEXT = "text";
    /** Whoever reads a review loads its picture: not over a connection that anybody can read. */
    private static final String SCHEME = "https://";

    private final ReviewMoveJson moves = new ReviewMoveJson();

    @Override
    public void run(final Exchange exchange) {
        final long order = exchange.pathOrder();
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        long offer = 0;
        int stars = 0;
        String text = null;
        String image = "";
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case OFFER -> offer = json.id();
                case STARS -> stars = (int) json.integer(1, ProtocolLimits.MAX_STARS);
                case TEXT -> text = json.text(ProtocolLimits.MAX_REVIEW_BYTES);
                case "image" -> image = picture(json);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(offer != 0, OFFER);
        json.require(stars != 0, STARS);
        json.require(text != null, TEXT);
        send(exchange, order, offer, stars, text, image);
    }

    @Override
    Problem problem(final Exchange exchange, final Outcome refusal, final long detail, final long sequence) {
        final Problem problem = super.problem(exchange, refusal, detail, sequence);
        return refusal == Outcome.ORDER_UNKNOWN ? problem.field("order") : problem;
    }

    @Override
    void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {
        moves.write(reply.buffer(), accepted.limit(), json);
    }

    private static String picture(final JsonBody json) {
        final String image = json.url();
        if (!image.startsWith(SCHEME)) {
            throw json.invalid("must be an https URL");
        }
        return image;
    }

    private void send(
            final Exchange exchange,
            final long order,
            final long offer,
            final int stars,
            final String text,
            final String image) {
        final Identity writer = exchange.identity();
        exchange.send(
                (buffer, offset) -> {
                    final WriteReviewEncoder encoder = new WriteReviewEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .viewer(writer.subject())
                            .order(order)
                            .offer(offer)
                            .stars((short) stars)
                            .name(MaskedNames.of(writer.subject(), writer.name()))
                            .text(text)
                            .image(image);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
