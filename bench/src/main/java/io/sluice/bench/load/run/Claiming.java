package io.sluice.bench.load.run;

import io.netty.buffer.ByteBuf;
import io.sluice.bench.load.Count;
import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.TakenCoupon;
import io.sluice.bench.load.client.HttpAnswer;
import io.sluice.bench.load.client.HttpLanes;
import io.sluice.bench.load.client.JsonScan;
import java.util.ArrayList;
import java.util.List;

/**
 * Viewers who claim coupons over HTTP, each claim by a key of its own. One whose connection ended without a word is sent again
 * with its key, once. On the loop's thread until the run has ended.
 */
final class Claiming {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final byte[] COUPON = JsonScan.field("coupon");
    private static final byte[] SEQUENCE = JsonScan.field("sequence");
    private static final byte[] CODE = JsonScan.field("code");

    private final RunClock clock;
    private final Crowd crowd;
    private final Measurements figures;
    private final HttpLanes lanes;
    private final Swarm swarm;
    private final String path;
    private final String keyPrefix;
    private final List<TakenCoupon> taken = new ArrayList<>();
    private long claims;

    Claiming(
            final RunClock clock,
            final Crowd crowd,
            final LoadTarget target,
            final Measurements figures,
            final HttpLanes lanes,
            final Swarm swarm,
            final String keyPrefix) {
        this.clock = clock;
        this.crowd = crowd;
        this.figures = figures;
        this.lanes = lanes;
        this.swarm = swarm;
        this.keyPrefix = keyPrefix;
        path = "/api/v1/campaigns/" + target.campaign() + "/claims";
    }

    /** Somebody in the room claims. */
    void claim(final long meantNs) {
        figures.count(Count.CLAIMS_MEANT, 1);
        final Seat seat = swarm.anyone();
        if (seat != null) {
            figures.count(Count.CLAIMS_SENT, 1);
            send(new Claim(seat, keyPrefix + claims++, meantNs), true);
        }
    }

    /** Every coupon that a viewer was told of. */
    List<TakenCoupon> taken() {
        return taken;
    }

    private void send(final Claim claim, final boolean isFirst) {
        final String headers = claim.seat.tokenHeader() + "Idempotency-Key: " + claim.key + "\r\n";
        lanes.send("POST", path, headers, "{}", (status, buffer, from, end) -> {
            if (status == HttpAnswer.UNHEARD && isFirst) {
                figures.count(Count.ERRORS, 1);
                send(claim, false);
            } else {
                figures.time(Measure.CLAIMS, clock.nowNs() - claim.meantNs);
                figures.count(outcome(claim, status, buffer, from, end), 1);
            }
        });
    }

    private Count outcome(final Claim claim, final int status, final ByteBuf json, final int from, final int end) {
        if (status == CREATED || status == OK) {
            return taken(claim, JsonScan.number(json, from, end, COUPON), JsonScan.number(json, from, end, SEQUENCE));
        }
        final String code = JsonScan.text(json, from, end, CODE);
        final OrderAttempt.State state = Shopping.stateOf(status, code);
        if (state == OrderAttempt.State.SENT) {
            return Count.ERRORS;
        }
        figures.refused(code == null ? "HTTP_" + status : code);
        return state == OrderAttempt.State.SHED ? Count.CLAIMS_SHED : Count.CLAIMS_REFUSED;
    }

    private Count taken(final Claim claim, final long coupon, final long sequence) {
        if (coupon == JsonScan.NONE || sequence == JsonScan.NONE) {
            return Count.ERRORS;
        }
        taken.add(new TakenCoupon(crowd.firstViewer() + claim.seat.viewer(), coupon, sequence));
        return Count.CLAIMS_TAKEN;
    }

    private record Claim(Seat seat, String key, long meantNs) {}
}
