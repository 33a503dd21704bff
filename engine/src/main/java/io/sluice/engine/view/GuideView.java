package io.sluice.engine.view;

import java.util.List;

/**
 * A shopping guide of the brand. Immutable.
 *
 * @param id      the guide's id.
 * @param name    the guide's name.
 * @param viewer  who the guide is as a viewer, 0 when that is not known.
 * @param active  whether the guide still works.
 * @param stores  where the guide works, the home store first; at least one.
 */
public record GuideView(long id, String name, long viewer, boolean active, List<Long> stores) {
    /** Keeps the stores as they are now. */
    public GuideView {
        stores = List.copyOf(stores);
    }

    /** Whether the guide works in a store. */
    public boolean worksIn(final long store) {
        return stores.contains(store);
    }
}
