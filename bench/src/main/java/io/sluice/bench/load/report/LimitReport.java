package io.sluice.bench.load.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.bench.load.LimitSearch;
import io.sluice.bench.load.LimitStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a search for the limit has found: {@code limit.json}, of which {@code docs/rehearsal-limit.schema.json} is the schema,
 * {@code limit.html}, which needs no network, and lines of text.
 */
public final class LimitReport {
    /** The search as data. */
    public static final String DATA = "limit.json";
    /** The search as a page. */
    public static final String PAGE = "limit.html";

    private static final int FORMAT = 1;
    private static final double PERCENT = 100;

    private final Path directory;
    private final String title;

    private LimitReport(final Path directory, final String title) {
        this.directory = directory;
        this.title = title;
    }

    /**
     * A report into this directory, which is made when it is missing.
     *
     * @param title  the scenario's.
     * @throws IOException when it holds another search already, or cannot be written to; the message names it.
     */
    public static LimitReport into(final Path directory, final String title) throws IOException {
        ResultWriter.into(directory);
        if (Files.exists(directory.resolve(DATA))) {
            throw new IOException(directory + ": holds the result of another search already");
        }
        return new LimitReport(directory, title);
    }

    /** Writes both files, or writes them anew. */
    public void write(final LimitSearch search) throws IOException {
        final ObjectNode json = json(search);
        WholeFile.write(directory.resolve(DATA), json.toString().getBytes(StandardCharsets.UTF_8));
        WholeFile.write(directory.resolve(PAGE), ReportPage.ofLimit(json).getBytes(StandardCharsets.UTF_8));
    }

    /** The head of the table that {@link #row} continues. */
    public static String head() {
        return "  factor    orders/s         p50         p99      shed  what broke";
    }

    /** One step as a row of text. */
    public static String row(final LimitStep step) {
        final String broke = step.endedEarly() ? "ended early" : String.join(", ", step.missed());
        return String.format(
                        Locale.ROOT,
                        "%8.3f  %10.1f  %10s  %10s  %8s  %s",
                        step.factor(),
                        step.orders(),
                        Amount.of(step.p50Ms(), "ms"),
                        Amount.of(step.p99Ms(), "ms"),
                        Double.isNaN(step.shedShare()) ? "-" : Amount.of(PERCENT * step.shedShare(), "%"),
                        (step.rigFull() ? "(the rig) " : "") + broke)
                .stripTrailing();
    }

    /** What was found, in one sentence. */
    public static String sentence(final LimitSearch search) {
        final String outcome = search.outcome().sentence();
        return search.held() == null
                ? outcome
                : String.format(
                        Locale.ROOT,
                        "%s; held: %.1f orders/s, by factor %.3f",
                        outcome,
                        search.held().orders(),
                        search.held().factor());
    }

    private ObjectNode json(final LimitSearch search) {
        final ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("title", title)
                .put("outcome", search.outcome().name())
                .put("sentence", sentence(search));
        json.set("held", search.held() == null ? null : json(search.held()));
        json.set("broke", search.broke() == null ? null : json(search.broke()));
        search.steps().stream().map(LimitReport::json).forEach(json.withArray("steps")::add);
        return json;
    }

    private static ObjectNode json(final LimitStep step) {
        final ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("factor", step.factor())
                .put("directory", step.directory())
                .put("orders", step.orders());
        ResultJson.put(json, "p50", step.p50Ms());
        ResultJson.put(json, "p99", step.p99Ms());
        ResultJson.put(json, "shedShare", step.shedShare());
        step.missed().forEach(json.putArray("missed")::add);
        return json.put("rigFull", step.rigFull()).put("endedEarly", step.endedEarly());
    }
}
