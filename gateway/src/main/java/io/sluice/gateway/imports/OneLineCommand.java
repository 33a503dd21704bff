package io.sluice.gateway.imports;

import io.sluice.engine.protocol.CommandWriter;
import org.agrona.MutableDirectBuffer;

/**
 * A command that applies one line.
 *
 * @param number  where the line begins in the file.
 * @param writer  encodes the command.
 */
record OneLineCommand(long number, CommandWriter writer) implements ImportCommand {
    @Override
    public int size() {
        return 1;
    }

    @Override
    public long line(final int entry) {
        return number;
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        return writer.write(buffer, offset);
    }
}
