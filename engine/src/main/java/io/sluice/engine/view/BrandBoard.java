package io.sluice.engine.view;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.PutGroupDecoder;
import io.sluice.engine.protocol.codec.PutGuideDecoder;
import io.sluice.engine.protocol.codec.PutStoreDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The brand's stores, guides and groups: what they are called and how they belong together. It begins empty or is loaded
 * from the state of a snapshot, and from there on is moved by records only. It grows with the brand, which the core bounds.
 *
 * <p>One thread moves it; any thread reads. Each store, guide and group is read whole, as of one record.
 */
public final class BrandBoard {
    private final Map<Long, StoreView> stores = new ConcurrentHashMap<>();
    private final Map<Long, GuideView> guides = new ConcurrentHashMap<>();
    private final Map<Long, GroupView> groups = new ConcurrentHashMap<>();
    /** Guides by who they are as viewers, ascending: the same ones after a restart, whoever was put first. */
    private final Map<Long, List<Long>> guidesByViewer = new ConcurrentHashMap<>();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PutStoreDecoder putStore = new PutStoreDecoder();
    private final PutGuideDecoder putGuide = new PutGuideDecoder();
    private final PutGroupDecoder putGroup = new PutGroupDecoder();

    /** A store, null when there is none. */
    public StoreView store(final long id) {
        return stores.get(id);
    }

    /** A guide, null when there is none. */
    public GuideView guide(final long id) {
        return guides.get(id);
    }

    /** A group, null when there is none. */
    public GroupView group(final long id) {
        return groups.get(id);
    }

    /** The guide who is this viewer and works; of several the one of the least id, null when there is none. */
    public GuideView guideOfViewer(final long viewer) {
        for (final long id : guidesByViewer.getOrDefault(viewer, List.of())) {
            final GuideView guide = guides.get(id);
            if (guide.active() && guide.viewer() == viewer) {
                return guide;
            }
        }
        return null;
    }

    /** Moves the board by a record; one that puts no store, guide or group changes nothing. */
    public void apply(final RecordFlyweight record) {
        switch (record.commandType()) {
            case PutStoreDecoder.TEMPLATE_ID, PutGuideDecoder.TEMPLATE_ID, PutGroupDecoder.TEMPLATE_ID -> {
                if (record.outcome() == Outcome.ACCEPTED) {
                    put(record);
                }
            }
            default -> {
                // Nothing else names them.
            }
        }
    }

    /** Creates a store or overwrites what is known of it. */
    public void load(final StoreView store) {
        stores.put(store.id(), store);
    }

    /** Creates a guide or overwrites what is known of one. */
    public void load(final GuideView guide) {
        final GuideView before = guides.put(guide.id(), guide);
        if (before != null && before.viewer() != guide.viewer()) {
            guidesByViewer.computeIfPresent(before.viewer(), (viewer, ids) -> without(ids, guide.id()));
        }
        if (guide.viewer() != 0) {
            guidesByViewer.merge(guide.viewer(), List.of(guide.id()), BrandBoard::union);
        }
    }

    /** Creates a group or overwrites what is known of it. */
    public void load(final GroupView group) {
        groups.put(group.id(), group);
    }

    private void put(final RecordFlyweight record) {
        final int at = record.commandOffset();
        switch (record.commandType()) {
            case PutStoreDecoder.TEMPLATE_ID -> {
                putStore.wrapAndApplyHeader(record.buffer(), at, header);
                final int latitudeE6 = putStore.latitudeE6();
                load(new StoreView(putStore.store(), putStore.name(), latitudeE6, putStore.longitudeE6()));
            }
            case PutGuideDecoder.TEMPLATE_ID -> {
                putGuide.wrapAndApplyHeader(record.buffer(), at, header);
                final List<Long> worksIn = new ArrayList<>();
                putGuide.stores().forEach(store -> worksIn.add(store.store()));
                final boolean active = putGuide.active() != 0;
                load(new GuideView(putGuide.guide(), putGuide.name(), putGuide.viewer(), active, worksIn));
            }
            default -> {
                putGroup.wrapAndApplyHeader(record.buffer(), at, header);
                final long store = putGroup.store();
                load(new GroupView(putGroup.group(), putGroup.name(), store, putGroup.guide(), putGroup.owner()));
            }
        }
    }

    private static List<Long> union(final List<Long> ids, final List<Long> more) {
        final List<Long> all = new ArrayList<>(ids);
        more.stream().filter(id -> !ids.contains(id)).forEach(all::add);
        all.sort(null);
        return List.copyOf(all);
    }

    private static List<Long> without(final List<Long> ids, final long id) {
        final List<Long> rest = ids.stream().filter(each -> each != id).toList();
        return rest.isEmpty() ? null : rest;
    }
}
