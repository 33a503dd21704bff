package io.sluice.ops.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each viewer the touch they came with: always the same one for the same viewer. Immutable. */
final class TouchPlan {
    private static final int PUBLIC_PERCENT = 20;
    private static final int STORE_ONLY_PERCENT = 10;
    private static final int INVITED_PERCENT = 20;
    private static final int SHARED_PERCENT = 15;

    private final List<DemoBrand.Store> stores;
    private final List<DemoBrand.Group> groups;
    private final Map<Long, Long> storeOfGuide = new HashMap<>();

    TouchPlan(final DemoBrand brand) {
        stores = brand.stores();
        groups = brand.groups();
        brand.guides().forEach(guide -> storeOfGuide.put(guide.id(), guide.store()));
    }

    /**
     * The touch of a viewer; a fifth came by themselves, the others through a store or a guide's group.
     *
     * @param viewer viewer id
     * @param firstViewer lowest viewer id of the crowd: inviters are viewers too
     */
    Touch touch(final long viewer, final long firstViewer) {
        final int lot = Scatter.below(100, viewer, 1);
        if (lot < PUBLIC_PERCENT) {
            return Touch.NONE;
        }
        if (lot < PUBLIC_PERCENT + STORE_ONLY_PERCENT) {
            return new Touch(stores.get(Scatter.below(stores.size(), viewer, 2)).id(), 0, 0, 0, "");
        }
        final DemoBrand.Group group = groups.get(Scatter.below(groups.size(), viewer, 3));
        final boolean invited = viewer > firstViewer && Scatter.below(100, viewer, 4) < INVITED_PERCENT;
        final boolean shared = Scatter.below(100, viewer, 5) < SHARED_PERCENT;
        return new Touch(
                storeOfGuide.get(group.guide()),
                group.guide(),
                group.id(),
                invited ? firstViewer + Long.remainderUnsigned(Scatter.mix(viewer, 6), viewer - firstViewer) : 0,
                shared ? "g" + group.id() : "");
    }
}
