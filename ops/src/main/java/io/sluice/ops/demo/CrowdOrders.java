package io.sluice.ops.demo;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The crowd's orders from the press of the button to pay, cancel or abandon. An order without an answer is sent again
 * with its key, some times; each leaves the books with its last action, so they hold about a minute of orders. Used by the
 * crowd's event loop only.
 */
final class CrowdOrders {
    private static final int MAX_TRIES = 4;
    private static final long ANSWER_MS = 5_000;

    private final CrowdServer server;
    private final CrowdTally tally;
    private final String keyPrefix;
    private final Map<Long, Entry> entries = new HashMap<>();

    /**
     * @param keyPrefix what no other show has put before its keys
     */
    CrowdOrders(final CrowdServer server, final String keyPrefix) {
        this.server = server;
        this.keyPrefix = keyPrefix;
        tally = server.tally();
    }

    /** An order whose code cannot be had goes without it. */
    void place(final CrowdAction.Order action, final CrowdViewer viewer) {
        tally.increment(CrowdCounter.ORDERS_ASKED);
        server.shares().of(action.carried()).otherwise("").onSuccess(code -> place(action, viewer, code));
    }

    private void place(final CrowdAction.Order action, final CrowdViewer viewer, final String code) {
        final JsonObject body = body(action, code, viewer.coupons().take(action.leastFen()));
        final Entry entry = new Entry(viewer, keyPrefix + action.number(), body, server.backoff());
        entries.put(action.number(), entry);
        final JsonObject frame = new JsonObject().put("t", "order").put("key", entry.key);
        if (action.overSocket() && viewer.send(frame.mergeIn(entry.body))) {
            server.after(ANSWER_MS, () -> resend(action.number(), entry));
        } else {
            send(action.number(), entry);
        }
    }

    /** Sends an order a second time over HTTP, whichever way it went first. */
    void repeat(final long number) {
        final Entry entry = entries.get(number);
        if (entry != null) {
            tally.increment(CrowdCounter.ORDERS_REPEATED);
            send(number, entry);
        }
    }

    void pay(final long number) {
        end(number, entry -> {
            final JsonObject body = new JsonObject().put("order", entry.order);
            finish(entry, "/demo/payments", body, answer -> {
                final boolean refundDue = "REFUND_DUE".equals(answer.body().getString("outcome"));
                tally.increment(refundDue ? CrowdCounter.REFUND_DUE : CrowdCounter.PAID);
            });
        });
    }

    void cancel(final long number) {
        end(
                number,
                entry -> finish(
                        entry,
                        "/orders/" + entry.order + "/cancel",
                        null,
                        answer -> tally.increment(CrowdCounter.CANCELLED)));
    }

    void abandon(final long number) {
        end(number, entry -> tally.increment(CrowdCounter.ABANDONED));
    }

    /** Takes a viewer's own frame. */
    void onFrame(final JsonObject frame) {
        final String kind = frame.getString("t");
        final String key = frame.getString("key", "");
        final boolean ours = key.startsWith(keyPrefix);
        if ("order".equals(kind) && ours) {
            onReserved(number(key), frame, frame.getBoolean("replayed", false));
        } else if ("refused".equals(kind)) {
            onRefusedFrame(frame, ours ? number(key) : 0);
        }
    }

    private void onRefusedFrame(final JsonObject frame, final long number) {
        final String code = frame.getString("code", "");
        final Entry entry = entries.get(number);
        if (entry == null) {
            tally.refused(code);
            return;
        }
        final long retryAfterMs = frame.getLong("retryAfterSeconds", 0L) * 1_000;
        if (isUndecided(frame.getInteger("status", 0))) {
            tally.increment(CrowdCounter.BUSY);
            server.after(entry.backoff.nextMs(retryAfterMs), () -> resend(number, entry));
        } else {
            onRefused(number, code);
        }
    }

    private void resend(final long number, final Entry entry) {
        if (entries.get(number) != entry || entry.order != null) {
            return;
        }
        if (++entry.tries == MAX_TRIES) {
            entries.remove(number);
            tally.increment(CrowdCounter.ORDERS_UNANSWERED);
        } else {
            send(number, entry);
        }
    }

    private void send(final long number, final Entry entry) {
        entry.viewer
                .token()
                .compose(token -> server.order(token, entry.key, entry.body))
                .onSuccess(answer -> onAnswer(number, entry, answer))
                .onFailure(cause -> server.after(entry.backoff.nextMs(0), () -> resend(number, entry)));
    }

    private void onAnswer(final long number, final Entry entry, final DemoApi.Answer answer) {
        if (answer.isSuccess()) {
            onReserved(number, answer.body(), answer.status() == 200);
        } else if (isUndecided(answer.status())) {
            server.after(entry.backoff.nextMs(answer.retryAfterMs()), () -> resend(number, entry));
        } else {
            onRefused(number, answer.code());
        }
    }

    private void onReserved(final long number, final JsonObject answer, final boolean replayed) {
        if (replayed) {
            tally.increment(CrowdCounter.ORDERS_REPLAYED);
        }
        final Entry entry = entries.get(number);
        if (entry != null && entry.order == null) {
            entry.order = answer.getString("order");
            tally.increment(CrowdCounter.ORDERS_RESERVED);
            if (entry.body.containsKey("coupon")) {
                tally.increment(CrowdCounter.DISCOUNTED);
            }
        }
    }

    /** A refused order has nothing left to do; a repeat of it that is refused as well is not counted twice. */
    private void onRefused(final long number, final String code) {
        if (entries.remove(number) != null) {
            tally.increment(CrowdCounter.ORDERS_REFUSED);
            tally.refused(code);
        }
    }

    private void end(final long number, final Consumer<Entry> last) {
        final Entry entry = entries.remove(number);
        if (entry == null) {
            return;
        }
        if (entry.order == null) {
            tally.increment(CrowdCounter.ORDERS_UNANSWERED);
        } else {
            entry.tries = 0;
            last.accept(entry);
        }
    }

    private void finish(
            final Entry entry, final String path, final JsonObject body, final Consumer<DemoApi.Answer> done) {
        final Future<DemoApi.Answer> answered =
                entry.viewer.token().compose(token -> server.post(path, token, "", body));
        answered.onComplete(result -> {
            final boolean undecided =
                    result.failed() || isUndecided(result.result().status());
            if (undecided && ++entry.tries < MAX_TRIES) {
                final long askedMs = result.failed() ? 0 : result.result().retryAfterMs();
                server.after(entry.backoff.nextMs(askedMs), () -> finish(entry, path, body, done));
            } else if (result.succeeded() && result.result().isSuccess()) {
                done.accept(result.result());
            } else if (result.succeeded()) {
                tally.increment(CrowdCounter.FAILED);
            }
        });
    }

    /** Too fast, under pressure, or late: nothing is known to be decided, so the same may be asked again. */
    private static boolean isUndecided(final int status) {
        return status == 429 || status == 503 || status == 504;
    }

    private long number(final String key) {
        return Long.parseLong(key.substring(keyPrefix.length()));
    }

    private static JsonObject body(final CrowdAction.Order action, final String code, final String coupon) {
        final JsonArray lines = new JsonArray();
        for (final OrderLine line : action.lines()) {
            lines.add(new JsonObject().put("offer", line.offer()).put("quantity", line.quantity()));
        }
        final JsonObject body = new JsonObject().put("lines", lines);
        if (!coupon.isEmpty()) {
            body.put("coupon", coupon);
        }
        return code.isEmpty() ? body : body.put("share", code);
    }

    /** One order under way; {@code order} is null until it is reserved. */
    private static final class Entry {
        private final CrowdViewer viewer;
        private final String key;
        private final JsonObject body;
        private final Backoff backoff;
        private String order;
        private int tries;

        Entry(final CrowdViewer viewer, final String key, final JsonObject body, final Backoff backoff) {
            this.viewer = viewer;
            this.key = key;
            this.body = body;
            this.backoff = backoff;
        }
    }
}
