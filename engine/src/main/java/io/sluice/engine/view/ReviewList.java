package io.sluice.engine.view;

import io.sluice.engine.protocol.ReviewState;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reviews by their state, each state's in the order in which they came to it. One thread at a time. */
final class ReviewList {
    private final Map<ReviewState, NavigableMap<Long, ReviewView>> byState = new EnumMap<>(ReviewState.class);

    ReviewList() {
        for (final ReviewState state : ReviewState.values()) {
            byState.put(state, new TreeMap<>());
        }
    }

    void add(final ReviewView review) {
        byState.get(review.state()).put(review.judgedAt(), review);
    }

    void remove(final ReviewView review) {
        byState.get(review.state()).remove(review.judgedAt());
    }

    int size(final ReviewState state) {
        return byState.get(state).size();
    }

    /** The one that came to a state first, null for none. */
    ReviewView oldest(final ReviewState state) {
        final Map.Entry<Long, ReviewView> first = byState.get(state).firstEntry();
        return first == null ? null : first.getValue();
    }

    /** The oldest first. */
    Collection<ReviewView> oldestFirst(final ReviewState state) {
        return byState.get(state).values();
    }

    /** Those that came to a state before a record, the newest first. */
    Collection<ReviewView> newestFirst(final ReviewState state, final long before) {
        return byState.get(state).headMap(before, false).descendingMap().values();
    }
}
