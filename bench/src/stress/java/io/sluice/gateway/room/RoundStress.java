package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.IllegalReferenceCountException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The ticker hands a round of ticks to an event loop that is at it at once: its frame is given back, once, and by the last. */
@JCStressTest
@State
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Given back.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Leaked, or used after it was given back.")
public class RoundStress {
    private static final RoomOptions OPTIONS = new RoomOptions().conclude();

    private final Queue<Runnable> eventLoop = new ConcurrentLinkedQueue<>();
    private final RoomRegistry registry = new LiveRooms(OPTIONS, () -> 0, () -> 0).registry(eventLoop::add);
    private final ByteBuf frame = Unpooled.buffer(1);

    /** The ticker's event loop. */
    @Actor
    public void ticker(final II_Result result) {
        try {
            final TickRound round = new TickRound(1, 0);
            round.add(1, frame);
            registry.post(round);
            round.release();
        } catch (final IllegalReferenceCountException early) {
            result.r2 = 1;
        }
    }

    /** The registry's event loop: waits for the round, as a selector would. */
    @Actor
    public void eventLoop() {
        Runnable task = eventLoop.poll();
        while (task == null) {
            Thread.onSpinWait();
            task = eventLoop.poll();
        }
        task.run();
    }

    /** What is left of the frame. */
    @Arbiter
    public void afterwards(final II_Result result) {
        result.r1 = frame.refCnt();
    }
}
