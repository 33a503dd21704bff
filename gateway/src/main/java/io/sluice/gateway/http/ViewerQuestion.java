package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.FindViewerEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.ViewerPictureDecoder;
import io.sluice.gateway.link.Reply;

/** Asks the core who a viewer belongs to, and reads its answer. One event loop's. */
final class ViewerQuestion {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ViewerPictureDecoder picture = new ViewerPictureDecoder();

    static CommandWriter of(final long viewer) {
        return (buffer, offset) -> {
            final FindViewerEncoder encoder = new FindViewerEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .viewer(viewer);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        };
    }

    /** The answer; valid until the next one, its trail yet to be read. */
    ViewerPictureDecoder read(final Reply reply) {
        return picture.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
    }

    /** Writes when the binding to a guide ends, or ended; nothing for one that is for good, or for none. */
    static void writeBoundUntil(final JsonWriter json, final ViewerPictureDecoder picture) {
        if (picture.guide() != 0 && picture.boundUntilMs() != Long.MAX_VALUE) {
            json.name("boundUntil").time(picture.boundUntilMs());
        }
    }

    /** Writes who invited the viewer, and who invited that one, and so on; reads the picture to its end. */
    static void writeTrail(final JsonWriter json, final ViewerPictureDecoder picture) {
        OrderAnswerWriter.writeId(json, "inviter", picture.inviter());
        OrderAnswerWriter.writeId(json, "invitedSequence", picture.invitedAt());
        json.name("invited").value(picture.invited());
        json.name("more").value(picture.more() != 0);
        json.name("trail").beginArray();
        for (final ViewerPictureDecoder.TrailDecoder hand : picture.trail()) {
            json.beginObject().name("viewer").value(hand.inviter());
            OrderAnswerWriter.writeId(json, "invitedSequence", hand.invitedAt());
            json.endObject();
        }
        json.endArray();
    }
}
