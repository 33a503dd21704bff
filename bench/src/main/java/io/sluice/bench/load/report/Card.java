package io.sluice.bench.load.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.bench.load.Figures;
import java.util.List;
import java.util.Optional;

/**
 * Go or no-go on one page, from {@code result.json} alone: what was asked, what held, what broke first, how far each
 * threshold was from its value, and what is nearest to its end. What the figures do not tell is not told.
 */
public final class Card {
    private final ResultFile result;
    private final List<ResultFile.Verdict> verdicts;
    private final Optional<Breaking> brokeFirst;
    private final NextBottleneck bottleneck;

    /** The card of this result. */
    public Card(final ResultFile result) {
        this.result = result;
        verdicts = result.verdicts();
        brokeFirst = Breaking.first(result);
        bottleneck = NextBottleneck.of(result);
    }

    /** As one object. */
    public ObjectNode json() {
        final ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("go", result.isGo())
                .put("title", result.title())
                .put("startedAt", result.json().path("startedAt").asText())
                .put("seconds", result.seconds())
                .put("endedEarly", result.json().path("endedEarly").asBoolean());
        json.set("asked", result.json().path("scenario"));
        json.put("held", verdicts.stream().filter(ResultFile.Verdict::held).count());
        json.set("thresholds", thresholds());
        json.put("audited", result.json().path("audited").asLong());
        json.put("findings", result.findings());
        if (brokeFirst.isPresent()) {
            json.set("brokeFirst", json(brokeFirst.get()));
        } else {
            json.putNull("brokeFirst");
        }
        json.set("bottleneck", bottleneck.json());
        return json;
    }

    /** As a page of text. */
    public String text() {
        final CardText text = new CardText();
        text.line(result.isGo() ? "GO" : "NO-GO", result.title());
        AskedText.write(result, text);
        final long held = verdicts.stream().filter(ResultFile.Verdict::held).count();
        text.line("held", held + " of " + verdicts.size() + " thresholds");
        text.line(
                "audit",
                Amount.of(result.json().path("audited").asDouble(), "orders held against the journal") + ", "
                        + Amount.of((double) result.findings(), "findings"));
        result.missing().forEach(what -> text.line("missing", what));
        text.line("broke first", brokeFirst.map(this::sentence).orElse("nothing"));
        if (result.json().path("endedEarly").asBoolean()) {
            text.line("ended early", "what was not played says nothing: no go");
        }
        text.gap();
        text.row("threshold", "measured", "head-room", "");
        for (final ResultFile.Verdict verdict : verdicts) {
            text.row(
                    verdict.threshold().text(),
                    Amount.of(
                            verdict.measured(), Figures.unit(verdict.threshold().figure())),
                    Double.isNaN(verdict.headRoom()) ? "-" : Amount.percent(verdict.headRoom()),
                    verdict.held() ? "held" : "MISSED");
        }
        text.gap();
        bottleneck.write(text);
        return text.toString();
    }

    private ArrayNode thresholds() {
        final ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (final ResultFile.Verdict verdict : verdicts) {
            final ObjectNode json = all.addObject()
                    .put("threshold", verdict.threshold().text())
                    .put("figure", verdict.threshold().figure())
                    .put("unit", Figures.unit(verdict.threshold().figure()))
                    .put("held", verdict.held());
            ResultJson.put(json, "measured", verdict.measured());
            ResultJson.put(json, "headRoom", verdict.headRoom());
        }
        return all;
    }

    private ObjectNode json(final Breaking breaking) {
        final ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("threshold", breaking.verdict().threshold().text())
                .put("unit", Figures.unit(breaking.verdict().threshold().figure()));
        ResultJson.put(json, "measured", breaking.verdict().measured());
        if (breaking.second() == Breaking.UNKNOWN) {
            return json.putNull("second").putNull("stage");
        }
        return json.put("second", breaking.second()).put("stage", result.stageAt(breaking.second()));
    }

    private String sentence(final Breaking breaking) {
        final String what = breaking.verdict().threshold().text() + ": "
                + Amount.of(
                        breaking.verdict().measured(),
                        Figures.unit(breaking.verdict().threshold().figure()));
        return breaking.second() == Breaking.UNKNOWN
                ? what + ", and no single second tells when"
                : what + ", first beyond it at " + Amount.moment(breaking.second()) + ", in '"
                        + result.stageAt(breaking.second()) + "'";
    }
}
