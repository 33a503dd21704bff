package io.sluice.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.naive.Command;
import io.sluice.engine.core.naive.StockCommand;
import io.sluice.engine.core.naive.Verdict;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PlaceState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the records say of waiting lines, held against nothing but what they said before: who came first is called first, each
 * place is told of once a change, a turn lasts until it is over, and its units are nobody else's. One thread.
 */
final class LineTally {
    /** In the order in which they joined. */
    private final Map<Whose, Place> places = new LinkedHashMap<>();

    private final UnitTally units = new UnitTally();

    /** Checks the next record. */
    void add(final long sequence, final long timeMs, final Command command, final Verdict told) {
        final List<Verdict.Place> moves = told.brought().places();
        assertThat(moves.size())
                .as("places that record %d moves: %s", sequence, command)
                .isEqualTo(movesAPlace(command, told.outcome()) ? 1 : 0);
        for (final Verdict.Place move : moves) {
            move(sequence, timeMs, command, told, move);
        }
        units.add(command, told);
        if (told.outcome() == Outcome.RESERVED || told.outcome() == Outcome.PAID_LATE) {
            useTurns(told);
        }
        units.check(sequence);
    }

    /** How many turns there are whose time is over. */
    long turnsOverdueAt(final long timeMs) {
        return places.values().stream()
                .filter(place -> place.isCalled() && place.untilMs <= timeMs)
                .count();
    }

    private static boolean movesAPlace(final Command command, final Outcome outcome) {
        final boolean isOfALine = command instanceof StockCommand.JoinLine
                || command instanceof StockCommand.LeaveLine
                || command instanceof StockCommand.CallNext
                || command instanceof StockCommand.EndTurn;
        return isOfALine && !outcome.isRefusal();
    }

    private void move(
            final long sequence,
            final long timeMs,
            final Command command,
            final Verdict told,
            final Verdict.Place move) {
        final Whose whose = new Whose(move.viewer(), move.offer());
        final Place before = places.get(whose);
        if (command instanceof StockCommand.JoinLine) {
            join(sequence, told.outcome(), whose, before, move);
        } else {
            assertThat(before).as("whose place record %d moves", sequence).isNotNull();
            if (move.state() == PlaceState.CALLED) {
                call(sequence, timeMs, told, before, move);
            } else {
                end(sequence, timeMs, command, before, move);
                places.remove(whose);
            }
        }
        assertThat(move.waiting())
                .as("how many wait for offer %d behind record %d", move.offer(), sequence)
                .isEqualTo((int) places.entrySet().stream()
                        .filter(each -> each.getKey().offer == move.offer()
                                && !each.getValue().isCalled())
                        .count());
    }

    private void join(
            final long sequence,
            final Outcome outcome,
            final Whose whose,
            final Place before,
            final Verdict.Place move) {
        if (before == null) {
            assertThat(outcome).as("of who joins anew in record %d", sequence).isEqualTo(Outcome.ACCEPTED);
            places.put(whose, new Place(move.units()));
        } else if (outcome == Outcome.REPEATED) {
            assertThat(move.units())
                    .as("units that record %d repeats", sequence)
                    .isEqualTo(before.units);
        } else {
            assertThat(before.isCalled())
                    .as("whether a turn changes by record %d", sequence)
                    .isFalse();
            before.units = move.units();
        }
        assertThat(move.state() == PlaceState.CALLED)
                .as("whether the place of record %d is a turn", sequence)
                .isEqualTo(places.get(whose).isCalled());
    }

    private void call(
            final long sequence, final long timeMs, final Verdict told, final Place before, final Verdict.Place move) {
        final Place first = places.entrySet().stream()
                .filter(each -> each.getKey().offer == move.offer())
                .map(Map.Entry::getValue)
                .filter(each -> !each.isCalled())
                .findFirst()
                .orElseThrow();
        assertThat(before).as("who is called by record %d came first", sequence).isSameAs(first);
        assertThat(move.units()).isBetween(1, before.units);
        assertThat(move.untilMs()).isGreaterThan(timeMs);
        before.units = move.units();
        before.untilMs = move.untilMs();
        before.kept = told.stock().get(0);
        units.keep(before.kept.item(), move.units());
    }

    private void end(
            final long sequence,
            final long timeMs,
            final Command command,
            final Place before,
            final Verdict.Place move) {
        final PlaceState state = command instanceof StockCommand.LeaveLine
                ? PlaceState.LEFT
                : command instanceof StockCommand.EndTurn ? PlaceState.LAPSED : PlaceState.CLOSED;
        assertThat(move.state()).as("how record %d ends a place", sequence).isEqualTo(state);
        if (state == PlaceState.LAPSED) {
            assertThat(before.untilMs).as("end of the turn that is over").isBetween(1L, timeMs);
        }
        giveUp(before);
    }

    /** An order uses up the turns of its viewer at its offers, as far as it takes from the stock that keeps their units. */
    private void useTurns(final Verdict told) {
        for (final Verdict.Line line : told.picture().lines()) {
            final Whose whose = new Whose(told.picture().viewer(), line.offer());
            final Place turn = places.get(whose);
            final boolean isUsed = turn != null
                    && turn.isCalled()
                    && told.stock().stream().anyMatch(taken -> units.isHome(turn.kept, taken));
            if (isUsed) {
                giveUp(turn);
                places.remove(whose);
            }
        }
    }

    private void giveUp(final Place place) {
        if (place.isCalled()) {
            units.keep(place.kept.item(), -place.units);
        }
    }

    private record Whose(long viewer, long offer) {}

    private static final class Place {
        private int units;
        private long untilMs;
        private Verdict.Stock kept;

        Place(final int units) {
            this.units = units;
        }

        boolean isCalled() {
            return untilMs > 0;
        }
    }
}
