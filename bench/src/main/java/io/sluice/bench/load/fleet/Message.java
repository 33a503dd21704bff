package io.sluice.bench.load.fleet;

import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.SecondFigures;
import io.sluice.bench.load.TakenCoupon;
import java.util.List;

/**
 * What passes between coordinator and worker. The coordinator speaks first: {@link Challenge}, the worker's {@link Answer},
 * {@link Welcome} or {@link Refused}; from there on all is sealed. Then it sends a {@link Part}, its {@link Tokens}, and
 * {@code PREPARE}; the worker says {@code READY}; {@link Begin}. While it plays, the worker sends {@link Second} and {@link
 * Attempts}, at the end all its attempts once more, its {@link Coupons} and {@link Done}; the coordinator says {@code BYE}. {@link Ping} comes all
 * the time, and is answered with itself.
 */
sealed interface Message {
    /** By the place in here; new ones come behind. The first four stay as they are, so that two versions understand that. */
    List<Class<? extends Message>> TYPES = List.of(
            Challenge.class,
            Answer.class,
            Welcome.class,
            Refused.class,
            Part.class,
            Tokens.class,
            Signal.class,
            Ping.class,
            Begin.class,
            Second.class,
            Attempts.class,
            Done.class,
            Coupons.class);

    /** The coordinator's version and its nonce, hex. */
    record Challenge(String version, String nonce) implements Message {}

    /** The worker's version, its nonce, and the proof that it has the secret, hex. */
    record Answer(String version, String nonce, String proof) implements Message {}

    /** The coordinator's own proof, and which worker of how many this one is, from 1. */
    record Welcome(String proof, int number, int of) implements Message {}

    /** Why a worker may not take part. */
    record Refused(String why) implements Message {}

    /**
     * What a worker plays.
     *
     * @param scenario       its part of it.
     * @param host           of the gateway.
     * @param port           of its HTTP.
     * @param source         address from which the worker connects; empty for whichever its system says.
     * @param webhookSecret  what the gateway shares with its payment provider, hex; any other when nothing is paid.
     */
    record Part(Scenario scenario, String host, int port, String source, String webhookSecret) implements Message {}

    /** More of its viewers' tokens, in their order. */
    record Tokens(List<String> tokens) implements Message {}

    /** What needs no more than a word. */
    record Signal(Word word) implements Message {
        /** The words. */
        enum Word {
            /** To a worker that has all its tokens: get ready. */
            PREPARE,
            /** From a worker that is. */
            READY,
            /** To a worker: let nothing more come. */
            END,
            /** To a worker of which all is there: go. */
            BYE
        }
    }

    /** A sign of life, and of how long a message and its answer take; {@link System#nanoTime} of the coordinator. */
    record Ping(long sentNs) implements Message {}

    /** Begin, so long after this has arrived. */
    record Begin(long inUs) implements Message {}

    /** Another second has gone by. */
    record Second(SecondFigures figures) implements Message {}

    /** Orders as their viewers know them now. */
    record Attempts(List<KnownAttempt> attempts) implements Message {}

    /** Coupons that its viewers were told of. */
    record Coupons(List<TakenCoupon> coupons) implements Message {}

    /** All has been sent; {@code failure} is why it was not played to its end, else empty. */
    record Done(boolean targetGone, String failure) implements Message {}
}
