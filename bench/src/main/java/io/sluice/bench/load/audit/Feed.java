package io.sluice.bench.load.audit;

import java.io.IOException;
import java.util.function.Consumer;

/** Where the journal's events come from. */
@FunctionalInterface
public interface Feed {
    /**
     * Gives out the events from a record on to the end that the journal has by now, one JSON object each, without keeping any.
     *
     * @param from   number of the first record, 1 or more.
     * @param lines  takes them, on the calling thread.
     * @throws IOException when it ends before its end; what was given out until then stands.
     */
    void read(long from, Consumer<String> lines) throws IOException;
}
