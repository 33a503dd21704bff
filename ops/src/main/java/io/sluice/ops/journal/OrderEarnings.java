package io.sluice.ops.journal;

import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.Earning;
import io.sluice.engine.view.EarningSentence;
import io.sluice.engine.view.GuideView;
import io.sluice.engine.view.StoreView;
import io.sluice.gateway.http.Rfc3339;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Who earns what of an order, as the records of its payment and refunds say.
 *
 * @param moves     what each of those records moved, in their order.
 * @param sentence  the same in words.
 */
record OrderEarnings(List<Move> moves, EarningSentence sentence) {
    /**
     * What one record moved of one payee and line.
     *
     * @param sequence  the record's number.
     * @param earning   what was earned, or taken back.
     * @param name      of a store or guide, empty for none.
     */
    record Move(long sequence, Earning earning, String name) {
        static Move of(final long sequence, final Earning earning, final BrandBoard brand) {
            return new Move(sequence, earning, name(earning, brand));
        }

        private static String name(final Earning earning, final BrandBoard brand) {
            return switch (earning.payee()) {
                case STORE -> {
                    final StoreView store = brand.store(earning.who());
                    yield store == null ? "" : store.name();
                }
                case GUIDE, HOST -> {
                    final GuideView guide = brand.guide(earning.who());
                    yield guide == null ? "" : guide.name();
                }
                default -> "";
            };
        }

        String line(final Language language) {
            final String label = earning.fen() < 0 ? language.of("taken back", "追回") : language.of("earned", "分佣");
            return OrderExplanation.line(
                    label,
                    language.of("record " + sequence, "第 " + sequence + " 条记录") + "  "
                            + language.of("line " + earning.line(), "第 " + (earning.line() + 1) + " 行") + "  "
                            + (earning.payee() + " " + earning.who() + "  " + name).strip() + "  " + earning.fen()
                            + language.of(" fen  plan ", " 分  第 ") + earning.planVersion()
                            + language.of("  frozen until ", " 版分佣方案  冻结至 ")
                            + Rfc3339.format(earning.payableAtMs()));
        }

        JsonObject toJson() {
            final JsonObject json = new JsonObject()
                    .put("sequence", sequence)
                    .put("line", earning.line())
                    .put("payee", earning.payee().name())
                    .put("id", earning.who());
            if (!name.isEmpty()) {
                json.put("name", name);
            }
            return json.put("fen", earning.fen())
                    .put("payableAt", Rfc3339.format(earning.payableAtMs()))
                    .put("planVersion", earning.planVersion());
        }
    }

    /** The same as one object. */
    JsonObject toJson() {
        return new JsonObject()
                .put("sentence", new JsonObject().put("en", sentence.en()).put("zh", sentence.zh()))
                .put("moves", new JsonArray(moves.stream().map(Move::toJson).toList()));
    }
}
