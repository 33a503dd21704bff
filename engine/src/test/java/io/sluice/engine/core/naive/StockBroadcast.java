package io.sluice.engine.core.naive;

import io.sluice.engine.core.naive.StockCommand.Part;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StockKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The part of allotments and waiting lines in an evening: so few units are set aside that they are gone soon, and whoever
 * waits is mostly called as soon as there is something, as the engine does it. In one evening of three nothing is ever set
 * aside.
 */
final class StockBroadcast {
    private static final int ITEMS = 2;
    private static final int ROOMS = 2;
    private static final int STORES = 3;
    private static final int OFFERS = 3;
    private static final int MOST_UNITS = 3;

    private final Random random;
    private final NaiveCore naive;
    private final LongSupplier clockMs;
    private final boolean hasAllotments;

    StockBroadcast(final Random random, final NaiveCore naive, final LongSupplier clockMs) {
        this.random = random;
        this.naive = naive;
        this.clockMs = clockMs;
        hasAllotments = random.nextInt(3) > 0;
    }

    /** Tells how often each of its commands comes. */
    void takeTurns(final BiConsumer<Integer, Supplier<Command>> wheel) {
        wheel.accept(hasAllotments ? 7 : 0, this::moveStock);
        wheel.accept(hasAllotments ? 2 : 0, this::closeAllotment);
        wheel.accept(8, this::joinLine);
        wheel.accept(2, this::leaveLine);
        wheel.accept(10, this::callNext);
        wheel.accept(4, this::endTurn);
        wheel.accept(2, () -> new StockCommand.FindPlaces(viewer()));
    }

    /** How long a turn is, mostly; none for no line. */
    int turnSeconds() {
        return rarely(30) ? oneOf(-1, ProtocolLimits.MAX_TURN_SECONDS + 1) : rarely(4) ? 0 : 1 + random.nextInt(8);
    }

    /** When a turn ends; 0 when nobody has one. */
    long aMomentThatMatters() {
        final NaivePlace turn = aTurn();
        return turn == null ? 0 : turn.untilMs;
    }

    /** Somebody who has a turn, null for nobody: an order by that viewer is worth a try. */
    NaivePlace aTurn() {
        return anyOf(naive.book().places.stream().filter(NaivePlace::isCalled).toList());
    }

    private Command moveStock() {
        final List<Part> parts = new ArrayList<>(List.of(part(), part()));
        if (!rarely(4)) {
            parts.set(0, new Part(StockKind.SHARED, 0));
        }
        if (rarely(3)) {
            Collections.reverse(parts);
        }
        final long units = rarely(40) ? oneOf(0, 1_000) : 1 + random.nextInt(4);
        return new StockCommand.MoveStock(item(), parts.get(0), parts.get(1), units);
    }

    /** Mostly of one there is. */
    private Command closeAllotment() {
        final NaiveStock known = anyOf(naive.allotments().open());
        return known == null || rarely(4)
                ? new StockCommand.CloseAllotment(item(), part())
                : new StockCommand.CloseAllotment(known.item.id, new Part(known.kind, known.of));
    }

    private Command joinLine() {
        return new StockCommand.JoinLine(
                rarely(40) ? oneOf(0, -1) : viewer(),
                rarely(12) ? 1 + random.nextInt(ROOMS + 1) : 1,
                offer(),
                rarely(40) ? oneOf(0, ProtocolLimits.MAX_QUANTITY + 1) : 1 + random.nextInt(MOST_UNITS));
    }

    /** Mostly by one who waits or has a turn. */
    private Command leaveLine() {
        final NaivePlace place = anyOf(naive.book().places);
        return place == null || rarely(4)
                ? new StockCommand.LeaveLine(viewer(), offer())
                : new StockCommand.LeaveLine(place.viewer, place.offer.id);
    }

    /** Mostly of whom the engine would call. */
    private Command callNext() {
        final long next = naive.lines().nextToCall(clockMs.getAsLong());
        return new StockCommand.CallNext(next == 0 || rarely(5) ? offer() : next);
    }

    /** Mostly of the turn that ends first, as the timers do it. */
    private Command endTurn() {
        NaivePlace first = null;
        for (final NaivePlace place : naive.book().places) {
            if (place.isCalled() && (first == null || place.untilMs < first.untilMs)) {
                first = place;
            }
        }
        return first == null || rarely(5)
                ? new StockCommand.EndTurn(viewer(), offer())
                : new StockCommand.EndTurn(first.viewer, first.offer.id);
    }

    /** Mostly one there may be; at times of nobody, or of no kind. */
    private Part part() {
        final StockKind kind = StockKind.values()[random.nextInt(StockKind.values().length)];
        if (kind == StockKind.SHARED) {
            return new Part(rarely(10) ? null : kind, rarely(20) ? 1 : 0);
        }
        final int most = kind == StockKind.STORE ? STORES : ROOMS;
        return new Part(kind, rarely(20) ? oneOf(0, most + 1) : rarely(2) ? 1 : 1 + random.nextInt(most));
    }

    private long viewer() {
        return 1L + random.nextInt(Broadcast.VIEWERS);
    }

    private long item() {
        return rarely(30) ? 9 : 1 + random.nextInt(ITEMS);
    }

    private long offer() {
        return rarely(20) ? 99 : 1 + random.nextInt(OFFERS);
    }

    private boolean rarely(final int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private int oneOf(final int first, final int second) {
        return random.nextBoolean() ? first : second;
    }

    private <T> T anyOf(final List<T> some) {
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }
}
