package io.sluice.engine.sim;

import io.sluice.engine.core.naive.Command;
import io.sluice.engine.protocol.codec.FindViewerEncoder;
import io.sluice.engine.protocol.codec.HostRoomEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.NoteTouchEncoder;
import io.sluice.engine.protocol.codec.PutAttributionPolicyEncoder;
import io.sluice.engine.protocol.codec.PutGroupEncoder;
import io.sluice.engine.protocol.codec.PutGuideEncoder;
import io.sluice.engine.protocol.codec.PutStoreEncoder;
import io.sluice.engine.protocol.codec.PutViewersEncoder;
import org.agrona.MutableDirectBuffer;

/** Encodes what is asked of the brand's people and of who brought whom; an enum's value that is none gets a code that none has. */
final class BrandCommandEncoder {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final short NO_CODE = 200;

    private BrandCommandEncoder() {}

    /** Encodes to the buffer's beginning; answers the bytes written, 0 when the command is about none of these. */
    static int encode(final Command command, final MutableDirectBuffer buffer) {
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        if (command instanceof Command.NoteTouch touch) {
            return encode(touch, buffer);
        }
        if (command instanceof Command.PutViewers viewers) {
            return encode(viewers, buffer);
        }
        if (command instanceof Command.PutAttributionPolicy policy) {
            return encode(policy, buffer);
        }
        if (command instanceof Command.PutStore store) {
            final PutStoreEncoder encoder = new PutStoreEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1)
                    .store(store.store())
                    .latitudeE6(store.latitudeE6())
                    .longitudeE6(store.longitudeE6())
                    .name(store.name());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.PutGuide guide) {
            final PutGuideEncoder encoder = new PutGuideEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1).guide(guide.guide()).viewer(guide.viewer()).active((short) guide.active());
            final PutGuideEncoder.StoresEncoder stores =
                    encoder.storesCount(guide.stores().size());
            guide.stores().forEach(store -> stores.next().store(store));
            return HEADER + encoder.name(guide.name()).encodedLength();
        }
        if (command instanceof Command.PutGroup group) {
            final PutGroupEncoder encoder = new PutGroupEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1)
                    .group(group.group())
                    .store(group.store())
                    .guide(group.guide())
                    .owner(group.owner())
                    .name(group.name());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.HostRoom host) {
            final HostRoomEncoder encoder = new HostRoomEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1).room(host.room()).store(host.store()).guide(host.guide());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.FindViewer find) {
            final FindViewerEncoder encoder = new FindViewerEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER + encoder.viewer(find.viewer()).encodedLength();
        }
        return 0;
    }

    private static int encode(final Command.NoteTouch touch, final MutableDirectBuffer buffer) {
        final NoteTouchEncoder encoder =
                new NoteTouchEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        encoder.viewer(touch.viewer())
                .kind(touch.kind() == null ? NO_CODE : touch.kind().code())
                .channel(touch.channel())
                .room(touch.room())
                .offer(touch.offer())
                .store(touch.touch().store())
                .guide(touch.touch().guide())
                .group(touch.touch().group())
                .inviter(touch.touch().inviter())
                .share(touch.share());
        return HEADER + encoder.encodedLength();
    }

    private static int encode(final Command.PutViewers command, final MutableDirectBuffer buffer) {
        final PutViewersEncoder encoder =
                new PutViewersEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        final PutViewersEncoder.ViewersEncoder viewers =
                encoder.actor(1).viewersCount(command.viewers().size());
        command.viewers().forEach(entry -> viewers.next()
                .viewer(entry.viewer())
                .memberSinceMs(entry.memberSinceMs())
                .guide(entry.guide())
                .group(entry.group())
                .inviter(entry.inviter()));
        return HEADER + encoder.encodedLength();
    }

    private static int encode(final Command.PutAttributionPolicy policy, final MutableDirectBuffer buffer) {
        final PutAttributionPolicyEncoder encoder =
                new PutAttributionPolicyEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        encoder.actor(1)
                .binding(policy.binding() == null ? NO_CODE : policy.binding().code())
                .bindingMs(policy.bindingMs())
                .touchWindowMs(policy.touchWindowMs());
        final PutAttributionPolicyEncoder.RulesEncoder rules =
                encoder.rulesCount(policy.rules().size());
        policy.rules().forEach(rule -> rules.next().rule(rule.code()));
        return HEADER + encoder.encodedLength();
    }
}
