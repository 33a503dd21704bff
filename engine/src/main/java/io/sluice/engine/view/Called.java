package io.sluice.engine.view;

/** How sentences call people and places: by name and id, what has no name by its id alone. Any thread. */
final class Called {
    private Called() {}

    static String store(final long id, final BrandBoard board) {
        final StoreView store = board.store(id);
        return named(store == null ? null : store.name(), id);
    }

    static String guide(final long id, final BrandBoard board) {
        final GuideView guide = board.guide(id);
        return named(guide == null ? null : guide.name(), id);
    }

    static String group(final long id, final BrandBoard board) {
        final GroupView group = board.group(id);
        return named(group == null ? null : group.name(), id);
    }

    /** With what they are before it, but for a guide who is often called so by name already. */
    static String chinese(final String kind, final String name) {
        return name.startsWith(kind) ? name : kind + name;
    }

    private static String named(final String name, final long id) {
        return name == null ? Long.toString(id) : name + " (" + id + ")";
    }
}
