package io.sluice.engine.ring;

import io.sluice.engine.core.Ascii;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.PointRule;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.AwardPointsDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.PutPointRuleDecoder;
import org.agrona.DirectBuffer;

/** Takes the commands about points to the core. One thread. */
final class PointDecider {
    private final FlashCore core;
    private final PutPointRuleDecoder putRule = new PutPointRuleDecoder();
    private final AwardPointsDecoder award = new AwardPointsDecoder();
    private final Ascii key = new Ascii(ProtocolLimits.MAX_KEY_BYTES);

    PointDecider(final FlashCore core) {
        this.core = core;
    }

    /** Decides the command that {@code header} was found before; false when it is none of these. */
    boolean decide(
            final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header, final Decision decision) {
        switch (header.templateId()) {
            case PutPointRuleDecoder.TEMPLATE_ID -> {
                putRule.wrapAndApplyHeader(buffer, offset, header);
                final PointRule rule = new PointRule(putRule.points(), putRule.dailyCap(), putRule.validMs());
                core.points().putRule(PointReason.ofCode(putRule.reason()), rule, decision);
            }
            case AwardPointsDecoder.TEMPLATE_ID -> {
                award.wrapAndApplyHeader(buffer, offset, header);
                final int length = award.keyLength();
                key.set(buffer, award.limit() + AwardPointsDecoder.keyHeaderLength(), length);
                core.points().award(award.viewer(), PointReason.ofCode(award.reason()), key, decision);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
