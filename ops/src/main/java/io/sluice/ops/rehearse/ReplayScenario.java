package io.sluice.ops.rehearse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.bench.load.Profile;
import io.sluice.bench.load.ScenarioException;
import io.sluice.bench.load.ScenarioReader;
import io.sluice.bench.load.ScenarioText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Makes a scenario of a session: what came when, the mix and the offers are the session's; all else, such as the target, the
 * part of the orders that comes over HTTP and the thresholds, is that of another scenario.
 */
final class ReplayScenario {
    private static final int JOINS_A_SECOND = 100;
    private static final int LEAST_DOORS_SECONDS = 5;
    private static final int LEAST_HOLD_SECONDS = 5;
    private static final int MOST_HOLD_SECONDS = 86_400;
    /** Arrivals are drawn, so that a few may be missing: more are asked for than seats are, and those beyond do nothing. */
    private static final double MORE_JOINS = 1.1;

    private static final int SPARE_JOINS = 5;

    private final SessionReader reader;
    private final JournalSession session;
    private final double speed;

    /** Of a session of this reader's, played that many times as fast. */
    ReplayScenario(final SessionReader reader, final JournalSession session, final double speed) {
        this.reader = reader;
        this.session = session;
        this.speed = speed;
    }

    /** Its text; {@code yaml} is that of the scenario which has all else. */
    String of(final String yaml) throws ScenarioException, IOException {
        final Profile profile = session.profile();
        final ObjectNode scenario = (ObjectNode) ScenarioText.tree(yaml);
        scenario.put("title", scenario.path("title").asText("Rehearsal") + ", replayed");
        final List<Long> offers =
                session.offers().stream().limit(ScenarioReader.MAX_OFFERS).toList();
        final ObjectNode target = scenario.withObject("/target");
        final SessionReader.OfferTerms hottest = reader.terms(offers.get(0));
        if (hottest != null) {
            target.put(
                    "hold-seconds", Math.max(LEAST_HOLD_SECONDS, Math.min(MOST_HOLD_SECONDS, hottest.holdSeconds())));
        }
        target.putArray("offers");
        offers.forEach(offer -> addOffer(target.withArray("offers").addObject(), offer));
        final int viewers = Math.min(ScenarioReader.MAX_VIEWERS, session.viewers());
        scenario.withObject("/crowd")
                .put("viewers", viewers)
                .put("twice-share", session.twiceShare())
                .put("pay-share", session.payShare())
                .put("cancel-share", session.cancelShare())
                .put("max-lines", session.maxLines())
                .remove("skew");
        final int doors = Math.max(LEAST_DOORS_SECONDS, viewers / JOINS_A_SECOND);
        scenario.putArray("stages");
        scenario.withArray("stages")
                .addObject()
                .put("name", "doors")
                .put("lasts", doors + "s")
                .put("joins", String.format(Locale.ROOT, "%.3f/s", (viewers * MORE_JOINS + SPARE_JOINS) / doors));
        scenario.withArray("stages")
                .addObject()
                .put("name", "the session")
                .put("profile", profile.csv())
                .put("speed", speed);
        return ScenarioText.yaml(scenario);
    }

    private void addOffer(final ObjectNode json, final long offer) {
        json.put("offer", offer).put("weight", session.pressesOf(offer));
        final SessionReader.OfferTerms terms = reader.terms(offer);
        if (terms == null) {
            return;
        }
        json.put("price-fen", Math.max(1, terms.priceFen())).put("per-viewer", terms.perViewer());
        final Long stock = session.stockOf(terms.item());
        if (stock != null) {
            json.put("stock", Math.min(ScenarioReader.MAX_STOCK, stock));
        }
    }
}
