package io.sluice.engine;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.ChangeLimitsEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import org.agrona.MutableDirectBuffer;

/** Writes a ChangeLimits command. */
record LimitsWriter(CoreLimits limits) implements CommandWriter {
    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        final ChangeLimitsEncoder command =
                new ChangeLimitsEncoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder());
        command.maxRooms(limits.maxRooms())
                .maxItems(limits.maxItems())
                .maxOffers(limits.maxOffers())
                .maxOrders(limits.maxOrders())
                .maxKeys(limits.maxKeys())
                .keyRetentionMs(limits.keyRetentionMs())
                .maxViewerOffers(limits.maxViewerOffers())
                .maxMutes(limits.maxMutes())
                .maxRefusedKeys(limits.maxRefusedKeys())
                .maxViewers(limits.maxViewers())
                .maxWriteOff(limits.maxWriteOff());
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
