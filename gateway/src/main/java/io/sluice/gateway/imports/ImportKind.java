package io.sluice.gateway.imports;

import java.util.List;
import java.util.Locale;

/** What a file is a list of, and its columns; they stand in any order in a file. */
public enum ImportKind {
    /** Stores. */
    STORES("store", "name", "latitude_e6", "longitude_e6"),
    /** Shopping guides; their stores come before. */
    GUIDES("guide", "name", "stores", "viewer", "active"),
    /** Groups; their stores and guides come before. */
    GROUPS("group", "name", "store", "guide", "owner"),
    /** Who viewers belong to; guides and groups come before. */
    VIEWERS("viewer", "member_since", "guide", "group", "inviter");

    private final List<String> columns;

    ImportKind(final String... columns) {
        this.columns = List.of(columns);
    }

    /** The name in paths and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns, the id's first. */
    public List<String> columns() {
        return columns;
    }

    /** The kind of a label, null when there is none. */
    public static ImportKind ofLabel(final String label) {
        for (final ImportKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        return null;
    }
}
