package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/** Who may not talk for a while, and what they have to say against it, once for each mute. */
public final class Mutes {
    private static final long NOT_MUTED = 0;
    private static final long FOR_GOOD = -1;
    private static final long NO_APPEAL = 0;

    private int maxMutes;
    private final Long2LongHashMap mutedUntilMs = new Long2LongHashMap(NOT_MUTED);
    /** Record of the appeal of a viewer who has a mute; below 0 once it was denied. */
    private final Long2LongHashMap appeals = new Long2LongHashMap(NO_APPEAL);

    Mutes(final int maxMutes) {
        this.maxMutes = maxMutes;
    }

    /** Takes mutes up to {@code newMaxMutes} from now on; those beyond it stay until they end. */
    void maxMutes(final int newMaxMutes) {
        maxMutes = newMaxMutes;
    }

    /** When the viewer's mute ends, core time in epoch ms; a moment gone by, or 0, for who is not muted. */
    long untilMs(final long viewer) {
        return mutedUntilMs.get(viewer);
    }

    /**
     * Mutes a viewer for {@code durationMs}; 0 lifts the mute, -1 is for good. The detail of the decision is when the mute
     * ends: 0 for not muted, Long.MAX_VALUE for good.
     */
    public void mute(final long viewer, final long durationMs, final Decision decision) {
        if (viewer <= 0 || durationMs < FOR_GOOD) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (durationMs == 0) {
            lift(viewer);
            decision.accept(Outcome.ACCEPTED);
        } else if (!hasRoomFor(viewer, decision.timeMs())) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            final boolean endless = durationMs == FOR_GOOD || durationMs > Long.MAX_VALUE - decision.timeMs();
            final long until = endless ? Long.MAX_VALUE : decision.timeMs() + durationMs;
            mutedUntilMs.put(viewer, until);
            appeals.remove(viewer);
            decision.accept(Outcome.ACCEPTED).detail(until);
        }
    }

    /** Takes what a muted viewer says against the mute; of {@code textBytes} bytes in UTF-8, which are the journal's. */
    public void appeal(final long viewer, final int textBytes, final Decision decision) {
        if (viewer <= 0 || textBytes < 1 || textBytes > ProtocolLimits.MAX_APPEAL_BYTES) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (untilMs(viewer) <= decision.timeMs()) {
            decision.refuse(Outcome.NOT_MUTED);
        } else if (appeals.get(viewer) != NO_APPEAL) {
            decision.refuse(Outcome.APPEAL_MADE);
        } else {
            appeals.put(viewer, decision.sequence());
            decision.accept(Outcome.ACCEPTED);
        }
    }

    /** Grants an appeal, known by its record, which lifts the mute, or denies it; the detail is when the mute ends then. */
    public void decide(final long viewer, final long appeal, final boolean granted, final Decision decision) {
        final boolean isOpen = appeal > 0 && appeals.get(viewer) == appeal && untilMs(viewer) > decision.timeMs();
        if (!isOpen) {
            decision.refuse(Outcome.APPEAL_UNKNOWN);
        } else if (granted) {
            lift(viewer);
            decision.accept(Outcome.ACCEPTED);
        } else {
            appeals.put(viewer, -appeal);
            decision.accept(Outcome.ACCEPTED).detail(untilMs(viewer));
        }
    }

    private void lift(final long viewer) {
        mutedUntilMs.remove(viewer);
        appeals.remove(viewer);
    }

    boolean hasAppeals() {
        return !appeals.isEmpty();
    }

    void saveAppeals(final StateOutput output) {
        save(appeals, output);
    }

    void loadAppeals(final StateInput input) {
        load(appeals, input);
    }

    void save(final StateOutput output) {
        save(mutedUntilMs, output);
    }

    void load(final StateInput input) {
        load(mutedUntilMs, input);
    }

    /** Saved by ascending viewer: a map's own order depends on its history. */
    private static void save(final Long2LongHashMap map, final StateOutput output) {
        final long[] viewers = sortedKeys(map);
        output.putInt(viewers.length);
        for (final long viewer : viewers) {
            output.putLong(viewer);
            output.putLong(map.get(viewer));
        }
    }

    private static void load(final Long2LongHashMap map, final StateInput input) {
        for (int i = input.getInt(); i > 0; i--) {
            map.put(input.getLong(), input.getLong());
        }
    }

    private static long[] sortedKeys(final Long2LongHashMap map) {
        final long[] keys = new long[map.size()];
        int count = 0;
        for (final Long2LongHashMap.KeyIterator each = map.keySet().iterator(); each.hasNext(); ) {
            keys[count++] = each.nextValue();
        }
        Arrays.sort(keys);
        return keys;
    }

    /** A viewer who is muted already takes no more room. A full table is first rid of the mutes that have ended. */
    private boolean hasRoomFor(final long viewer, final long nowMs) {
        if (mutedUntilMs.get(viewer) > nowMs) {
            return true;
        }
        if (mutedUntilMs.size() >= maxMutes) {
            mutedUntilMs.values().removeIf(until -> until <= nowMs);
            appeals.keySet().removeIf(muted -> untilMs(muted) == NOT_MUTED);
        }
        return mutedUntilMs.size() < maxMutes;
    }
}
