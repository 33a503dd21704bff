package io.sluice.ops.demo;

/**
 * A store's own small room beside the brand's: it sells the hottest item, of what is set aside for the store. The crowd stays
 * out of it.
 *
 * @param id     room id
 * @param title  as viewers see it
 * @param host   a guide of the store
 * @param offer  the only one
 */
record DemoStoreRoom(long id, String title, DemoBrand.Guide host, DemoOffer offer) {
    private static final long ID = 2;
    private static final long OFFER = 5001;

    /** The room of the brand's second store; the first one's guide hosts the brand's. */
    static DemoStoreRoom of(final DemoBrand brand) {
        final DemoBrand.Store store = brand.stores().get(1);
        final DemoBrand.Guide guide = brand.guides().stream()
                .filter(one -> one.stores().get(0) == store.id())
                .findFirst()
                .orElseThrow();
        final DemoOffer hot = brand.offers().get(0);
        final DemoOffer offer = new DemoOffer(
                OFFER,
                hot.item(),
                hot.titleZh(),
                hot.titleEn(),
                hot.callZh(),
                hot.callEn(),
                hot.listPriceFen(),
                0,
                hot.perViewerLimit(),
                hot.holdSeconds(),
                0,
                0,
                hot.category());
        return new DemoStoreRoom(ID, store.nameZh() + "直播间 " + store.nameEn() + " live", guide, offer);
    }

    /** The store that hosts it. */
    long store() {
        return host.stores().get(0);
    }
}
