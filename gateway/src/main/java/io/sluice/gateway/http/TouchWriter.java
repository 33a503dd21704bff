package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.TouchKind;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.NoteTouchEncoder;
import io.sluice.gateway.share.ShareCode;
import org.agrona.MutableDirectBuffer;

/**
 * How a viewer came, as a command. Immutable.
 *
 * @param viewer  who came.
 * @param kind    by what.
 * @param code    what the way they came says.
 * @param share   the code's text, empty for none.
 */
record TouchWriter(long viewer, TouchKind kind, ShareCode code, String share) implements CommandWriter {
    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        final NoteTouchEncoder encoder = new NoteTouchEncoder()
                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                .viewer(viewer)
                .kind(kind.code())
                .channel(code.channel())
                .room(code.room())
                .offer(code.offer())
                .store(code.store())
                .guide(code.guide())
                .group(code.group())
                .inviter(code.inviter())
                .share(share);
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }
}
