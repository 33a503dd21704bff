package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.concurrent.UnsafeBuffer;

/** UTF-8 texts that the core keeps for others and never looks into. */
final class Text {
    static final byte[] EMPTY = new byte[0];

    private Text() {}

    static void save(final byte[] text, final StateOutput output) {
        output.putInt(text.length);
        output.putBytes(new UnsafeBuffer(text), 0, text.length);
    }

    static byte[] load(final StateInput input) {
        final int length = input.getInt();
        if (length < 0 || length > ProtocolLimits.MAX_URL_BYTES) {
            // Before memory is asked for that no text of ours ever took.
            throw new IllegalStateException("a text of " + length + " bytes");
        }
        final byte[] text = new byte[length];
        input.getBytes(new UnsafeBuffer(text), 0, text.length);
        return text;
    }
}
