package io.sluice.engine.core.naive;

import io.sluice.engine.core.LimitsBuilder;
import io.sluice.engine.core.naive.StockCommand.Part;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.StockReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The part of allotments and waiting lines in an evening: so few units are set aside that they are gone soon, and whoever
 * waits is mostly called as soon as there is something, as the engine does it. In one evening of three nothing is ever set
 * aside; in every other one there is little of everything and room for all who come.
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
    private final boolean isScarce;

    StockBroadcast(final Random random, final NaiveCore naive, final LongSupplier clockMs) {
        this.random = random;
        this.naive = naive;
        this.clockMs = clockMs;
        hasAllotments = random.nextInt(3) > 0;
        isScarce = random.nextBoolean();
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
        wheel.accept(needsTwo() ? 6 : 0, this::writeOff);
        wheel.accept(needsTwo() ? 5 : 0, () -> new StockCommand.Approve(operator(), proposal()));
        wheel.accept(needsTwo() ? 1 : 0, () -> new StockCommand.Withdraw(operator(), proposal()));
    }

    /** What makes an evening scarce; and mostly something is set aside when the doors open, of a room that a store hosts. */
    List<Command> opening() {
        final List<Command> commands = new ArrayList<>();
        if (isScarce) {
            commands.addAll(scarcity());
        }
        if (hasAllotments) {
            commands.add(new Command.HostRoom(1, 1, 0));
            for (long item = 1; item <= ITEMS; item++) {
                commands.add(new StockCommand.MoveStock(
                        item, new Part(StockKind.SHARED, 0), part(), 1 + random.nextInt(MOST_UNITS)));
            }
        }
        return commands;
    }

    private List<Command> scarcity() {
        final List<Command> commands = new ArrayList<>();
        commands.add(new Command.ChangeLimits(
                LimitsBuilder.limits().writeOff(needsTwo() ? 1 : 0).build()));
        for (long item = 1; item <= ITEMS; item++) {
            commands.add(new Command.PutItem(item, "i"));
            commands.add(new Command.ChangeStock(1, item, 1 + random.nextInt(2 * MOST_UNITS), StockReason.RESTOCK));
        }
        for (long offer = 1; offer <= OFFERS; offer++) {
            commands.add(new Command.PutOffer(
                    1,
                    offer,
                    1 + offer % ITEMS,
                    100 * offer,
                    0,
                    Long.MAX_VALUE,
                    rarely(3) ? 3 : 0,
                    5,
                    1 + random.nextInt(8),
                    List.of()));
        }
        return commands;
    }

    /** Whether an item has as much as in other evenings when the doors open. */
    boolean hasPlenty() {
        return !isScarce;
    }

    /** Whether one operator alone may not write off everything. */
    boolean needsTwo() {
        return hasAllotments && isScarce;
    }

    /** One of two, if it takes two. */
    long operator() {
        return needsTwo() ? oneOf(1, 2) : 1;
    }

    /** Mostly more than one may alone. */
    private Command writeOff() {
        return new Command.ChangeStock(operator(), item(), -1 - random.nextInt(3), StockReason.WRITE_OFF);
    }

    /** Mostly the record of one that waits for a second person. */
    private long proposal() {
        final List<Long> known = anyOf(naive.stocks().proposals(clockMs.getAsLong()));
        return known == null || rarely(8) ? random.nextInt(60) : known.get(0);
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
        final NaiveStock known = anyOf(naive.allotments().open());
        final boolean isBack = known != null && rarely(3);
        final Part of = known == null || rarely(6) ? part() : new Part(known.kind, known.of);
        final Part shared = rarely(8) ? part() : new Part(StockKind.SHARED, 0);
        final long units = rarely(40) ? oneOf(0, 1_000) : 1 + random.nextInt(MOST_UNITS);
        return isBack
                ? new StockCommand.MoveStock(known.item.id, of, shared, units)
                : new StockCommand.MoveStock(item(), shared, part(), units);
    }

    /** Mostly of one there is. */
    private Command closeAllotment() {
        final NaiveStock known = anyOf(naive.allotments().open());
        return known == null || rarely(4)
                ? new StockCommand.CloseAllotment(item(), part())
                : new StockCommand.CloseAllotment(known.item.id, new Part(known.kind, known.of));
    }

    /** Mostly for what is sold out. */
    private Command joinLine() {
        final NaiveOffer soldOut = anyOf(naive.catalogue().offers.values().stream()
                .filter(offer ->
                        naive.allotments().availableToAll(naive.allotments().soldBy(offer)) == 0)
                .toList());
        final boolean isAimed = soldOut != null && !rarely(4);
        return new StockCommand.JoinLine(
                rarely(40) ? oneOf(0, -1) : viewer(),
                rarely(20) ? 1 + random.nextInt(ROOMS + 1) : isAimed ? soldOut.room.id : 1,
                isAimed ? soldOut.id : offer(),
                rarely(40) ? oneOf(0, ProtocolLimits.MAX_QUANTITY + 1) : 1 + random.nextInt(MOST_UNITS));
    }

    /** Mostly by one who waits or has a turn. */
    private Command leaveLine() {
        final NaivePlace place = anyOf(naive.book().places);
        return place == null || rarely(4)
                ? new StockCommand.LeaveLine(viewer(), offer())
                : new StockCommand.LeaveLine(place.viewer, place.offer.id);
    }

    /** Mostly of whom the engine would call; where nobody is to be called, one joins instead. */
    private Command callNext() {
        final long next = naive.stocks().nextToCall(clockMs.getAsLong());
        if (next == 0 && !rarely(5)) {
            return joinLine();
        }
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
