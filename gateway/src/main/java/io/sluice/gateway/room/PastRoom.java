package io.sluice.gateway.room;

import io.sluice.engine.view.RoomBoard;
import io.sluice.engine.view.RoomView;
import io.vertx.core.buffer.Buffer;

/** The picture of a room that records alone have led to, outside of any server. */
public final class PastRoom {
    private PastRoom() {}

    /**
     * A room as HTTP answered it when the board's record was the last: with nobody watching and without comments, whose
     * names no record tells.
     *
     * @param nowMs  core time at which it is looked at, epoch ms: prices and sale times go by it.
     * @return one JSON object; null when there was no such room. On the board's thread.
     */
    public static Buffer picture(final RoomBoard board, final long room, final long nowMs) {
        final RoomView view = board.room(room);
        if (view == null) {
            return null;
        }
        final RoomOptions options = new RoomOptions();
        final RoomFlow flow = new RoomFlow(view, new LiveRoom(room), options);
        flow.rain(RoomFlow.Rain.of(board.campaigns().rainIn(room, nowMs)));
        final ViewerDirectory nobody = new ViewerDirectory(options.maxConnectionsPerViewer());
        return new RoomFrameWriter(nobody).snapshot(flow, board.sequence(), nowMs);
    }
}
