package io.sluice.ops.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the brand, its stores and its offers from {@code brand.csv}, {@code stores.csv}, {@code offers.csv} and the catalogue. */
final class DemoBrandReader {
    static final String BRAND_HEADER = "kind,id,name_zh,name_en";
    static final String STORES_HEADER = "store,name_zh,name_en,latitude_e6,longitude_e6";
    static final String OFFERS_HEADER =
            "offer,item,title_zh,call_zh,call_en,flash_price_fen,per_viewer_limit,hold_seconds,stock,heat,category";
    static final String ITEMS_HEADER = "item,title,price_fen";

    /** Nothing of the catalogue's; there are always enough of it. */
    private static final DemoOffer TIP = new DemoOffer(
            2001, 9001, "玫瑰", "a rose", "玫瑰", "rose", 100, 0, 1_000_000, 300, 1_000_000, 0, DemoPlan.PRESENTS);

    private final List<DemoBrand.Store> stores = new ArrayList<>();
    private final List<DemoOffer> offers = new ArrayList<>();
    private final Map<Long, CatalogueItem> catalogue = new HashMap<>();
    private String nameZh;
    private String nameEn;
    private DemoBrand.Room room;

    private DemoBrandReader() {}

    /** Reads all four tables; an offer of an item the catalogue lacks is an {@link IOException}. */
    static DemoBrand read() throws IOException {
        final DemoBrandReader reader = new DemoBrandReader();
        try (BufferedReader in = DemoResource.open("brand.csv")) {
            CsvTable.read(in, BRAND_HEADER, reader::onBrandRow);
        }
        try (BufferedReader in = DemoResource.open("stores.csv")) {
            CsvTable.read(in, STORES_HEADER, reader::onStoreRow);
        }
        try (BufferedReader in = DemoResource.open("items.csv.gz")) {
            CsvTable.read(in, ITEMS_HEADER, reader::onItemRow);
        }
        final List<List<String>> rows = new ArrayList<>();
        try (BufferedReader in = DemoResource.open("offers.csv")) {
            CsvTable.read(in, OFFERS_HEADER, rows::add);
        }
        for (final List<String> row : rows) {
            reader.onOfferRow(row);
        }
        final DemoPeople people = DemoPeople.of(reader.stores);
        return new DemoBrand(
                reader.nameZh,
                reader.nameEn,
                reader.room,
                reader.stores,
                people.guides(),
                people.groups(),
                reader.offers,
                TIP);
    }

    private void onBrandRow(final List<String> row) {
        final String zh = row.get(2);
        final String en = row.get(3);
        switch (row.get(0)) {
            case "brand" -> {
                nameZh = zh;
                nameEn = en;
            }
            case "room" -> room = new DemoBrand.Room(Long.parseLong(row.get(1)), zh, en);
            default -> throw new IllegalArgumentException("brand.csv: unknown kind " + row.get(0));
        }
    }

    private void onStoreRow(final List<String> row) {
        stores.add(new DemoBrand.Store(
                Long.parseLong(row.get(0)),
                row.get(1),
                row.get(2),
                Integer.parseInt(row.get(3)),
                Integer.parseInt(row.get(4))));
    }

    private void onItemRow(final List<String> row) {
        catalogue.put(Long.parseLong(row.get(0)), new CatalogueItem(row.get(1), Long.parseLong(row.get(2))));
    }

    private void onOfferRow(final List<String> row) throws IOException {
        final long item = Long.parseLong(row.get(1));
        final CatalogueItem known = catalogue.get(item);
        if (known == null) {
            throw new IOException("offers.csv: the catalogue has no item " + item);
        }
        offers.add(new DemoOffer(
                Long.parseLong(row.get(0)),
                item,
                row.get(2),
                known.title(),
                row.get(3),
                row.get(4),
                known.priceFen(),
                Long.parseLong(row.get(5)),
                Integer.parseInt(row.get(6)),
                Integer.parseInt(row.get(7)),
                Integer.parseInt(row.get(8)),
                Integer.parseInt(row.get(9)),
                Long.parseLong(row.get(10))));
    }

    private record CatalogueItem(String title, long priceFen) {}
}
