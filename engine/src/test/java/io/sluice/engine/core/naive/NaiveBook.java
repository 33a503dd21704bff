package io.sluice.engine.core.naive;

import io.sluice.engine.core.CoreLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** All orders ever placed and everybody who waits or has a turn, and what follows from adding them up. */
final class NaiveBook {
    final List<NaiveOrder> orders = new ArrayList<>();
    /** In the order in which they joined. */
    final List<NaivePlace> places = new ArrayList<>();

    private CoreLimits limits = CoreLimits.DEFAULT;

    void limits(final CoreLimits newLimits) {
        limits = newLimits;
    }

    /** The order of a number, null when there is none. */
    NaiveOrder find(final long number) {
        return number < 1 || number > orders.size() ? null : orders.get((int) number - 1);
    }

    /** Numbers of a viewer's orders, newest first. */
    List<Long> ordersOf(final long viewer) {
        final List<Long> numbers = new ArrayList<>();
        for (int i = orders.size() - 1; i >= 0; i--) {
            if (orders.get(i).command.viewer() == viewer) {
                numbers.add(orders.get(i).number);
            }
        }
        return numbers;
    }

    /** Units the viewer holds or has paid for. */
    long unitsOf(final long viewer, final long offer) {
        return sum(
                orders,
                order -> order.command.viewer() == viewer && order.counts()
                        ? sum(order.lines, line -> line.offer.id == offer ? line.kept() : 0)
                        : 0);
    }

    /** Units the viewer may still take; below 0 when the limit was lowered since. */
    long leftFor(final long viewer, final NaiveOffer offer) {
        final int limit = offer.terms.perViewerLimit();
        return limit == 0 ? Long.MAX_VALUE : limit - unitsOf(viewer, offer.id);
    }

    /** Whether there are too many pairs of viewer and offer with units for this many more. */
    boolean hasNoPairsFor(final int lines) {
        final Set<List<Long>> pairs = new HashSet<>();
        for (final NaiveOrder order : orders) {
            for (final NaiveOrder.NaiveLine line : order.lines) {
                if (order.counts() && line.kept() > 0) {
                    pairs.add(List.of(order.command.viewer(), line.offer.id));
                }
            }
        }
        return pairs.size() + lines > limits.maxViewerOffers();
    }

    boolean isFull() {
        return orders.size() >= limits.maxOrders();
    }

    static <T> long sum(final Collection<T> elements, final ToLongFunction<T> number) {
        return elements.stream().mapToLong(number).sum();
    }
}
