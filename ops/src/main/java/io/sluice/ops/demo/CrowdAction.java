package io.sluice.ops.demo;

import java.util.List;

/** One thing a viewer of the crowd does. An order ends in exactly one of pay, cancel and abandon. */
public sealed interface CrowdAction {
    /** When, milliseconds since the show began. */
    long atMs();

    /** Who, a viewer id. */
    long viewer();

    /** Hands itself to the actor's method for its kind. */
    void perform(CrowdActor actor);

    /**
     * Enters with a touch, by a handle or, if that is empty, by none; {@code live} watches over a WebSocket, others only
     * shop.
     */
    record Join(long atMs, long viewer, String handle, Touch touch, boolean live) implements CrowdAction {
        @Override
        public void perform(final CrowdActor actor) {
            actor.onJoin(this);
        }
    }

    /** Says {@code text}. */
    record Comment(long atMs, long viewer, String text) implements CrowdAction {
        @Override
        public void perform(final CrowdActor actor) {
            actor.onComment(this);
        }
    }

    /** Likes {@code count} times. */
    record Like(long atMs, long viewer, int count) implements CrowdAction {
        @Override
        public void perform(final CrowdActor actor) {
            actor.onLike(this);
        }
    }

    /** Claims a coupon of {@code campaign}. */
    record Claim(long atMs, long viewer, long campaign) implements CrowdAction {
        @Override
        public void perform(final CrowdActor actor) {
            actor.onClaim(this);
        }
    }

    /**
     * Orders; {@code number} names the order within the crowd, from 1, {@code leastFen} is what the lines cost whatever price
     * holds, and {@code carried} is whose code is sent with it.
     */
    record Order(
            long atMs,
            long viewer,
            long number,
            List<OrderLine> lines,
            long leastFen,
            Touch carried,
            boolean overSocket)
            implements CrowdAction {
        @Override
        public void perform(final CrowdActor actor) {
            actor.onOrder(this);
        }
    }

    /**
     * Wants a unit of an offer that is mostly sold out: waits in its line, or orders where there is stock left; {@code number}
     * is that of the order, which ends by itself, and {@code leastFen} what it costs.
     */
    record Wait(long atMs, long viewer, long number, long offer, long leastFen) implements CrowdAction {
        @Override
        public void perform(final CrowdActor actor) {
            actor.onWait(this);
        }
    }

    /** Sends order {@code number} again with the same key and body. */
    record Repeat(long atMs, long viewer, long number) implements CrowdAction {
        @Override
        public void perform(final CrowdActor actor) {
            actor.onRepeat(this);
        }
    }

    /** Pays order {@code number}. */
    record Pay(long atMs, long viewer, long number) implements CrowdAction {
        @Override
        public void perform(final CrowdActor actor) {
            actor.onPay(this);
        }
    }

    /** Cancels order {@code number}. */
    record Cancel(long atMs, long viewer, long number) implements CrowdAction {
        @Override
        public void perform(final CrowdActor actor) {
            actor.onCancel(this);
        }
    }

    /** Lets order {@code number} expire. */
    record Abandon(long atMs, long viewer, long number) implements CrowdAction {
        @Override
        public void perform(final CrowdActor actor) {
            actor.onAbandon(this);
        }
    }

    /** Leaves. */
    record Leave(long atMs, long viewer) implements CrowdAction {
        @Override
        public void perform(final CrowdActor actor) {
            actor.onLeave(this);
        }
    }
}
