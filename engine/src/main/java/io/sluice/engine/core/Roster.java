package io.sluice.engine.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;

/** The brand's stores, guides or groups, by id and by place: the first that was added has place 1, and none is removed. */
final class Roster<T> {
    private final Long2ObjectHashMap<T> byId = new Long2ObjectHashMap<>();
    private final List<T> byPlace = new ArrayList<>();

    /** The one of an id, null when there is none. */
    T get(final long id) {
        // Most orders name nobody; a look-up for that would go where no cache has anything.
        return id == 0 ? null : byId.get(id);
    }

    /** The one of a place, null for place 0. */
    T at(final int place) {
        return place == 0 ? null : byPlace.get(place - 1);
    }

    /** The place that the next one will have. */
    int nextPlace() {
        return byPlace.size() + 1;
    }

    int size() {
        return byPlace.size();
    }

    T add(final long id, final T added) {
        byId.put(id, added);
        byPlace.add(added);
        return added;
    }

    void forEach(final Consumer<T> visitor) {
        byPlace.forEach(visitor);
    }
}
