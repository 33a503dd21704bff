package io.sluice.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.naive.Command;
import io.sluice.engine.core.naive.StockCommand;
import io.sluice.engine.core.naive.Verdict;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Units of items that nobody has, as the records say they come and go: stocked, ordered, kept for a turn, given back. And which
 * allotments are closed. One thread.
 */
final class UnitTally {
    private final Map<Long, Long> free = new HashMap<>();

    private final Set<Allotment> closed = new HashSet<>();
    private final Set<Long> ended = new HashSet<>();

    /** Counts a command that was decided; turns are told of by {@link #keep}. */
    void add(final Command command, final Verdict told) {
        switch (told.outcome()) {
            case RESERVED, PAID_LATE -> take(told.picture(), 1);
            case CANCELLED, EXPIRED -> take(told.picture(), -1);
            case REFUNDED -> giveBack((Command.RefundOrder) command, told.picture());
            case ACCEPTED -> addAccepted(command, told);
            default -> {}
        }
    }

    /** So many units of an item are kept for somebody's turn, or below 0 are not any more. */
    void keep(final long item, final long units) {
        free.merge(item, -units, Long::sum);
    }

    /** Whether what is given back to one stock comes on sale in the other: the same, or the shared one of a closed allotment. */
    boolean isHome(final Verdict.Stock of, final Verdict.Stock home) {
        final boolean isClosed = closed.contains(new Allotment(of.item(), of.kind(), of.of()))
                || (of.kind() == StockKind.ROOM && ended.contains(of.of()));
        final boolean isThere =
                isClosed ? home.kind() == StockKind.SHARED : home.kind() == of.kind() && home.of() == of.of();
        return of.item() == home.item() && isThere;
    }

    /** No unit has two owners. */
    void check(final long sequence) {
        assertThat(free.values())
                .as("units of each item that nobody has behind record %d", sequence)
                .allMatch(units -> units >= 0);
    }

    private void addAccepted(final Command command, final Verdict told) {
        if (command instanceof StockCommand.Approve) {
            free.merge(told.stock().get(0).item(), -told.detail(), Long::sum);
        } else if (command instanceof Command.ChangeStock stock) {
            free.merge(stock.item(), stock.change(), Long::sum);
        } else if (command instanceof StockCommand.CloseAllotment close) {
            closed.add(new Allotment(
                    close.item(), close.part().kind(), close.part().of()));
        } else if (command instanceof StockCommand.MoveStock move) {
            closed.remove(new Allotment(move.item(), move.to().kind(), move.to().of()));
        } else if (command instanceof Command.ChangeRoomState state && state.next() == RoomState.ENDED) {
            ended.add(state.room());
        }
    }

    private void take(final Verdict.Picture order, final int sign) {
        order.lines().forEach(line -> free.merge(line.item(), (long) -sign * line.quantity(), Long::sum));
    }

    /** A refund's picture has only the lines it touched, each with the units that it gives back. */
    private void giveBack(final Command.RefundOrder command, final Verdict.Picture order) {
        if (command.returned() == ReturnedStock.RETURN) {
            take(order, -1);
        }
    }

    private record Allotment(long item, StockKind kind, long of) {}
}
