package io.sluice.bench.load.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.Flow;
import io.sluice.bench.load.Pace;
import io.sluice.bench.load.SaleOffer;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.Stage;
import io.sluice.bench.load.Target;
import io.sluice.bench.load.Threshold;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/** What was asked, as a part of the result. Where the target's secrets lie is left out: a result is passed around. */
final class ScenarioJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ScenarioJson() {}

    static ObjectNode of(final Scenario scenario) {
        final ObjectNode json = NODES.objectNode()
                .put("title", scenario.title())
                .put("seed", scenario.seed())
                .put("durationMs", scenario.durationMs());
        json.set("target", target(scenario.target()));
        json.set("crowd", crowd(scenario.crowd()));
        scenario.stages().forEach(stage -> json.withArray("stages").add(stage(stage)));
        scenario.thresholds().stream().map(Threshold::text).forEach(json.withArray("thresholds")::add);
        return json;
    }

    private static ObjectNode target(final Target target) {
        final ObjectNode json = NODES.objectNode()
                .put("url", target.url() == null ? null : target.url().toString())
                .put("room", target.room())
                .put("holdSeconds", target.holdSeconds());
        target.offers().forEach(offer -> json.withArray("offers").add(offer(offer)));
        if (target.coupon() != null) {
            json.putObject("coupon")
                    .put("campaign", target.coupon().campaign())
                    .put("amountFen", target.coupon().amountFen())
                    .put("count", target.coupon().count());
        }
        return json;
    }

    private static ObjectNode offer(final SaleOffer offer) {
        final ObjectNode json = NODES.objectNode()
                .put("offer", offer.offer())
                .put("priceFen", offer.priceFen())
                .put("stock", offer.stock())
                .put("perViewer", offer.perViewer());
        if (offer.weight() > 0) {
            json.put("weight", offer.weight());
        }
        return json;
    }

    private static ObjectNode crowd(final Crowd crowd) {
        return NODES.objectNode()
                .put("viewers", crowd.viewers())
                .put("firstViewer", crowd.firstViewer())
                .put("httpShare", crowd.httpShare())
                .put("payShare", crowd.payShare())
                .put("cancelShare", crowd.cancelShare())
                .put("thinkFromMs", crowd.thinkFromMs())
                .put("thinkToMs", crowd.thinkToMs())
                .put("twiceShare", crowd.twiceShare())
                .put("skew", crowd.skew())
                .put("maxLines", crowd.maxLines())
                .put("answerTimeoutMs", crowd.answerTimeoutMs())
                .put("awayMs", crowd.awayMs())
                .put("stallMs", crowd.stallMs());
    }

    /** Two profiles of one mean and one highest rate are not the same load. */
    private static String checksum(final List<Pace> pieces) {
        final ByteBuffer rates = ByteBuffer.allocate(pieces.size() * 2 * Double.BYTES);
        pieces.forEach(piece -> rates.putDouble(piece.from()).putDouble(piece.to()));
        final CRC32C checksum = new CRC32C();
        checksum.update(rates.flip());
        return Long.toHexString(checksum.getValue());
    }

    private static ObjectNode stage(final Stage stage) {
        final ObjectNode json = NODES.objectNode().put("name", stage.name()).put("durationMs", stage.durationMs());
        final ObjectNode paces = json.putObject("paces");
        for (final Flow flow : Flow.values()) {
            final Pace pace = stage.pace(flow);
            if (pace.equals(Pace.NONE)) {
                continue;
            }
            final ObjectNode rate =
                    paces.putObject(flow.key()).put("from", pace.from()).put("to", pace.to());
            if (stage.followed().containsKey(flow)) {
                rate.put("most", stage.most(flow)).put("checksum", checksum(stage.pieces(flow)));
            }
        }
        return json;
    }
}
