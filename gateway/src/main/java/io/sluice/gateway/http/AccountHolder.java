package io.sluice.gateway.http;

import io.sluice.engine.view.AccountKind;
import java.util.Locale;

/**
 * Whose account it is.
 *
 * @param kind  what it is the account of.
 * @param id    the store, guide or viewer.
 * @param name  what the brand calls it now; null when it has no name.
 * @param own   whether it is the asker's own, which is there also when nothing was ever posted to it.
 */
record AccountHolder(AccountKind kind, long id, String name, boolean own) {
    /** Writes it as the contract's schema Account. */
    void write(final JsonWriter json) {
        json.beginObject().name("kind").value(kind.name());
        json.name("id").value(id);
        if (name != null) {
            json.name("name").value(name);
        }
        json.endObject();
    }

    /** What begins the name of a file about it. */
    String fileName() {
        return kind.name().toLowerCase(Locale.ROOT) + '-' + id;
    }
}
