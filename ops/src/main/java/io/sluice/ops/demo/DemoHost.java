package io.sluice.ops.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the host: acts on the {@link RunOfShow} minute by minute through the operator's API. A cue that fails is logged
 * and missed; the show goes on. Start and close once each, from any thread.
 */
public final class DemoHost {
    private static final Logger LOGGER = LoggerFactory.getLogger(DemoHost.class);
    private static final long MINUTE_MS = 60_000;
    /** More than the crowd catches, so that who tries the demo has one too. */
    private static final int RAIN_COUPONS = 500;

    private static final Duration OPEN_SINCE = Duration.ofMinutes(5);

    private final Vertx vertx;
    private final DemoApi api;
    private final DemoOperator operator;
    private final RunOfShow runOfShow;
    private final Clock clock = Clock.systemUTC();

    /** Past enough that a core whose clock runs late finds its offers open all the same. */
    private final Instant opensAt = clock.instant().minus(OPEN_SINCE);

    private final DemoBrand brand;
    private final long minuteMs;
    private final AtomicLong acted = new AtomicLong();
    private long timer;
    private long minute;

    /**
     * @param host where the gateway listens
     * @param port its public port
     */
    public DemoHost(final Vertx vertx, final DemoBrand brand, final String host, final int port) {
        this(vertx, brand, host, port, MINUTE_MS);
    }

    /** With minutes of another length, for tests that do not wait. */
    DemoHost(final Vertx vertx, final DemoBrand brand, final String host, final int port, final long minuteMs) {
        this.vertx = vertx;
        this.brand = brand;
        this.minuteMs = minuteMs;
        api = new DemoApi(vertx, host, port);
        operator = new DemoOperator(vertx, api, brand.room().id());
        runOfShow = new RunOfShow(brand);
    }

    /** The show's first minute begins now. */
    public void start() {
        timer = vertx.setPeriodic(0, minuteMs, id -> actOn(minute++));
    }

    /** Stops acting; cues on their way may still fail. */
    public Future<Void> close() {
        vertx.cancelTimer(timer);
        return api.close();
    }

    /** Cues the server took. */
    public long acted() {
        return acted.get();
    }

    private void actOn(final long now) {
        for (final RunOfShow.Cue cue : runOfShow.cues(now)) {
            carryOut(cue.kind() + " of offer " + cue.offer().offer(), token -> act(token, cue));
        }
        if (runOfShow.rains(now)) {
            carryOut("RAIN", token -> operator.rain(token, DemoCampaign.RAIN, RAIN_COUPONS, RunOfShow.RAIN_SECONDS));
        }
        if (runOfShow.drops(now)) {
            final DemoDrop drop = DemoDrop.CANDLES;
            carryOut("DROP", token -> operator.restock(token, drop.offer(), drop.units()));
        }
    }

    private void carryOut(final String cue, final Function<String, Future<Void>> step) {
        operator.token()
                .compose(step)
                .onSuccess(done -> acted.incrementAndGet())
                .onFailure(cause -> LOGGER.warn("cue missed: {}: {}", cue, cause.getMessage()));
    }

    private Future<Void> act(final String token, final RunOfShow.Cue cue) {
        return switch (cue.kind()) {
            case PIN -> operator.pin(token, cue.offer());
            case RESTOCK -> restock(token, cue);
            case FLASH ->
                operator.openFlashPrice(
                        token, cue.offer(), opensAt, clock.instant().plusSeconds(RunOfShow.FLASH_SECONDS));
        };
    }

    /** New units come to the stock that all share; what the room has an allotment of has to be moved there to be sold. */
    private Future<Void> restock(final String token, final RunOfShow.Cue cue) {
        final long item = cue.offer().item();
        final Future<Void> restocked = operator.restock(token, cue.offer(), cue.units());
        return DemoAllotment.isOfTheRoom(brand, item)
                ? restocked.compose(done -> operator.move(
                        token, new DemoAllotment(item, "ROOM", brand.room().id(), cue.units())))
                : restocked;
    }
}
