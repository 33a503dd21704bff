package io.sluice.gateway.imports;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutGroupEncoder;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.GuideView;

/** Lines of {@link ImportKind#GROUPS}. */
final class GroupLines implements LineReader {
    private static final int GROUP = 0;
    private static final int NAME = 1;
    private static final int STORE = 2;
    private static final int GUIDE = 3;
    private static final int OWNER = 4;

    private final long actor;
    private final BrandBoard brand;
    private long group;
    private byte[] name;
    private long store;
    private long guide;
    private long owner;

    GroupLines(final long actor, final BrandBoard brand) {
        this.actor = actor;
        this.brand = brand;
    }

    @Override
    public void read(final Fields fields) {
        group = fields.id(GROUP);
        name = fields.name(NAME);
        store = fields.id(STORE);
        guide = fields.id(GUIDE);
        owner = fields.idOrNone(OWNER);
        if (fields.isGood()) {
            checkPlace(fields);
        }
    }

    private void checkPlace(final Fields fields) {
        final GuideView known = brand.guide(guide);
        if (brand.store(store) == null) {
            fields.refused(STORE, Outcome.STORE_UNKNOWN, "There is no store " + store + ".");
        } else if (known == null) {
            fields.refused(GUIDE, Outcome.GUIDE_UNKNOWN, "There is no guide " + guide + ".");
        } else if (!known.worksIn(store)) {
            fields.refused(GUIDE, Outcome.GUIDE_ELSEWHERE, "Guide " + guide + " does not work in store " + store + ".");
        }
    }

    @Override
    public long id() {
        return group;
    }

    @Override
    public ImportCommand take(final long line) {
        final long id = group;
        final byte[] utf8 = name;
        final long inStore = store;
        final long byGuide = guide;
        final long ownedBy = owner;
        return new OneLineCommand(line, (buffer, offset) -> {
            final PutGroupEncoder encoder = new PutGroupEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .actor(actor)
                    .group(id)
                    .store(inStore)
                    .guide(byGuide)
                    .owner(ownedBy)
                    .putName(utf8, 0, utf8.length);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        });
    }
}
