package io.sluice.gateway.imports;

import org.agrona.collections.LongArrayList;
import org.agrona.collections.LongHashSet;

/**
 * Looks at the viewers of a file over what the core has of them. The core is asked for each of them while the file is read,
 * and then for those inviters who are not in the file, for theirs, and so on until nobody new is named. One thread.
 */
final class ViewersCheck implements ViewerAnswer {
    private final InviterGraph graph;
    private final ImportMode mode;
    private final ImportErrors errors;
    private final ViewerLookup lookup;
    private final LongHashSet asked = new LongHashSet();
    private LongArrayList named = new LongArrayList();

    ViewersCheck(final ImportMode mode, final SeenIds seen, final ImportErrors errors, final ViewerLookup lookup) {
        graph = new InviterGraph(seen, errors);
        this.mode = mode;
        this.errors = errors;
        this.lookup = lookup;
    }

    /** Takes the viewer of a line that is right by itself. */
    void add(final long line, final long viewer, final long inviter) throws InterruptedException {
        graph.add(line, inviter);
        lookup.ask(viewer, this);
    }

    @Override
    public void onViewer(final long viewer, final long inviter, final boolean isKnown) {
        if (graph.addCore(viewer, inviter, isKnown)) {
            named.addLong(inviter);
        }
    }

    /** Tells what the core would refuse, once the file is read. */
    void tell() throws InterruptedException {
        if (errors.isUnreadable()) {
            // Nothing to tell; but the lane is the next list's.
            lookup.await();
            return;
        }
        final ImportFault whyNot = askForInviters();
        if (whyNot != null) {
            errors.addUnreadable(
                    0, null, whyNot, "The engine did not say what it has of these viewers; nothing was applied.");
            return;
        }
        new InviterCircles(graph).tell(errors);
        new InviterTrails(graph, errors).tell();
        new ViewerRoom(graph, mode).tell(lookup.room(), errors);
    }

    private ImportFault askForInviters() throws InterruptedException {
        for (int line = 1; line < graph.end(); line++) {
            askFor(graph.inviter(line));
        }
        ImportFault whyNot = lookup.await();
        while (whyNot == null && !named.isEmpty()) {
            final LongArrayList round = named;
            named = new LongArrayList();
            for (int i = 0; i < round.size(); i++) {
                askFor(round.getLong(i));
            }
            whyNot = lookup.await();
        }
        return whyNot;
    }

    private void askFor(final long inviter) throws InterruptedException {
        if (inviter != 0 && graph.lineOf(inviter) == 0 && asked.add(SeenIds.spread(inviter))) {
            lookup.ask(inviter, this);
        }
    }
}
