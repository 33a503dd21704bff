package io.sluice.bench.micro;

import io.sluice.engine.protocol.CommandWriter;

/** An endless stream of commands, one after the other. */
interface CommandStream extends CommandWriter {
    /** Steps to the next command; until then the same is written. */
    void advance();

    /** Commands so far. */
    long count();
}
