package io.sluice.bench.load.fleet;

import io.netty.channel.Channel;
import io.sluice.bench.load.Count;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.SecondFigures;
import io.sluice.bench.load.TakenCoupon;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A worker as the coordinator knows it. On the coordinator's thread. */
// What becomes of a write is seen by the connection's end.
@SuppressWarnings("FutureReturnValueIgnored")
final class Member {
    /** How far it is. */
    enum State {
        /** It has proven the secret. */
        HERE,
        /** It has its part and is warm. */
        READY,
        /** All it had to say has arrived. */
        DONE,
        /** It went before that. */
        LOST
    }

    private final int number;
    private final Channel channel;
    private final ArrayDeque<SecondFigures> seconds = new ArrayDeque<>();
    /** By the order's place among this worker's. */
    private final TreeMap<Integer, OrderAttempt> attempts = new TreeMap<>();

    private final List<TakenCoupon> coupons = new ArrayList<>();
    private State state = State.HERE;
    private int secondsHeard;
    private long ordersSent;
    private long roundTripNs = Long.MAX_VALUE;
    private boolean targetGone;

    Member(final int number, final Channel channel) {
        this.number = number;
        this.channel = channel;
    }

    /** From 1. */
    int number() {
        return number;
    }

    State state() {
        return state;
    }

    void transition(final State next) {
        state = next;
    }

    /** Nothing more comes of it. */
    boolean isOver() {
        return state == State.DONE || state == State.LOST;
    }

    void send(final Message message) {
        channel.writeAndFlush(message, channel.voidPromise());
    }

    void close() {
        channel.close();
    }

    void heard(final Message.Ping pong, final long nowNs) {
        roundTripNs = Math.min(roundTripNs, nowNs - pong.sentNs());
    }

    /** The shortest that was measured. */
    long roundTripNs() {
        return roundTripNs;
    }

    void heard(final SecondFigures figures) {
        seconds.add(figures);
        secondsHeard++;
        ordersSent += figures.counts().getOrDefault(Count.ORDERS_SENT, 0L);
    }

    /** Its seconds that are not added up yet, in their order. */
    ArrayDeque<SecondFigures> seconds() {
        return seconds;
    }

    void heard(final Message.Attempts more) {
        more.attempts().forEach(known -> attempts.put(known.index(), known.attempt()));
    }

    void heard(final Message.Coupons more) {
        coupons.addAll(more.coupons());
    }

    /** Coupons that its viewers were told of, as far as it came to say. */
    List<TakenCoupon> coupons() {
        return coupons;
    }

    void heard(final Message.Done done) {
        targetGone = done.targetGone();
    }

    boolean isTargetGone() {
        return targetGone;
    }

    /** What it knew of its orders; of one that was lost, those with an answer for good, since of the others nobody can say. */
    List<OrderAttempt> attempts() {
        return attempts.values().stream()
                .filter(attempt -> state == State.DONE
                        || attempt.state() == OrderAttempt.State.RESERVED
                        || attempt.state() == OrderAttempt.State.REFUSED)
                .toList();
    }

    /** A sentence on what is missing. */
    String loss(final int of, final String why) {
        return "Worker " + number + " of " + of + " was lost at second " + secondsHeard + ", " + why
                + ": its figures until then are in; of its " + ordersSent + " orders until then "
                + attempts().size()
                + " had an answer that can be judged, of the others nobody can say.";
    }
}
