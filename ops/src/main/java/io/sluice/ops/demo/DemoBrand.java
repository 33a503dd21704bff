package io.sluice.ops.demo;

import java.io.IOException;
import java.util.List;

/**
 * The invented brand the demo plays: who brings people into its room, and what the room sells. Its people are numbers.
 *
 * @param nameZh the brand's Chinese name
 * @param nameEn the brand's English name
 * @param room the demo's only room
 * @param stores at least one
 * @param guides shopping guides, each of one or two of the stores
 * @param groups communities, each around a store and looked after by one of its guides
 * @param offers what the room sells, hottest first
 * @param tip the one offer of a present to the host
 */
public record DemoBrand(
        String nameZh,
        String nameEn,
        Room room,
        List<Store> stores,
        List<Guide> guides,
        List<Group> groups,
        List<DemoOffer> offers,
        DemoOffer tip) {

    public DemoBrand {
        stores = List.copyOf(stores);
        guides = List.copyOf(guides);
        groups = List.copyOf(groups);
        offers = List.copyOf(offers);
    }

    /** The brand that ships with the demo. */
    public static DemoBrand load() throws IOException {
        return DemoBrandReader.read();
    }

    /** The live room. */
    public record Room(long id, String nameZh, String nameEn) {
        /** The title as viewers see it. */
        public String title() {
            return nameZh + " " + nameEn;
        }
    }

    /** A store, and where it lies in millionths of a degree. */
    public record Store(long id, String nameZh, String nameEn, int latitudeE6, int longitudeE6) {}

    /**
     * A shopping guide.
     *
     * @param viewer who the guide is as a viewer
     * @param stores ids, the home store first
     */
    public record Guide(long id, long viewer, List<Long> stores, String name) {
        public Guide {
            stores = List.copyOf(stores);
        }
    }

    /** A community around a store that a guide of the store looks after; {@code owner} is the viewer who founded it. */
    public record Group(long id, long store, long guide, long owner, String name) {}
}
