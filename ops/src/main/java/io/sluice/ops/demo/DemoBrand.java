package io.sluice.ops.demo;

import java.io.IOException;
import java.util.List;

/**
 * The invented brand the demo plays: who brings people into its room, and what the room sells.
 *
 * @param nameZh the brand's Chinese name
 * @param nameEn the brand's English name
 * @param room the demo's only room
 * @param stores at least one
 * @param guides shopping guides, each of one of the stores
 * @param groups communities, each run by one of the guides
 * @param offers what the room sells, hottest first
 */
public record DemoBrand(
        String nameZh,
        String nameEn,
        Room room,
        List<Store> stores,
        List<Guide> guides,
        List<Group> groups,
        List<DemoOffer> offers) {

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

    /** A store. */
    public record Store(long id, String nameZh, String nameEn) {}

    /** A shopping guide of a store. */
    public record Guide(long id, long store, String nameZh, String nameEn) {}

    /** A community that a guide runs. */
    public record Group(long id, long guide, String nameZh, String nameEn) {}
}
