package io.sluice.ops.demo;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The crowd's places in waiting lines, from the wish for an offer that is mostly sold out to an order, a turn that goes by, or
 * the end of patience. A viewer waits in one line at a time and so many of the crowd at most. Used by the crowd's event loop
 * only.
 */
final class CrowdLines {
    private static final int MAX_WAITING = 256;
    private static final long PATIENCE_MS = 90_000;
    private static final int LETS_GO_PERCENT = 25;
    private static final int PAY_PERCENT = 15;
    private static final int CANCEL_PERCENT = 50;
    private static final long LEAST_THINK_MS = 1_500;
    private static final int MORE_THINK_MS = 6_500;

    private final CrowdServer server;
    private final CrowdOrders orders;
    private final CrowdTally tally;
    private final String room;
    private final Map<Long, Entry> entries = new HashMap<>();

    CrowdLines(final CrowdServer server, final CrowdOrders orders, final long room) {
        this.server = server;
        this.orders = orders;
        this.room = "/rooms/" + room + "/offers/";
        tally = server.tally();
    }

    /** Joins the line; orders at once where there is stock left. One try: who got no answer goes without. */
    void join(final CrowdAction.Wait action, final CrowdViewer viewer) {
        if (entries.size() == MAX_WAITING || entries.containsKey(action.viewer())) {
            tally.increment(CrowdCounter.HELD_BACK);
            return;
        }
        final Entry entry = new Entry(action, viewer);
        entries.put(action.viewer(), entry);
        send(HttpMethod.PUT, entry, new JsonObject().put("units", 1)).onComplete(answered -> {
            if (answered.failed()) {
                entries.remove(action.viewer(), entry);
            } else {
                onAnswer(entry, answered.result());
            }
        });
    }

    /** Takes a viewer's own frame: a turn, or the end of one. */
    void onFrame(final long viewer, final JsonObject frame) {
        final Entry entry = entries.get(viewer);
        if (entry != null && entry.action.offer() == frame.getLong("offer", 0L)) {
            final String state = frame.getString("state", "");
            if ("CALLED".equals(state)) {
                onTurn(entry);
            } else if (!"WAITING".equals(state)) {
                entries.remove(viewer);
            }
        }
    }

    private void onAnswer(final Entry entry, final DemoApi.Answer answer) {
        if (answer.isSuccess()) {
            tally.increment(CrowdCounter.WAITED);
            server.after(PATIENCE_MS, () -> loseFaith(entry));
        } else {
            entries.remove(entry.action.viewer(), entry);
            if ("STOCK_LEFT".equals(answer.code())) {
                order(entry.action, entry.viewer);
            }
        }
    }

    private void onTurn(final Entry entry) {
        tally.increment(CrowdCounter.TURNS);
        entries.remove(entry.action.viewer());
        final int lot = Scatter.below(100, entry.action.number(), 11);
        if (lot >= LETS_GO_PERCENT) {
            server.after(thinkMs(entry.action, 12), () -> order(entry.action, entry.viewer));
        }
    }

    /** The order has the number that was planned for it, and ends once like any other. */
    private void order(final CrowdAction.Wait action, final CrowdViewer viewer) {
        final long number = action.number();
        final List<OrderLine> lines = List.of(new OrderLine(action.offer(), 1));
        orders.place(
                new CrowdAction.Order(
                        action.atMs(), action.viewer(), number, lines, action.leastFen(), Touch.NONE, false),
                viewer);
        final int lot = Scatter.below(100, number, 13);
        final Runnable end = lot < PAY_PERCENT
                ? () -> orders.pay(number)
                : lot < PAY_PERCENT + CANCEL_PERCENT ? () -> orders.cancel(number) : () -> orders.abandon(number);
        server.after(thinkMs(action, 14), end);
    }

    /** Gives a place up that has come to nothing for too long. */
    private void loseFaith(final Entry entry) {
        if (entries.remove(entry.action.viewer(), entry)) {
            send(HttpMethod.DELETE, entry, null);
        }
    }

    private Future<DemoApi.Answer> send(final HttpMethod method, final Entry entry, final JsonObject body) {
        final String path = room + entry.action.offer() + "/place";
        return entry.viewer.token().compose(token -> server.send(method, path, token, "", body));
    }

    private static long thinkMs(final CrowdAction.Wait action, final long salt) {
        return LEAST_THINK_MS + Scatter.below(MORE_THINK_MS, action.number(), salt);
    }

    private record Entry(CrowdAction.Wait action, CrowdViewer viewer) {}
}
