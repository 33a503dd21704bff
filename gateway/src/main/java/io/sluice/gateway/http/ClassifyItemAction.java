package io.sluice.gateway.http;

import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.ClassifyItemEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;

/** {@code PUT /operator/items/{item}/class}. One event loop's. */
final class ClassifyItemAction extends DoneAnswer implements Action {
    private static final long NOT_GIVEN = -1;
    private static final String ITEM = "item";

    @Override
    public void run(final Exchange exchange) {
        final long item = exchange.pathId(ITEM);
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        long category = NOT_GIVEN;
        ItemKind kind = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "category" -> category = json.idOrNull();
                case "kind" -> kind = json.constant(ItemKind.class);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(category != NOT_GIVEN, "category");
        json.require(kind != null, "kind");
        send(exchange, item, category, kind);
    }

    @Override
    Problem problem(final Exchange exchange, final Outcome refusal, final long detail, final long sequence) {
        final Problem problem = super.problem(exchange, refusal, detail, sequence);
        return refusal == Outcome.ITEM_UNKNOWN ? problem.field(ITEM) : problem;
    }

    private void send(final Exchange exchange, final long item, final long category, final ItemKind kind) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final ClassifyItemEncoder encoder = new ClassifyItemEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .item(item)
                            .category(category)
                            .kind(kind.code());
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
