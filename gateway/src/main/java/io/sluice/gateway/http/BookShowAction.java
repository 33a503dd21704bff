package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.BookShowEncoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.link.Reply;

/** {@code PUT} and {@code DELETE /rooms/{room}/booking}; what is so already changes nothing. One event loop's. */
final class BookShowAction extends DoneAnswer implements Action {
    private static final String ROOM = "room";

    private final boolean books;

    /** Books a show, or takes that back. */
    BookShowAction(final boolean books) {
        this.books = books;
    }

    @Override
    public void run(final Exchange exchange) {
        final long viewer = exchange.identity().subject();
        final long room = exchange.pathId(ROOM);
        exchange.send(
                (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                        + new BookShowEncoder()
                                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                                .viewer(viewer)
                                .room(room)
                                .booked((short) (books ? 1 : 0))
                                .encodedLength(),
                this);
    }

    @Override
    Problem problem(final Exchange exchange, final Outcome refusal, final long detail, final long sequence) {
        final Problem problem = super.problem(exchange, refusal, detail, sequence);
        return refusal == Outcome.CAPACITY ? problem : problem.field(ROOM);
    }

    @Override
    void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {
        json.name("isBooked").value(books);
        json.name("booked").value(accepted.detail());
    }
}
