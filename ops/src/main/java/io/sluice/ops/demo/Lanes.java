package io.sluice.ops.demo;

import io.vertx.core.Future;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Does a step for each of many things, some at once and the next as soon as one is done: many are fast, and few wait. */
final class Lanes {
    private static final int LANES = 32;

    private Lanes() {}

    /** Done when every step is, or when no lane can go on: one in which a step fails ends, and so does the whole, then. */
    static <T> Future<Void> each(final Iterable<T> things, final Function<T, Future<?>> step) {
        final Iterator<T> shared = things.iterator();
        return Future.join(IntStream.range(0, LANES)
                        .mapToObj(lane -> next(shared, step))
                        .toList())
                .mapEmpty();
    }

    private static <T> Future<Void> next(final Iterator<T> shared, final Function<T, Future<?>> step) {
        final T thing;
        synchronized (shared) {
            if (!shared.hasNext()) {
                return Future.succeededFuture();
            }
            thing = shared.next();
        }
        return step.apply(thing).compose(done -> next(shared, step));
    }
}
