package io.sluice.gateway.imports;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutGuideEncoder;
import io.sluice.engine.view.BrandBoard;
import java.util.Arrays;

/** Lines of {@link ImportKind#GUIDES}. */
final class GuideLines implements LineReader {
    private static final int GUIDE = 0;
    private static final int NAME = 1;
    private static final int STORES = 2;
    private static final int VIEWER = 3;
    private static final int ACTIVE = 4;

    private final long actor;
    private final BrandBoard brand;
    private final long[] stores = new long[ProtocolLimits.MAX_STORES_OF_GUIDE];
    private int storeCount;
    private long guide;
    private byte[] name;
    private long viewer;
    private boolean active;

    GuideLines(final long actor, final BrandBoard brand) {
        this.actor = actor;
        this.brand = brand;
    }

    @Override
    public void read(final Fields fields) {
        guide = fields.id(GUIDE);
        name = fields.name(NAME);
        storeCount = fields.ids(STORES, stores);
        viewer = fields.idOrNone(VIEWER);
        active = fields.flag(ACTIVE);
        if (fields.isGood()) {
            checkStores(fields);
        }
    }

    private void checkStores(final Fields fields) {
        for (int i = 0; i < storeCount; i++) {
            if (brand.store(stores[i]) == null) {
                fields.refused(STORES, Outcome.STORE_UNKNOWN, "There is no store " + stores[i] + ".");
                return;
            }
            for (int before = 0; before < i; before++) {
                if (stores[before] == stores[i]) {
                    fields.wrong(STORES, ImportFault.STORES_INVALID, "Store " + stores[i] + " is named twice.");
                    return;
                }
            }
        }
    }

    @Override
    public long id() {
        return guide;
    }

    @Override
    public ImportCommand take(final long line) {
        final long id = guide;
        final byte[] utf8 = name;
        final long[] worksIn = Arrays.copyOf(stores, storeCount);
        final long asViewer = viewer;
        final short works = (short) (active ? 1 : 0);
        return new OneLineCommand(line, (buffer, offset) -> {
            final PutGuideEncoder encoder = new PutGuideEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .actor(actor)
                    .guide(id)
                    .viewer(asViewer)
                    .active(works);
            final PutGuideEncoder.StoresEncoder each = encoder.storesCount(worksIn.length);
            for (final long store : worksIn) {
                each.next().store(store);
            }
            encoder.putName(utf8, 0, utf8.length);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        });
    }
}
