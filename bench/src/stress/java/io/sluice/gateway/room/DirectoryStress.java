package io.sluice.gateway.room;

import io.sluice.gateway.admission.Role;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * A viewer who may have one connection makes two, at two event loops at once: the later one stays and the earlier one is
 * replaced, and when that leaves as well nobody is forgotten who is there.
 */
@JCStressTest
@State
@Outcome(
        id = {"0, 1, 1", "1, 0, 1"},
        expect = Expect.ACCEPTABLE,
        desc = "One is replaced, the other is there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both or neither replaced, or the wrong one forgotten.")
public class DirectoryStress {
    private static final LiveRoom ROOM = new LiveRoom(7);

    private final ViewerDirectory directory = new ViewerDirectory(1);
    private final LiveViewer left = viewer();
    private final LiveViewer right = viewer();

    /** One event loop: connects, and lets go of whom that replaces. */
    @Actor
    public void left(final III_Result result) {
        result.r1 = connect(left);
    }

    /** Another. */
    @Actor
    public void right(final III_Result result) {
        result.r2 = connect(right);
    }

    /** Who is there. */
    @Arbiter
    public void afterwards(final III_Result result) {
        final LiveViewer[] there = directory.of(left.id());
        final LiveViewer expected = result.r1 == 1 ? left : right;
        result.r3 = there.length == 1 && there[0] == expected ? 1 : 0;
    }

    private int connect(final LiveViewer viewer) {
        final LiveViewer replaced = directory.add(viewer);
        if (replaced == null) {
            return 0;
        }
        directory.remove(replaced);
        return 1;
    }

    private static LiveViewer viewer() {
        return new LiveViewer(null, null, ROOM, 42, "", Long.MAX_VALUE, Role.VIEWER);
    }
}
