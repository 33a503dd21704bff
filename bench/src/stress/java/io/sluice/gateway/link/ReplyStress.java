package io.sluice.gateway.link;

import io.sluice.engine.EngineLink;
import io.sluice.engine.protocol.CommandWriter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LI_Result;

/**
 * The sealer brings answers while the event loop takes those before: each arrives, once, with its own bytes, and its place is
 * free again. An answer whose wake-up was lost would wait until somebody else's.
 */
@JCStressTest
@State
@Outcome(id = "123, 0", expect = Expect.ACCEPTABLE, desc = "All three, in order.")
@Outcome(expect = Expect.FORBIDDEN, desc = "One is missing, twice there, or another's.")
public class ReplyStress implements EngineLink {
    private static final int IN_FLIGHT = 3;

    private final Queue<Runnable> eventLoop = new ConcurrentLinkedQueue<>();
    private final EngineClient client = new EngineClient(this, eventLoop::add, 0, IN_FLIGHT);
    private final long[] addresses = new long[IN_FLIGHT];
    private int offered;
    private long heard;

    /** Three commands are out, and the first one's answer has come. */
    public ReplyStress() {
        for (int i = 0; i < IN_FLIGHT; i++) {
            client.send((buffer, offset) -> 0, this::onReply);
        }
        turns();
        answer(0);
    }

    /** The sealer's thread: two more batches. */
    @Actor
    public void sealer() {
        answer(1);
        answer(2);
    }

    /** The event loop: one turn. */
    @Actor
    public void eventLoop() {
        turns();
    }

    /** The event loop's turns that are left, and what it heard. */
    @Arbiter
    public void afterwards(final LI_Result result) {
        turns();
        result.r1 = heard;
        result.r2 = client.inFlight();
    }

    private void answer(final int number) {
        final UnsafeBuffer answer = new UnsafeBuffer(new byte[Long.BYTES]);
        answer.putLong(0, number + 1);
        client.onAnswer(answer, 0, Long.BYTES, addresses[number]);
        client.onBatchEnd();
    }

    private void onReply(final Reply reply) {
        heard = heard * 10 + reply.buffer().getLong(0);
    }

    private void turns() {
        for (Runnable task = eventLoop.poll(); task != null; task = eventLoop.poll()) {
            task.run();
        }
    }

    @Override
    public long offer(final CommandWriter writer, final long replyTo) {
        addresses[offered++] = replyTo;
        return 0;
    }

    @Override
    public int capacity() {
        return IN_FLIGHT;
    }

    @Override
    public int occupancy() {
        return 0;
    }

    @Override
    public void wake() {}
}
