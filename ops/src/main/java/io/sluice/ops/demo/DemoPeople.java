package io.sluice.ops.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The brand's guides and groups, who are numbers and always the same: as many guides in each store, of whom every tenth
 * works in the city's other store too, and groups that go round the guides and are owned by the crowd's regulars.
 *
 * @param guides {@link #GUIDES_A_STORE} for each store
 * @param groups {@link #GROUPS} in all
 */
record DemoPeople(List<DemoBrand.Guide> guides, List<DemoBrand.Group> groups) {
    static final int GUIDES_A_STORE = 10;
    static final int GROUPS = 1_000;

    private static final long FIRST_GUIDE = 101;
    private static final long FIRST_GROUP = 1_001;
    /** Guides as viewers: below the crowd, above the ids that people try the demo with. */
    private static final long VIEWER_OF_GUIDE_0 = 500_000_000L;

    /**
     * The people of these stores.
     *
     * @param stores an even number: the two stores of a city follow one another
     */
    static DemoPeople of(final List<DemoBrand.Store> stores) {
        final List<DemoBrand.Guide> guides = guides(stores);
        final List<DemoBrand.Group> groups = new ArrayList<>(GROUPS);
        for (int i = 0; i < GROUPS; i++) {
            final DemoBrand.Guide guide = guides.get(i % guides.size());
            groups.add(new DemoBrand.Group(
                    FIRST_GROUP + i,
                    guide.stores().get(0),
                    guide.id(),
                    Crowd.regular(i),
                    String.format(Locale.ROOT, "社群 %04d", i + 1)));
        }
        return new DemoPeople(guides, List.copyOf(groups));
    }

    private static List<DemoBrand.Guide> guides(final List<DemoBrand.Store> stores) {
        final List<DemoBrand.Guide> guides = new ArrayList<>(stores.size() * GUIDES_A_STORE);
        for (int store = 0; store < stores.size(); store++) {
            final long home = stores.get(store).id();
            final long neighbour = stores.get(store ^ 1).id();
            for (int i = 0; i < GUIDES_A_STORE; i++) {
                final int number = guides.size() + 1;
                final long id = FIRST_GUIDE + guides.size();
                final boolean worksInBoth = i == GUIDES_A_STORE - 1;
                guides.add(new DemoBrand.Guide(
                        id,
                        VIEWER_OF_GUIDE_0 + id,
                        worksInBoth ? List.of(home, neighbour) : List.of(home),
                        String.format(Locale.ROOT, "导购 %03d", number)));
            }
        }
        return List.copyOf(guides);
    }
}
