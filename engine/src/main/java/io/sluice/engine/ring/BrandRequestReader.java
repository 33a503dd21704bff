package io.sluice.engine.ring;

import io.sluice.engine.core.GuideRequest;
import io.sluice.engine.core.PolicyRequest;
import io.sluice.engine.core.TouchRequest;
import io.sluice.engine.core.ViewersRequest;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.TouchKind;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.NoteTouchDecoder;
import io.sluice.engine.protocol.codec.PutAttributionPolicyDecoder;
import io.sluice.engine.protocol.codec.PutGroupDecoder;
import io.sluice.engine.protocol.codec.PutGuideDecoder;
import io.sluice.engine.protocol.codec.PutStoreDecoder;
import io.sluice.engine.protocol.codec.PutViewersDecoder;
import org.agrona.DirectBuffer;

/**
 * As {@link RequestReader}, of the commands about the brand's people and about who brought whom. What it returns is reused:
 * valid until the next read. One thread; allocates only names.
 */
final class BrandRequestReader {
    private final NoteTouchDecoder noteTouch = new NoteTouchDecoder();
    private final PutViewersDecoder putViewers = new PutViewersDecoder();
    private final PutStoreDecoder putStore = new PutStoreDecoder();
    private final PutGuideDecoder putGuide = new PutGuideDecoder();
    private final PutGroupDecoder putGroup = new PutGroupDecoder();
    private final PutAttributionPolicyDecoder putPolicy = new PutAttributionPolicyDecoder();
    private final TouchRequest touch = new TouchRequest();
    private final ViewersRequest viewers = new ViewersRequest();
    private final GuideRequest guide = new GuideRequest();
    private final PolicyRequest policy = new PolicyRequest();
    private byte[] name;

    TouchRequest touch(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        noteTouch.wrapAndApplyHeader(buffer, offset, header);
        touch.set(
                noteTouch.viewer(),
                TouchKind.ofCode(noteTouch.kind()),
                noteTouch.channel(),
                noteTouch.room(),
                noteTouch.offer());
        touch.touch().set(noteTouch.store(), noteTouch.guide(), noteTouch.group(), noteTouch.inviter());
        final int length = noteTouch.shareLength();
        touch.share().set(buffer, noteTouch.limit() + NoteTouchDecoder.shareHeaderLength(), length);
        return touch;
    }

    ViewersRequest viewers(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        putViewers.wrapAndApplyHeader(buffer, offset, header);
        viewers.clear();
        for (final PutViewersDecoder.ViewersDecoder entry = putViewers.viewers(); entry.hasNext(); ) {
            entry.next();
            viewers.add(entry.viewer(), entry.memberSinceMs(), entry.guide(), entry.group(), entry.inviter());
        }
        return viewers;
    }

    PutStoreDecoder store(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        putStore.wrapAndApplyHeader(buffer, offset, header);
        name = new byte[putStore.nameLength()];
        putStore.getName(name, 0, name.length);
        return putStore;
    }

    GuideRequest guide(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        putGuide.wrapAndApplyHeader(buffer, offset, header);
        guide.set(putGuide.guide(), putGuide.viewer(), putGuide.active());
        for (final PutGuideDecoder.StoresDecoder store = putGuide.stores(); store.hasNext(); ) {
            guide.addStore(store.next().store());
        }
        name = new byte[putGuide.nameLength()];
        putGuide.getName(name, 0, name.length);
        return guide.name(name);
    }

    PutGroupDecoder group(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        putGroup.wrapAndApplyHeader(buffer, offset, header);
        name = new byte[putGroup.nameLength()];
        putGroup.getName(name, 0, name.length);
        return putGroup;
    }

    PolicyRequest policy(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        putPolicy.wrapAndApplyHeader(buffer, offset, header);
        policy.set(BindingMode.ofCode(putPolicy.binding()), putPolicy.bindingMs(), putPolicy.touchWindowMs());
        for (final PutAttributionPolicyDecoder.RulesDecoder rule = putPolicy.rules(); rule.hasNext(); ) {
            policy.addRule(rule.next().rule());
        }
        return policy;
    }

    /** The name of the store or group read last. */
    byte[] name() {
        return name;
    }
}
