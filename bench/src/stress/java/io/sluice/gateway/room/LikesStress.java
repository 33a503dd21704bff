package io.sluice.gateway.room;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Viewers like a room while the ticker takes its likes: each is offered once. */
@JCStressTest
@State
@Outcome(id = "7", expect = Expect.ACCEPTABLE, desc = "All of them.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Some are lost, or offered twice.")
public class LikesStress {
    private static final int MOST = 100;

    private final LiveRoom room = new LiveRoom(7);
    private int taken;

    /** Four are waiting. */
    public LikesStress() {
        room.addLikes(4);
    }

    /** An event loop with three more. */
    @Actor
    public void viewers() {
        room.addLikes(3);
    }

    /** The ticker's event loop. */
    @Actor
    public void ticker() {
        taken = room.takeLikes(MOST);
    }

    /** The next tick, and all together. */
    @Arbiter
    public void afterwards(final I_Result likes) {
        likes.r1 = taken + room.takeLikes(MOST);
    }
}
