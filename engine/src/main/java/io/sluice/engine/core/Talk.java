package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/** Comments and likes, and who may not talk for a while. A comment's text is the journal's, the core keeps none. */
final class Talk {
    private static final long NOT_MUTED = 0;
    private static final long FOR_GOOD = -1;

    private final Catalogue catalogue;
    private final Points points;
    private int maxMutes;
    private final Long2LongHashMap mutedUntilMs = new Long2LongHashMap(NOT_MUTED);

    Talk(final Catalogue catalogue, final int maxMutes, final Points points) {
        this.catalogue = catalogue;
        this.points = points;
        this.maxMutes = maxMutes;
    }

    /** Takes mutes up to {@code newMaxMutes} from now on; those beyond it stay until they end. */
    void maxMutes(final int newMaxMutes) {
        maxMutes = newMaxMutes;
    }

    void comment(final long viewer, final long roomId, final int textBytes, final Decision decision) {
        final Room room = catalogue.room(roomId);
        final long until = mutedUntilMs.get(viewer);
        if (viewer <= 0 || textBytes < 1 || textBytes > ProtocolLimits.MAX_COMMENT_BYTES) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (room == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
        } else if (room.state() == RoomState.ENDED) {
            decision.refuse(Outcome.ROOM_ENDED);
        } else if (until > decision.timeMs()) {
            decision.refuse(Outcome.VIEWER_MUTED, until);
        } else {
            decision.accept(Outcome.ACCEPTED);
            points.onComment(viewer, decision);
        }
    }

    void like(final long roomId, final int count, final Decision decision) {
        final Room room = catalogue.room(roomId);
        if (count < 1 || count > ProtocolLimits.MAX_LIKES) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (room == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
        } else if (room.state() == RoomState.ENDED) {
            decision.refuse(Outcome.ROOM_ENDED);
        } else {
            room.like(count);
            decision.accept(Outcome.ACCEPTED);
        }
    }

    /** The detail of the decision is when the mute ends: 0 for not muted, Long.MAX_VALUE for good. */
    void mute(final long viewer, final long durationMs, final Decision decision) {
        if (viewer <= 0 || durationMs < FOR_GOOD) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (durationMs == 0) {
            mutedUntilMs.remove(viewer);
            decision.accept(Outcome.ACCEPTED);
        } else if (!hasRoomFor(viewer, decision.timeMs())) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            final boolean endless = durationMs == FOR_GOOD || durationMs > Long.MAX_VALUE - decision.timeMs();
            final long until = endless ? Long.MAX_VALUE : decision.timeMs() + durationMs;
            mutedUntilMs.put(viewer, until);
            decision.accept(Outcome.ACCEPTED).detail(until);
        }
    }

    /** Saved by ascending viewer: a map's own order depends on its history. */
    void save(final StateOutput output) {
        final long[] viewers = new long[mutedUntilMs.size()];
        int count = 0;
        for (final Long2LongHashMap.KeyIterator keys = mutedUntilMs.keySet().iterator(); keys.hasNext(); ) {
            viewers[count++] = keys.nextValue();
        }
        Arrays.sort(viewers);
        output.putInt(viewers.length);
        for (final long viewer : viewers) {
            output.putLong(viewer);
            output.putLong(mutedUntilMs.get(viewer));
        }
    }

    void load(final StateInput input) {
        for (int i = input.getInt(); i > 0; i--) {
            mutedUntilMs.put(input.getLong(), input.getLong());
        }
    }

    /** A viewer who is muted already takes no more room. A full table is first rid of the mutes that have ended. */
    private boolean hasRoomFor(final long viewer, final long nowMs) {
        if (mutedUntilMs.get(viewer) > nowMs) {
            return true;
        }
        if (mutedUntilMs.size() >= maxMutes) {
            mutedUntilMs.values().removeIf(until -> until <= nowMs);
        }
        return mutedUntilMs.size() < maxMutes;
    }
}
