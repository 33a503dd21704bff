package io.sluice.bench.load.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.bench.load.SaleCoupon;
import io.sluice.bench.load.SaleOffer;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.Target;
import io.sluice.bench.load.audit.Opening;
import io.sluice.bench.load.client.TrustedRoots;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes what a scenario puts on sale: its room, live, and each offer, open, with an item of the same id that has just the stock
 * the scenario says; and the campaign whose coupons are given away, if any. What is there already is brought to the same, so that a run may follow another in the same room; stock that
 * unpaid orders of before still hold comes on top when they expire. A scenario without offers takes its room as it is. A room
 * with a waiting line and an item with an allotment are refused before anything is changed: the audit's books have one stock an
 * item. One thread.
 */
public final class Preparation {
    private static final int NOT_FOUND = 404;
    private static final long POLL_MS = 20;
    private static final long PICTURE_SECONDS = 20;
    /** As many as a campaign allows, so that a run may follow another. */
    private static final int COUPONS_PER_VIEWER = 100;

    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final Duration CLAIMED_FOR = Duration.ofDays(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final OperatorApi api;
    private final OperatorApi approver;
    private final String title;
    private final Target target;
    private final String room;

    /**
     * The preparation of a scenario.
     *
     * @param url       of the gateway; the scenario's own, or that of the rig's server.
     * @param roots     whom to trust where that is of https.
     * @param operator  token of an operator.
     * @param second    token of another one, who agrees to what the first may not write off alone.
     */
    public Preparation(
            final Scenario scenario,
            final URI url,
            final TrustedRoots roots,
            final String operator,
            final String second) {
        this.title = scenario.title();
        this.target = scenario.target();
        this.room = "/operator/rooms/" + target.room();
        this.api = new OperatorApi(url, roots, operator);
        this.approver = new OperatorApi(url, roots, second);
    }

    /**
     * Sets the stage.
     *
     * @return how the shop stood right before, for the audit.
     * @throws StageException when the target is down, refuses, or answers what cannot be understood.
     */
    public Opening run() throws StageException {
        final OperatorApi.Answer before = api.ask("/rooms/" + target.room());
        final boolean isNew = before.status() == NOT_FOUND && before.code().equals("ROOM_UNKNOWN");
        if (target.offers().isEmpty()) {
            before.requireSuccess();
            requireLive(before);
            requirePlainSale(before);
            return opening(before, 0);
        }
        if (!isNew) {
            before.requireSuccess();
            requireNotEnded(before);
            requirePlainSale(before);
        }
        for (final SaleOffer offer : target.offers()) {
            requireOneStock(offer.offer());
        }
        final long first = saveRoom();
        long last = first;
        final long claimed = target.coupon() == null ? 0 : saveCampaign(target.coupon());
        for (final SaleOffer offer : target.offers()) {
            last = saveOffer(offer);
        }
        final OperatorApi.Answer saved = pictureAt(last);
        stockUp(saved);
        if (saved.body().path("state").asText().equals("SCHEDULED")) {
            api.post(room + "/state", object().put("state", "LIVE").toString());
        }
        for (final SaleOffer offer : target.offers()) {
            last = api.post(room + "/offers/" + offer.offer() + "/open", "");
        }
        pictureAt(last);
        return isNew ? new Opening(first, List.of(), claimed) : opening(before, claimed);
    }

    private long saveRoom() throws StageException {
        return api.put(
                room,
                object().put("title", title)
                        .put("startsAt", TIME.format(Instant.now()))
                        .toString());
    }

    /** What was claimed before comes on top of what the run gives away; answers how many that are. */
    private long saveCampaign(final SaleCoupon coupon) throws StageException {
        final String path = "/operator/campaigns/" + coupon.campaign();
        final OperatorApi.Answer before = api.ask(path);
        final boolean isNew = before.status() == NOT_FOUND && before.code().equals("CAMPAIGN_UNKNOWN");
        if (!isNew) {
            before.requireSuccess();
        }
        final long claimed = isNew ? 0 : number(before, before.body(), "claimed");
        final long takenFen = isNew ? 0 : number(before, before.body(), "takenFen");
        final Instant now = Instant.now();
        api.put(
                path,
                object().put("title", title)
                        .put("discountFen", coupon.amountFen())
                        .put("budgetFen", takenFen + coupon.count() * coupon.amountFen())
                        .put("count", claimed + coupon.count())
                        .put("perViewer", COUPONS_PER_VIEWER)
                        .put("claimFrom", TIME.format(now.minus(CLOCKS_DIFFER)))
                        .put("claimTo", TIME.format(now.plus(CLAIMED_FOR)))
                        .put("validSeconds", CLAIMED_FOR.toSeconds())
                        .toString());
        return claimed;
    }

    private long saveOffer(final SaleOffer offer) throws StageException {
        api.put(
                "/operator/items/" + offer.offer(),
                object().put("title", "Item " + offer.offer()).toString());
        final ObjectNode terms = object().put("item", offer.offer())
                .put("listPriceFen", offer.priceFen())
                .put("holdSeconds", target.holdSeconds());
        if (offer.perViewer() > 0) {
            terms.put("perViewerLimit", offer.perViewer());
        }
        return api.put(room + "/offers/" + offer.offer(), terms.toString());
    }

    /** Nobody buys meanwhile, as the offers are not open between their saving and their opening. */
    private void stockUp(final OperatorApi.Answer picture) throws StageException {
        final Map<Long, Long> available = new HashMap<>();
        for (final JsonNode offer : offers(picture)) {
            available.put(number(picture, offer, "offer"), number(picture, offer, "available"));
        }
        for (final SaleOffer offer : target.offers()) {
            final Long left = available.get(offer.offer());
            if (left == null) {
                throw picture.off("does not have offer " + offer.offer() + ", which was just saved");
            }
            final long change = offer.stock() - left;
            if (change != 0) {
                changeStock(offer.offer(), change);
            }
        }
    }

    private void changeStock(final long item, final long change) throws StageException {
        final long changed = api.post(
                "/operator/items/" + item + "/stock",
                object().put("change", change)
                        .put("reason", change > 0 ? "RESTOCK" : "WRITE_OFF")
                        .toString());
        if (change < 0) {
            agreeTo(changed);
        }
    }

    /** Writes off what was only proposed, if it was. */
    private void agreeTo(final long proposal) throws StageException {
        final OperatorApi.Answer waiting = api.ask("/operator/proposals");
        waiting.requireSuccess();
        for (final JsonNode each : waiting.body().path("proposals")) {
            if (each.path("proposal").asLong() == proposal) {
                approver.post("/operator/proposals/" + proposal + "/approve", "");
            }
        }
    }

    /** The room's picture once it holds a record. */
    private OperatorApi.Answer pictureAt(final long sequence) throws StageException {
        final long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PICTURE_SECONDS);
        OperatorApi.Answer picture = api.ask("/rooms/" + target.room());
        while (picture.status() == NOT_FOUND || sequenceOf(picture) < sequence) {
            if (System.nanoTime() > deadlineNs) {
                throw picture.off("does not show record " + sequence + " after " + PICTURE_SECONDS + " s");
            }
            Pause.of(POLL_MS, TimeUnit.MILLISECONDS);
            picture = api.ask("/rooms/" + target.room());
        }
        return picture;
    }

    private static Opening opening(final OperatorApi.Answer picture, final long claimed) throws StageException {
        final List<Opening.KnownOffer> known = new ArrayList<>();
        for (final JsonNode offer : offers(picture)) {
            known.add(new Opening.KnownOffer(
                    number(picture, offer, "offer"),
                    number(picture, offer, "item"),
                    offer.path("perViewerLimit").asInt(),
                    number(picture, offer, "available")));
        }
        return new Opening(sequenceOf(picture) + 1, known, claimed);
    }

    private static void requireLive(final OperatorApi.Answer picture) throws StageException {
        if (!picture.body().path("state").asText().equals("LIVE")
                || offers(picture).isEmpty()) {
            throw picture.off(
                    "shows a room that is not live or sells nothing, and the scenario has no offers of its own");
        }
    }

    private static void requireNotEnded(final OperatorApi.Answer picture) throws StageException {
        if (picture.body().path("state").asText().equals("ENDED")) {
            throw picture.off("shows a room that has ended; rehearse in another one");
        }
    }

    private void requirePlainSale(final OperatorApi.Answer picture) throws StageException {
        for (final JsonNode offer : offers(picture)) {
            if (offer.has("turnSeconds") || offer.has("waiting")) {
                throw picture.off("shows offer " + number(picture, offer, "offer")
                        + " with a waiting line, which the audit cannot follow; rehearse in a room without");
            }
            requireOneStock(number(picture, offer, "item"));
        }
    }

    private void requireOneStock(final long item) throws StageException {
        final OperatorApi.Answer stocks = api.ask("/operator/items/" + item + "/stocks");
        if (stocks.status() == NOT_FOUND) {
            return;
        }
        stocks.requireSuccess();
        if (stocks.body().path("stocks").size() != 1) {
            throw stocks.off(
                    "shows an item with allotments, which the audit cannot follow; close them, or sell another item");
        }
    }

    private static JsonNode offers(final OperatorApi.Answer picture) throws StageException {
        final JsonNode offers = picture.body().path("offers");
        if (!offers.isArray()) {
            throw picture.off("has no offers");
        }
        return offers;
    }

    private static long sequenceOf(final OperatorApi.Answer picture) throws StageException {
        picture.requireSuccess();
        return number(picture, picture.body(), "sequence");
    }

    private static long number(final OperatorApi.Answer picture, final JsonNode node, final String field)
            throws StageException {
        if (!node.path(field).canConvertToLong()) {
            throw picture.off("has no number " + field);
        }
        return node.path(field).asLong();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
