package io.sluice.gateway.imports;

import io.sluice.engine.protocol.Outcome;

/** Finds the lines for whose viewer or inviter the core has no room. One thread. */
final class ViewerRoom {
    private final InviterGraph graph;
    private final ImportMode mode;

    ViewerRoom(final InviterGraph graph, final ImportMode mode) {
        this.graph = graph;
        this.mode = mode;
    }

    /**
     * Tells of the first line that does not fit, and of the others where the lines that do are applied.
     *
     * @param room how many viewers more may become known.
     */
    void tell(final int room, final ImportErrors errors) {
        int left = room;
        for (int line = 1; line < graph.end(); line++) {
            final int more = graph.isApplied(line) ? newcomers(line) : 0;
            if (more <= left) {
                left -= more;
                know(line, more);
            } else {
                errors.add(
                        line,
                        null,
                        Outcome.CAPACITY.name(),
                        "The engine takes " + room + " viewers more, and the lines up to here are of more.");
                if (mode == ImportMode.ALL) {
                    return;
                }
            }
        }
    }

    private int newcomers(final int line) {
        final long inviter = graph.inviter(line);
        return (graph.isNew(line) ? 1 : 0) + (inviter != 0 && graph.isNew(inviter) ? 1 : 0);
    }

    private void know(final int line, final int more) {
        if (more > 0) {
            graph.makeKnown(line);
            if (graph.inviter(line) != 0) {
                graph.makeKnown(graph.inviter(line));
            }
        }
    }
}
