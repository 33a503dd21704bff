package io.sluice.ops.journal;

import io.sluice.engine.protocol.StockKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an order's units came from, as far as that is not what all rooms share.
 *
 * @param sources  the allotments, as the records that took from them say.
 * @param turns    the turns in waiting lines that it used up.
 */
record OrderUnits(List<Source> sources, List<OpenTurns.Turn> turns) {
    /** Nothing of it was set aside. */
    static final OrderUnits SHARED = new OrderUnits(List.of(), List.of());

    /**
     * An allotment that units came from.
     *
     * @param sequence  the record that took them.
     * @param part      the allotment.
     */
    record Source(long sequence, OpenTurns.Part part) {
        private String line(final Language language) {
            return OrderExplanation.line(
                    language.of("allotment", "预留"),
                    language.of("record " + sequence, "第 " + sequence + " 条记录") + "  "
                            + language.of("item ", "商品 ") + part.item() + "  "
                            + KnownStocks.name(part.kind(), part.of()));
        }

        private JsonObject toJson() {
            return new JsonObject()
                    .put("sequence", sequence)
                    .put("item", part.item())
                    .put("kind", part.kind().name())
                    .put("of", part.of());
        }
    }

    /** The same, with what a later record took anew. */
    OrderUnits with(final long sequence, final List<OpenTurns.Part> taken) {
        final List<Source> all = new ArrayList<>(sources);
        taken.stream()
                .filter(part -> part.kind() != StockKind.SHARED)
                .forEach(part -> all.add(new Source(sequence, part)));
        return new OrderUnits(all, turns);
    }

    /** A line for each. */
    List<String> lines(final Language language) {
        final List<String> lines = new ArrayList<>();
        sources.forEach(source -> lines.add(source.line(language)));
        turns.forEach(turn -> lines.add(OrderExplanation.line(
                language.of("turn", "候补"),
                language.of("record " + turn.sequence(), "第 " + turn.sequence() + " 条记录") + "  "
                        + language.of("offer ", "商品链接 ") + turn.offer() + "  "
                        + language.of("units kept ", "保留件数 ") + turn.units())));
        return lines;
    }

    /** Puts what there is into an object. */
    void putInto(final JsonObject json) {
        if (!sources.isEmpty()) {
            json.put(
                    "allotments",
                    new JsonArray(sources.stream().map(Source::toJson).toList()));
        }
        if (!turns.isEmpty()) {
            json.put(
                    "turns",
                    new JsonArray(turns.stream()
                            .map(turn -> new JsonObject()
                                    .put("sequence", turn.sequence())
                                    .put("offer", turn.offer())
                                    .put("units", turn.units()))
                            .toList()));
        }
    }
}
