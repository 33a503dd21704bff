package io.sluice.gateway.imports;

import io.sluice.engine.view.BrandBoard;

/** Reads the lines of one kind. It holds the line it read last, until the next. One thread. */
interface LineReader {
    /** Reads a line; tells what is wrong with it, in itself or with what it refers to. */
    void read(Fields fields);

    /** The id that the line is about. */
    long id();

    /** Who is said to have invited the one the line is about, 0 for nobody. */
    default long inviter() {
        return 0;
    }

    /**
     * Puts the line into a command.
     *
     * @param line where it begins in the file.
     * @return the command, when it is complete with this line; null while more lines go into it.
     */
    ImportCommand take(long line);

    /** The command that more lines would have gone into, null for none. */
    default ImportCommand rest() {
        return null;
    }

    /** How a kind is read. */
    static LineReader of(final ImportKind kind, final long actor, final BrandBoard brand) {
        return switch (kind) {
            case STORES -> new StoreLines(actor);
            case GUIDES -> new GuideLines(actor, brand);
            case GROUPS -> new GroupLines(actor, brand);
            case VIEWERS -> new ViewerLines(actor, brand);
        };
    }
}
