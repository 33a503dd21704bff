package io.sluice.gateway.http;

import io.sluice.engine.protocol.StockKind;

/**
 * Which stock of an item is meant.
 *
 * @param kind  shared, or which kind of allotment.
 * @param of    the room or store it is set aside for, 0 for the shared stock.
 */
record StockAddress(StockKind kind, long of) {
    private static final String KIND = "kind";
    private static final String OF = "of";

    /** Reads the object that is the field named last. */
    static StockAddress parse(final JsonBody json) {
        final String place = json.place();
        json.beginObject();
        StockKind kind = null;
        long of = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case KIND -> kind = json.constant(StockKind.class);
                case OF -> of = json.id();
                default -> throw json.unknown();
            }
        }
        json.require(kind != null, place + '.' + KIND);
        json.require(kind == StockKind.SHARED || of != 0, place + '.' + OF);
        if (kind == StockKind.SHARED && of != 0) {
            throw JsonBody.invalid(place + '.' + OF, "must be left out for SHARED");
        }
        return new StockAddress(kind, of);
    }

    /** Reads the segments {@code kind} and {@code of} of a path that names an allotment. */
    static StockAddress inPath(final Exchange exchange) {
        final StockKind kind =
                switch (exchange.pathText(KIND)) {
                    case "rooms" -> StockKind.ROOM;
                    case "stores" -> StockKind.STORE;
                    case "replays" -> StockKind.REPLAY;
                    default -> throw JsonBody.invalid(KIND, "must be rooms, stores or replays");
                };
        return new StockAddress(kind, exchange.pathId(OF));
    }

    /** The room whose allotment or replay it is, 0 for none. */
    long room() {
        return kind == StockKind.ROOM || kind == StockKind.REPLAY ? of : 0;
    }

    /** The store whose allotment it is, 0 for none. */
    long store() {
        return kind == StockKind.STORE ? of : 0;
    }

    /** Writes the members of an object that is open. */
    static void writeMembers(final JsonWriter json, final StockKind kind, final long of) {
        json.name(KIND).value(kind.name());
        OrderAnswerWriter.writeId(json, OF, of);
    }
}
