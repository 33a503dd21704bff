package io.sluice.gateway.link;

import io.sluice.engine.EngineLink;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.RecordFlyweight;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;

/**
 * One event loop's way to the engine. Sends on that event loop only, and answers there: the sealer thread copies an answer
 * into the place that was taken for it when its command was sent, and wakes the loop once a batch. The number of places
 * bounds what is in flight, so the queue of answers cannot be full and the sealer never waits. The core is woken once a
 * turn of the loop, behind all that the turn has read: a wake-up costs the loop more than a command does.
 */
public final class EngineClient {
    /** The core is woken to this many commands at the latest, also when the loop's turn goes on. */
    static final int MAX_ASLEEP = 32;

    private final EngineLink link;
    private final Executor eventLoop;
    private final int index;
    private final Reply[] replies;
    private final int[] freeSlots;
    private final OneToOneConcurrentArrayQueue<Reply> answered;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final Runnable drain = this::drain;
    private final Runnable wake = this::wake;
    private int unwoken;
    private boolean touched;
    private volatile int free;

    EngineClient(final EngineLink link, final Executor eventLoop, final int index, final int maxInFlight) {
        if (maxInFlight < 1 || maxInFlight > ReplyAddress.MAX_SLOTS) {
            throw new IllegalArgumentException(
                    "maxInFlight=" + maxInFlight + " is not in 1.." + ReplyAddress.MAX_SLOTS);
        }
        this.link = link;
        this.eventLoop = eventLoop;
        this.index = index;
        replies = new Reply[maxInFlight];
        freeSlots = new int[maxInFlight];
        answered = new OneToOneConcurrentArrayQueue<>(maxInFlight);
        for (int slot = 0; slot < maxInFlight; slot++) {
            replies[slot] = new Reply(slot);
            freeSlots[slot] = maxInFlight - 1 - slot;
        }
        free = maxInFlight;
    }

    /**
     * Offers a command or query. Own event loop only; never waits.
     *
     * @param writer   encodes the message into the slot, before this method returns or not at all.
     * @param handler  called once with the answer, later, on this event loop; not called when the offer is refused.
     * @return 0 or more; or the negative codes of {@link EngineLink} (FULL also when too much is in flight), which
     *     {@link Pressure#of} reads, and then nothing has happened.
     */
    public long send(final CommandWriter writer, final ReplyHandler handler) {
        final int places = free;
        if (places == 0) {
            return EngineLink.FULL;
        }
        final Reply reply = replies[freeSlots[places - 1]];
        reply.expect(handler, System.nanoTime());
        free = places - 1;
        long result = EngineLink.CLOSED;
        try {
            result = link.offer(writer, ReplyAddress.of(index, reply.slot(), reply.generation()));
        } finally {
            // Also when the writer throws: what was not offered is never answered.
            if (result < 0) {
                reply.forget();
                free = places;
            }
        }
        wakeSoon(result);
        return result;
    }

    /** Offers a command whose answer nobody waits for. Own event loop only; same results as the other. */
    public long send(final CommandWriter writer) {
        final long result = link.offer(writer, EngineLink.NO_REPLY);
        wakeSoon(result);
        return result;
    }

    /**
     * Tells the handlers that have waited for longer that no answer came in time. Own event loop only, now and then.
     *
     * @param patienceNs  how long a handler waits, in ns.
     */
    public void expireLate(final long patienceNs) {
        final long nowNs = System.nanoTime();
        for (final Reply reply : replies) {
            reply.expire(nowNs, patienceNs);
        }
    }

    /** Commands and queries sent and not answered yet. Any thread. */
    public int inFlight() {
        return replies.length - free;
    }

    void onRecord(final RecordFlyweight record, final long replyTo) {
        final Reply reply = awaited(replyTo);
        if (reply != null) {
            reply.copy(record);
            answer(reply);
        }
    }

    void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {
        final Reply reply = awaited(replyTo);
        if (reply != null) {
            reply.copyAnswer(buffer, offset, length);
            answer(reply);
        }
    }

    void onBatchEnd() {
        if (touched) {
            touched = false;
            if (!awake.getAndSet(true)) {
                eventLoop.execute(drain);
            }
        }
    }

    private void wakeSoon(final long result) {
        if (result == EngineLink.FULL || result == EngineLink.CLOSED) {
            return;
        }
        // Any other refusal took a slot, which the core has to free.
        if (unwoken == 0) {
            eventLoop.execute(wake);
        }
        unwoken++;
        if (unwoken % MAX_ASLEEP == 0) {
            link.wake();
        }
    }

    private void wake() {
        unwoken = 0;
        link.wake();
    }

    private Reply awaited(final long replyTo) {
        final int slot = ReplyAddress.slot(replyTo);
        final Reply reply = slot < replies.length ? replies[slot] : null;
        return reply != null && reply.generation() == ReplyAddress.generation(replyTo) ? reply : null;
    }

    private void answer(final Reply reply) {
        touched = true;
        answered.add(reply);
    }

    private void drain() {
        awake.set(false);
        try {
            Reply reply = answered.poll();
            while (reply != null) {
                deliver(reply);
                reply = answered.poll();
            }
        } finally {
            if (!answered.isEmpty() && !awake.getAndSet(true)) {
                // A handler threw: its event loop reports that, the answers behind it still arrive.
                eventLoop.execute(drain);
            }
        }
    }

    private void deliver(final Reply reply) {
        try {
            reply.deliver();
        } finally {
            release(reply);
        }
    }

    private void release(final Reply reply) {
        final int places = free;
        freeSlots[places] = reply.slot();
        free = places + 1;
    }
}
