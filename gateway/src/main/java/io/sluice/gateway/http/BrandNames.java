package io.sluice.gateway.http;

import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.GroupView;
import io.sluice.engine.view.GuideView;
import io.sluice.engine.view.StoreView;

/** Writes stores, guides and groups by id and name; what has no name by its id alone, and 0 not at all. Any thread. */
final class BrandNames {
    private BrandNames() {}

    static void store(final JsonWriter json, final BrandBoard board, final long id) {
        final StoreView store = board.store(id);
        write(json, "store", id, store == null ? null : store.name());
    }

    static void guide(final JsonWriter json, final BrandBoard board, final long id) {
        final GuideView guide = board.guide(id);
        write(json, "guide", id, guide == null ? null : guide.name());
    }

    static void group(final JsonWriter json, final BrandBoard board, final long id) {
        final GroupView group = board.group(id);
        write(json, "group", id, group == null ? null : group.name());
    }

    private static void write(final JsonWriter json, final String kind, final long id, final String name) {
        if (id == 0) {
            return;
        }
        json.name(kind).beginObject().name("id").value(id);
        if (name != null) {
            json.name("name").value(name);
        }
        json.endObject();
    }
}
