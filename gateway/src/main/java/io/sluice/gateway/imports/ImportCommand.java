package io.sluice.gateway.imports;

import io.sluice.engine.protocol.CommandWriter;

/** A command that applies one or several lines. */
interface ImportCommand extends CommandWriter {
    /** Lines it applies. */
    int size();

    /** Where the line of an entry begins in the file. */
    long line(int entry);

    /** A command of the same entries but one; null when there is no other. */
    default ImportCommand without(final int entry) {
        return null;
    }
}
