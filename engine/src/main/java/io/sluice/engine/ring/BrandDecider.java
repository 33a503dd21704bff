package io.sluice.engine.ring;

import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.codec.HostRoomDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.NoteTouchDecoder;
import io.sluice.engine.protocol.codec.PutAttributionPolicyDecoder;
import io.sluice.engine.protocol.codec.PutGroupDecoder;
import io.sluice.engine.protocol.codec.PutGuideDecoder;
import io.sluice.engine.protocol.codec.PutStoreDecoder;
import io.sluice.engine.protocol.codec.PutViewersDecoder;
import org.agrona.DirectBuffer;

/** Takes the commands about the brand's people, and about who brought whom, to the core. One thread. */
final class BrandDecider {
    private final FlashCore core;
    private final BrandRequestReader requests = new BrandRequestReader();
    private final HostRoomDecoder hostRoom = new HostRoomDecoder();

    BrandDecider(final FlashCore core) {
        this.core = core;
    }

    /** Decides the command that {@code header} was found before; false when it is none of these. */
    boolean decide(
            final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header, final Decision decision) {
        switch (header.templateId()) {
            case NoteTouchDecoder.TEMPLATE_ID -> core.noteTouch(requests.touch(buffer, offset, header), decision);
            case PutViewersDecoder.TEMPLATE_ID -> core.putViewers(requests.viewers(buffer, offset, header), decision);
            case PutGuideDecoder.TEMPLATE_ID -> core.putGuide(requests.guide(buffer, offset, header), decision);
            case PutAttributionPolicyDecoder.TEMPLATE_ID ->
                core.putAttributionPolicy(requests.policy(buffer, offset, header), decision);
            case HostRoomDecoder.TEMPLATE_ID -> {
                hostRoom.wrapAndApplyHeader(buffer, offset, header);
                core.hostRoom(hostRoom.room(), hostRoom.store(), hostRoom.guide(), decision);
            }
            default -> {
                return decideNamed(buffer, offset, header, decision);
            }
        }
        return true;
    }

    private boolean decideNamed(
            final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header, final Decision decision) {
        switch (header.templateId()) {
            case PutStoreDecoder.TEMPLATE_ID -> {
                final PutStoreDecoder store = requests.store(buffer, offset, header);
                core.putStore(store.store(), store.latitudeE6(), store.longitudeE6(), requests.name(), decision);
            }
            case PutGroupDecoder.TEMPLATE_ID -> {
                final PutGroupDecoder group = requests.group(buffer, offset, header);
                core.putGroup(group.group(), group.store(), group.guide(), group.owner(), requests.name(), decision);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
