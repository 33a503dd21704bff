package io.sluice.gateway.imports;

import java.util.Arrays;
import java.util.BitSet;
import org.agrona.collections.Hashing;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.LongHashSet;

/**
 * Who invited whom: what the file's lines say, over what the core has. A viewer of the file is kept by the line. Where core
 * and file say the same, as they do for a file that is loaded again, that takes a bit. One thread.
 */
final class InviterGraph {
    private static final long NONE = 0;

    private final SeenIds seen;
    private final ImportErrors errors;
    /** By line. */
    private long[] inviters = new long[1024];

    private int end;
    /** Lines that were right by themselves. */
    private final BitSet added = new BitSet();
    /** Lines whose viewer has the line's inviter already. */
    private final BitSet same = new BitSet();
    /** Lines whose viewer is known already. */
    private final BitSet known = new BitSet();
    /** Who invited whom in the core, where the file does not say the same. */
    private final Long2LongHashMap others = new Long2LongHashMap(64, Hashing.DEFAULT_LOAD_FACTOR, NONE);
    /** Who is not in the file and not known. */
    private final LongHashSet newcomers = new LongHashSet();

    /**
     * A graph of nobody.
     *
     * @param seen    has the lines of the file's viewers.
     * @param errors  has the lines that will not be applied.
     */
    InviterGraph(final SeenIds seen, final ImportErrors errors) {
        this.seen = seen;
        this.errors = errors;
    }

    /** Notes who a line says was the inviter, 0 for nobody. */
    void add(final long line, final long inviter) {
        if (line >= inviters.length) {
            inviters = Arrays.copyOf(
                    inviters, (int) Math.min(CsvFile.MAX_LINES + 1L, Math.max(line + 1, inviters.length * 2L)));
        }
        inviters[(int) line] = inviter;
        added.set((int) line);
        end = (int) line + 1;
    }

    /** Notes what the core has of a viewer; whether it has an inviter whom the file does not say. */
    boolean addCore(final long viewer, final long inviter, final boolean isKnown) {
        final int line = lineOf(viewer);
        if (line == 0 && !isKnown) {
            newcomers.add(SeenIds.spread(viewer));
        }
        known.set(line, line != 0 && isKnown);
        same.set(line, line != 0 && inviters[line] == inviter);
        if (inviter == 0 || same.get(line)) {
            return false;
        }
        others.put(SeenIds.spread(viewer), inviter);
        return true;
    }

    /** One past the last line. */
    int end() {
        return end;
    }

    /** The line of a viewer, also when it will not be applied since; 0 for none. */
    int lineOf(final long viewer) {
        final int line = (int) seen.line(viewer);
        return added.get(line) ? line : 0;
    }

    /** Whether a line will be applied, for all that is known yet. */
    boolean isApplied(final int line) {
        return added.get(line) && !errors.has(line);
    }

    /** Who a line says was the inviter, 0 for nobody. */
    long inviter(final int line) {
        return inviters[line];
    }

    /** Who invited a viewer in the core, 0 for nobody; {@code line} is the viewer's, 0 for none. */
    long coreInviterOf(final long viewer, final int line) {
        return same.get(line) ? inviters[line] : others.get(SeenIds.spread(viewer));
    }

    /** Whether the viewer of a line has yet to become known. */
    boolean isNew(final int line) {
        return !known.get(line);
    }

    /** Whether a viewer, who may be of the file or not, has yet to become known. */
    boolean isNew(final long viewer) {
        final int line = lineOf(viewer);
        return line == 0 ? newcomers.contains(SeenIds.spread(viewer)) : isNew(line);
    }

    /** The viewer of a line becomes known. */
    void makeKnown(final int line) {
        known.set(line);
    }

    /** A viewer becomes known, who may be of the file or not. */
    void makeKnown(final long viewer) {
        final int line = lineOf(viewer);
        if (line == 0) {
            newcomers.remove(SeenIds.spread(viewer));
        } else {
            makeKnown(line);
        }
    }
}
