package io.sluice.engine.sim;

import io.sluice.engine.core.naive.Command;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.codec.AwardPointsEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutPackEncoder;
import io.sluice.engine.protocol.codec.PutPointRuleEncoder;
import org.agrona.MutableDirectBuffer;

/** Encodes what is asked of packs and points; a reason that is none gets a code that none has. */
final class PointCommandEncoder {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final short NO_CODE = 200;

    private PointCommandEncoder() {}

    /** Encodes to the buffer's beginning; answers the bytes written, 0 when the command is about none of these. */
    static int encode(final Command command, final MutableDirectBuffer buffer) {
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        if (command instanceof Command.PutPack pack) {
            final PutPackEncoder encoder = new PutPackEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1).offer(pack.offer()).campaign(pack.campaign()).units(pack.units());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.PutPointRule rule) {
            final PutPointRuleEncoder encoder = new PutPointRuleEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1)
                    .reason(codeOf(rule.reason()))
                    .points(rule.points())
                    .dailyCap(rule.dailyCap())
                    .validMs(rule.validMs());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.AwardPoints award) {
            final AwardPointsEncoder encoder = new AwardPointsEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1)
                    .viewer(award.viewer())
                    .reason(codeOf(award.reason()))
                    .key(award.key());
            return HEADER + encoder.encodedLength();
        }
        return 0;
    }

    private static short codeOf(final PointReason reason) {
        return reason == null ? NO_CODE : reason.code();
    }
}
