package io.sluice.gateway.imports;

import io.sluice.engine.protocol.RecordHash;
import org.agrona.collections.Hashing;
import org.agrona.collections.Long2LongHashMap;

/** Which line of a file is about which id; about 27 bytes an id. One thread. */
final class SeenIds {
    private static final long NONE = 0;

    private final Long2LongHashMap lines = new Long2LongHashMap(64, Hashing.DEFAULT_LOAD_FACTOR, NONE);

    /** Notes the line of an id, unless a line before has it; that line then, else 0. */
    long add(final long id, final long line) {
        final long before = lines.putIfAbsent(spread(id), line);
        return before == NONE ? 0 : before;
    }

    /** The line of an id, 0 for none. */
    long line(final long id) {
        return lines.get(spread(id));
    }

    /** Another number for each id: many a system counts its ids in steps that a table of a power of two has no use for. */
    static long spread(final long id) {
        return RecordHash.avalanche(id);
    }
}
