package io.sluice.ops.demo;

import java.util.List;

/**
 * Units of an item that the demo sets aside.
 *
 * @param item   item id
 * @param kind   of stock, as the contract calls it
 * @param of     the room or the store it is for
 * @param units  to begin with
 */
record DemoAllotment(long item, String kind, long of, int units) {
    private static final int OF_THE_ROOM = 5_000;
    private static final int OF_THE_REPLAY = 200;
    private static final int OF_THE_STORE = 200;

    /** Of the hottest item: most for the brand's room, some for who watches it later, some for a store's own room. */
    static List<DemoAllotment> of(final DemoBrand brand) {
        final long item = brand.offers().get(0).item();
        final long room = brand.room().id();
        return List.of(
                new DemoAllotment(item, "ROOM", room, OF_THE_ROOM),
                new DemoAllotment(item, "REPLAY", room, OF_THE_REPLAY),
                new DemoAllotment(item, "STORE", DemoStoreRoom.of(brand).store(), OF_THE_STORE));
    }

    /** Where the host's restock of an item goes: the brand's room has an allotment of it, and sells from nothing else. */
    static boolean isOfTheRoom(final DemoBrand brand, final long item) {
        return of(brand).stream()
                .anyMatch(allotment ->
                        allotment.item() == item && allotment.kind().equals("ROOM"));
    }
}
