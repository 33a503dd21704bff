package io.sluice.engine;

import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.view.RoomBoard;

/** The board that an engine begins with, for tests in other packages. */
public final class Boards {
    private Boards() {}

    /** The board of a core that stands where {@code chain} does. */
    public static RoomBoard of(final FlashCore core, final RecordChain chain) {
        return BoardLoader.loadRooms(core, chain);
    }
}
