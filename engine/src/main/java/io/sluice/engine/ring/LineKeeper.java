package io.sluice.engine.ring;

import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.PlacePage;
import io.sluice.engine.core.WaitingLines;
import io.sluice.engine.protocol.PlaceState;

/**
 * Keeps the waiting lines moving: when units have come free it calls who waits longest, when a turn is over it ends it, both by
 * a command to the ring like any other. One call is on its way at a time, since only the core knows what it leaves. Core
 * thread only.
 */
final class LineKeeper {
    private static final int MAX_ENDS_A_BATCH = 256;
    private static final int RESERVED_TURNS = 1_024;

    private final WaitingLines lines;
    private final LinePublisher publisher;
    private final DueTimers turns = new DueTimers(RESERVED_TURNS);
    private final PlacePage over = PlacePage.ofAnswer();
    private final EngineCounters counters;
    private boolean calling;

    /** Takes note of every turn that there is. */
    LineKeeper(final FlashCore core, final LinePublisher publisher, final EngineCounters counters) {
        lines = core.waitingLines();
        this.publisher = publisher;
        this.counters = counters;
        lines.forEachTurn((place, untilMs, viewer, offer, stock, units) -> turns.add(place, untilMs));
    }

    /** Takes note of a call that has been decided, whatever became of it, and of the turn that it gives. */
    void onDecision(final Slot slot, final Decision decision) {
        calling &= !slot.holdsCall();
        final PlacePage places = decision.places();
        if (places.size() > 0 && places.state(0) == PlaceState.CALLED) {
            turns.add(places.number(0), places.untilMs(0));
        }
    }

    /** Offers what is due. */
    void offer(final long nowMs) {
        final boolean isDelayed = !offerEnds(nowMs) || !offerCall(nowMs);
        counters.add(EngineCounter.EXPIRIES_DELAYED, isDelayed ? 1 : 0);
        counters.set(EngineCounter.TURNS, turns.size());
    }

    private boolean offerEnds(final long nowMs) {
        for (int i = 0; i < MAX_ENDS_A_BATCH && turns.isDue(nowMs); i++) {
            final boolean isOver = lines.isTurnOver(turns.next(), nowMs, over);
            if (isOver && !publisher.offerEnd(over.viewer(0), over.offer(0))) {
                return false;
            }
            turns.dropNext();
        }
        return true;
    }

    private boolean offerCall(final long nowMs) {
        final long next = calling ? 0 : lines.nextToCall(nowMs);
        calling |= next != 0 && publisher.offerCall(next);
        return next == 0 || calling;
    }
}
