package io.sluice.bench.load;

import io.sluice.bench.load.client.ServerAddress;
import io.sluice.engine.protocol.ProtocolLimits;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a scenario file; every error names the place and what may stand there. {@code docs/REHEARSAL.md} has the keys. */
public final class ScenarioReader {
    private static final int MAX_STAGES = 100;
    /** Offers that a scenario may sell. */
    public static final int MAX_OFFERS = 1_000;
    /** What is kept of a second is bounded, so is what a run keeps. */
    static final long MAX_RUN_MS = 12 * 3_600_000L;
    /** A token each is minted beforehand. */
    public static final int MAX_VIEWERS = 1_000_000;
    /** Units of an item that it may have. */
    public static final long MAX_STOCK = 1_000_000_000L;

    private static final long MAX_ID = ProtocolLimits.MAX_ID;
    private static final long FIRST_VIEWER = 4_000_000_000L;
    private static final long MAX_AMOUNT_FEN = 1_000_000;
    private static final long MAX_COUPONS = 1_000_000;

    private ScenarioReader() {}

    /** The scenario in a file. */
    public static Scenario read(final Path file) throws ScenarioException, IOException {
        return parse(ScenarioText.of(file));
    }

    /** The scenario that a text says, which no other file is needed for. */
    public static Scenario parse(final String yaml) throws ScenarioException {
        final YamlPart root = new YamlPart("", ScenarioText.tree(yaml));
        final String title = root.text("title", "Rehearsal");
        final long seed = root.whole("seed", 1, 0, Long.MAX_VALUE);
        final Target target = target(root.part("target"));
        final Crowd crowd = crowd(root.part("crowd"));
        final List<Stage> stages = stages(root);
        if (target.coupon() == null
                && stages.stream().anyMatch(stage -> !stage.pace(Flow.CLAIMS).equals(Pace.NONE))) {
            throw root.missing("target.coupon", "the campaign whose coupons are claimed");
        }
        final List<Threshold> thresholds = thresholds(root, stages);
        root.end();
        return new Scenario(title, seed, target, crowd, stages, thresholds);
    }

    private static Target target(final YamlPart part) throws ScenarioException {
        final URI url = uri(part, "url", "http", "https");
        final URI management = uri(part, "management", "http");
        final String config = part.text("config", null);
        final String ca = part.text("ca", null);
        if (url != null && config == null) {
            throw part.missing(
                    "config", "the target's own configuration, by whose secrets tokens and payments are signed");
        }
        if (url == null && management != null) {
            throw part.wrong("management", "stands beside a url only");
        }
        if (url == null && config != null) {
            throw part.wrong("config", "stands beside a url only");
        }
        if (ca != null && (url == null || !ServerAddress.isTls(url))) {
            throw part.wrong("ca", "stands beside a url of https only");
        }
        final Target target = new Target(
                url,
                management,
                config == null ? null : Path.of(config),
                ca == null ? null : Path.of(ca),
                part.whole("room", 1, 1, MAX_ID),
                (int) part.whole("hold-seconds", 900, 5, 86_400),
                offers(part),
                part.has("coupon") ? coupon(part.part("coupon")) : null);
        part.end();
        return target;
    }

    private static List<SaleOffer> offers(final YamlPart target) throws ScenarioException {
        final List<SaleOffer> offers = new ArrayList<>();
        for (final YamlPart part : target.parts("offers")) {
            if (!part.has("offer")) {
                throw part.missing("offer", "the id of an offer");
            }
            offers.add(new SaleOffer(
                    part.whole("offer", 0, 1, MAX_ID),
                    part.whole("price-fen", 9_900, 1, 1_000_000_000_000L),
                    part.whole("stock", 1_000_000, 0, MAX_STOCK),
                    (int) part.whole("per-viewer", 0, 0, 1_000_000),
                    part.number("weight", 0, MAX_STOCK)));
            part.end();
        }
        if (offers.isEmpty()) {
            throw target.missing("offers", "what is put on sale, hottest first");
        }
        if (offers.size() > MAX_OFFERS
                || offers.stream().map(SaleOffer::offer).distinct().count() < offers.size()) {
            throw target.wrong("offers", "there may be " + MAX_OFFERS + ", each with an id of its own");
        }
        final long weighted =
                offers.stream().filter(offer -> offer.weight() > 0).count();
        if (weighted > 0 && weighted < offers.size()) {
            throw target.wrong("offers", "a weight above 0 has to be given to each of them, or to none");
        }
        return offers;
    }

    private static SaleCoupon coupon(final YamlPart part) throws ScenarioException {
        if (!part.has("campaign")) {
            throw part.missing("campaign", "the id of a campaign");
        }
        final SaleCoupon coupon = new SaleCoupon(
                part.whole("campaign", 0, 1, MAX_ID),
                part.whole("amount-fen", 500, 1, MAX_AMOUNT_FEN),
                part.whole("count", 1_000, 1, MAX_COUPONS));
        part.end();
        return coupon;
    }

    private static Crowd crowd(final YamlPart part) throws ScenarioException {
        final long thinkFromMs = part.duration("think-from", 200, MAX_RUN_MS);
        final Crowd crowd = new Crowd(
                (int) part.whole("viewers", 1_000, 1, MAX_VIEWERS),
                part.whole("first-viewer", FIRST_VIEWER, 1, MAX_ID),
                part.number("http-share", 0.2, 1),
                part.number("pay-share", 0.8, 1),
                part.number("cancel-share", 0.05, 1),
                thinkFromMs,
                part.duration("think-to", Math.max(2_000, thinkFromMs), MAX_RUN_MS),
                part.number("twice-share", 0.02, 1),
                part.number("skew", 1, 5),
                (int) part.whole("max-lines", 2, 1, 16),
                part.duration("answer-timeout", 5_000, 60_000),
                part.duration("away", 3_000, MAX_RUN_MS),
                part.duration("stall", 10_000, MAX_RUN_MS));
        if (crowd.payShare() + crowd.cancelShare() > 1) {
            throw part.wrong("cancel-share", "with pay-share it is more than 1");
        }
        if (crowd.thinkToMs() < crowd.thinkFromMs()) {
            throw part.wrong("think-to", "is before think-from");
        }
        if (crowd.answerTimeoutMs() == 0) {
            throw part.wrong("answer-timeout", "has to be more than 0");
        }
        if (crowd.firstViewer() + crowd.viewers() - 1 > MAX_ID) {
            throw part.wrong("first-viewer", "with so many viewers the last one's id is more than " + MAX_ID);
        }
        part.end();
        return crowd;
    }

    private static List<Stage> stages(final YamlPart root) throws ScenarioException {
        final List<Stage> stages = new ArrayList<>();
        for (final YamlPart part : root.parts("stages")) {
            stages.add(StageReader.read(part, "stage " + (stages.size() + 1)));
        }
        if (stages.isEmpty()) {
            throw root.missing("stages", "what comes when");
        }
        if (stages.size() > MAX_STAGES) {
            throw root.wrong("stages", "there are more than " + MAX_STAGES);
        }
        if (stages.stream().mapToLong(Stage::durationMs).sum() > MAX_RUN_MS) {
            throw root.wrong("stages", "together they last more than " + MAX_RUN_MS + "ms");
        }
        return stages;
    }

    private static List<Threshold> thresholds(final YamlPart root, final List<Stage> stages) throws ScenarioException {
        final List<Threshold> thresholds = new ArrayList<>();
        for (final String text : root.texts("thresholds")) {
            thresholds.add(Threshold.parse("thresholds[" + thresholds.size() + "]", text));
        }
        return Verdicts.withAlways(thresholds, stages);
    }

    /** An address of one of these schemes, with nothing behind its port; null when none is given. */
    private static URI uri(final YamlPart part, final String key, final String... schemes) throws ScenarioException {
        final String text = part.text(key, null);
        if (text == null) {
            return null;
        }
        final ScenarioException wrong = part.wrong(
                key,
                "'" + text + "' is no "
                        + Arrays.stream(schemes)
                                .map(scheme -> scheme + "://host:port")
                                .collect(Collectors.joining(" and no ")));
        try {
            final URI uri = new URI(text);
            final String behind = "://" + uri.getHost() + ":" + uri.getPort();
            if (uri.getPort() < 1
                    || Arrays.stream(schemes).noneMatch(scheme -> text.equalsIgnoreCase(scheme + behind))) {
                throw wrong;
            }
            return uri;
        } catch (final URISyntaxException malformed) {
            throw wrong;
        }
    }
}
