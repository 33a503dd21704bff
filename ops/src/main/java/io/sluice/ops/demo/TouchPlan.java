package io.sluice.ops.demo;

import io.sluice.ops.demo.Touch.Source;
import java.util.ArrayList;
import java.util.List;

/** Gives each viewer the touch they came with: always the same one for the same viewer. Immutable. */
final class TouchPlan {
    private static final int PUBLIC_PERCENT = 20;
    private static final int STORE_PERCENT = 10;
    private static final int GUIDE_PERCENT = 20;
    private static final int INVITED_PERCENT = 20;
    private static final int CARRIED_PERCENT = 50;

    private final List<DemoBrand.Store> stores;
    private final List<DemoBrand.Guide> guides;
    private final List<DemoBrand.Group> groups;

    TouchPlan(final DemoBrand brand) {
        stores = brand.stores();
        guides = brand.guides();
        groups = brand.groups();
    }

    /** The brand's own touches, whose codes can be made before anybody comes. */
    static List<Touch> ofBrand(final DemoBrand brand) {
        final List<Touch> touches = new ArrayList<>();
        brand.stores().forEach(store -> touches.add(new Touch(Source.STORE, store.id())));
        brand.guides().forEach(guide -> touches.add(new Touch(Source.GUIDE, guide.id())));
        brand.groups().forEach(group -> touches.add(new Touch(Source.GROUP, group.id())));
        return touches;
    }

    /**
     * The touch of a viewer. A fifth came by themselves; a fifth were invited by an earlier viewer, who may have been
     * invited in turn; the others came by the code of a store, a guide or a group.
     *
     * @param viewer viewer id
     * @param firstViewer lowest viewer id of the crowd, who is nobody's guest
     */
    Touch touch(final long viewer, final long firstViewer) {
        int lot = Scatter.below(100, viewer, 1);
        if (lot < PUBLIC_PERCENT) {
            return Touch.NONE;
        }
        lot -= PUBLIC_PERCENT;
        if (lot < STORE_PERCENT) {
            return new Touch(
                    Source.STORE,
                    stores.get(Scatter.below(stores.size(), viewer, 2)).id());
        }
        lot -= STORE_PERCENT;
        if (lot < GUIDE_PERCENT) {
            return new Touch(
                    Source.GUIDE,
                    guides.get(Scatter.below(guides.size(), viewer, 4)).id());
        }
        lot -= GUIDE_PERCENT;
        if (lot < INVITED_PERCENT && viewer > firstViewer) {
            return new Touch(
                    Source.VIEWER, firstViewer + Long.remainderUnsigned(Scatter.mix(viewer, 6), viewer - firstViewer));
        }
        return new Touch(
                Source.GROUP,
                groups.get(Scatter.below(groups.size(), viewer, 3)).id());
    }

    /** Whether the viewer's orders carry the code; of the others the engine knows only the touch. */
    boolean carries(final long viewer) {
        return Scatter.below(100, viewer, 5) < CARRIED_PERCENT;
    }
}
