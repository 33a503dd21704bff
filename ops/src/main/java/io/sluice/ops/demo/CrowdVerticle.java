package io.sluice.ops.demo;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the crowd's actions when their time comes, on one event loop. */
final class CrowdVerticle extends VerticleBase implements CrowdActor {
    private static final Logger LOGGER = LoggerFactory.getLogger(CrowdVerticle.class);
    private static final long PULSE_MS = 20;
    private static final long PING_MS = 20_000;

    /** A show that fell further behind than this was asleep: it goes on from where it is instead of catching up. */
    private static final long MAX_LAG_MS = 2_000;

    private final Supplier<CrowdAction> plan;
    private final List<Touch> prepared;
    private final CrowdOptions options;
    private final long room;
    private final CrowdTally tally;
    private final Map<Long, CrowdViewer> viewers = new HashMap<>();
    private CrowdServer server;
    private CrowdOrders orders;
    private CrowdLines lines;
    private String claimKeys;
    private long claims;
    private CrowdAction upcoming;
    private long startNs;
    private long pulse;

    /**
     * @param plan the actions in the order of their times, without end
     * @param prepared touches whose codes are made before the first action
     */
    CrowdVerticle(
            final Supplier<CrowdAction> plan,
            final List<Touch> prepared,
            final CrowdOptions options,
            final long room,
            final CrowdTally tally) {
        this.plan = plan;
        this.prepared = prepared;
        this.options = options;
        this.room = room;
        this.tally = tally;
    }

    @Override
    public Future<?> start() {
        server = new CrowdServer(vertx, options, room, tally);
        final String keys = "crowd-" + Long.toString(System.currentTimeMillis(), 36) + "-";
        orders = new CrowdOrders(server, keys);
        lines = new CrowdLines(server, orders, room);
        claimKeys = keys + "claim-";
        return server.shares().prepare(prepared).otherwise(this::comeWithout).onSuccess(ready -> begin());
    }

    /** A shop whose brand was seeded by an older demo knows none of them. */
    private Void comeWithout(final Throwable cause) {
        LOGGER.warn("not every share code could be made: {}", cause.getMessage());
        return null;
    }

    private void begin() {
        upcoming = plan.get();
        startNs = System.nanoTime();
        pulse = vertx.setPeriodic(PULSE_MS, id -> pulse());
        vertx.setPeriodic(PING_MS, id -> viewers.values().forEach(viewer -> viewer.send(frame("ping"))));
    }

    @Override
    public Future<?> stop() {
        vertx.cancelTimer(pulse);
        viewers.values().forEach(CrowdViewer::leave);
        viewers.clear();
        return server.close();
    }

    private void pulse() {
        final long nowMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
        final long lagMs = nowMs - upcoming.atMs();
        if (lagMs > MAX_LAG_MS) {
            startNs += TimeUnit.MILLISECONDS.toNanos(lagMs);
            return;
        }
        while (upcoming.atMs() <= nowMs) {
            upcoming.perform(this);
            upcoming = plan.get();
        }
    }

    @Override
    public void onJoin(final CrowdAction.Join action) {
        final CrowdViewer viewer =
                new CrowdViewer(server, action.viewer(), action.handle(), frame -> onFrame(action.viewer(), frame));
        viewers.put(action.viewer(), viewer);
        tally.increment(CrowdCounter.JOINED);
        if (!action.touch().isNone()) {
            touch(viewer, action.touch());
        }
        if (action.live()) {
            viewer.watch();
        }
    }

    @Override
    public void onComment(final CrowdAction.Comment action) {
        talk(action.viewer(), frame("comment").put("text", action.text()), CrowdCounter.COMMENTS, 1);
    }

    @Override
    public void onLike(final CrowdAction.Like action) {
        talk(action.viewer(), frame("like").put("n", action.count()), CrowdCounter.LIKES, action.count());
    }

    /** One try: who got no answer goes without. */
    @Override
    public void onClaim(final CrowdAction.Claim action) {
        if (server.isPausing()) {
            tally.increment(CrowdCounter.HELD_BACK);
            return;
        }
        final CrowdViewer viewer = viewers.get(action.viewer());
        final String path = "/campaigns/" + action.campaign() + "/claims";
        final String key = claimKeys + ++claims;
        viewer.token()
                .compose(token -> server.post(path, token, key, new JsonObject()))
                .onSuccess(answer -> {
                    if (answer.isSuccess()) {
                        viewer.coupons().add(answer.body());
                    }
                    tally.increment(answer.isSuccess() ? CrowdCounter.CLAIMED : CrowdCounter.CLAIMS_REFUSED);
                });
    }

    @Override
    public void onOrder(final CrowdAction.Order action) {
        if (server.isPausing()) {
            tally.increment(CrowdCounter.HELD_BACK);
        } else {
            orders.place(action, viewers.get(action.viewer()));
        }
    }

    @Override
    public void onWait(final CrowdAction.Wait action) {
        if (server.isPausing()) {
            tally.increment(CrowdCounter.HELD_BACK);
        } else {
            lines.join(action, viewers.get(action.viewer()));
        }
    }

    @Override
    public void onRepeat(final CrowdAction.Repeat action) {
        orders.repeat(action.number());
    }

    @Override
    public void onPay(final CrowdAction.Pay action) {
        orders.pay(action.number());
    }

    @Override
    public void onCancel(final CrowdAction.Cancel action) {
        orders.cancel(action.number());
    }

    @Override
    public void onAbandon(final CrowdAction.Abandon action) {
        orders.abandon(action.number());
    }

    @Override
    public void onLeave(final CrowdAction.Leave action) {
        viewers.remove(action.viewer()).leave();
        tally.increment(CrowdCounter.LEFT);
    }

    private void onFrame(final long viewer, final JsonObject frame) {
        if ("place".equals(frame.getString("t"))) {
            lines.onFrame(viewer, frame);
        } else {
            orders.onFrame(frame);
        }
    }

    private void touch(final CrowdViewer viewer, final Touch touch) {
        server.shares()
                .of(touch)
                .compose(code ->
                        viewer.token().compose(token -> server.post("/touches", token, "", touched(touch, code))))
                .onSuccess(answer -> tally.increment(answer.isSuccess() ? CrowdCounter.TOUCHED : CrowdCounter.FAILED));
    }

    private static JsonObject touched(final Touch touch, final String code) {
        final JsonObject body = new JsonObject().put("share", code);
        return touch.source() == Touch.Source.GROUP ? body.put("join", true) : body;
    }

    private void talk(final long viewer, final JsonObject frame, final CrowdCounter counter, final int count) {
        if (server.isPausing() || !viewers.get(viewer).send(frame)) {
            tally.increment(CrowdCounter.HELD_BACK);
        } else {
            tally.add(counter, count);
        }
    }

    private static JsonObject frame(final String kind) {
        return new JsonObject().put("t", kind);
    }
}
