package io.sluice.engine.view;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.BlockWordDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.HostRoomDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.PutAttributionPolicyDecoder;
import io.sluice.engine.protocol.codec.PutCommissionPlanDecoder;
import io.sluice.engine.protocol.codec.PutGroupDecoder;
import io.sluice.engine.protocol.codec.PutGuideDecoder;
import io.sluice.engine.protocol.codec.PutPointRuleDecoder;
import io.sluice.engine.protocol.codec.PutStoreDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The brand's stores, guides and groups: what they are called and how they belong together, who hosts which room, how
 * orders are attributed, and who earns of them. It begins empty or is loaded from the state of a snapshot, and from there on
 * is moved by records only. It grows with the brand, which the core bounds.
 *
 * <p>One thread moves it; any thread reads. Each store, guide, group, host and policy is read whole, as of one record.
 */
public final class BrandBoard {
    private final Map<Long, StoreView> stores = new ConcurrentHashMap<>();
    private final Map<Long, GuideView> guides = new ConcurrentHashMap<>();
    private final Map<Long, GroupView> groups = new ConcurrentHashMap<>();
    private final Map<Long, HostView> hosts = new ConcurrentHashMap<>();
    /** Guides by who they are as viewers, ascending: the same ones after a restart, whoever was put first. */
    private final Map<Long, List<Long>> guidesByViewer = new ConcurrentHashMap<>();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PutStoreDecoder putStore = new PutStoreDecoder();
    private final PutGuideDecoder putGuide = new PutGuideDecoder();
    private final PutGroupDecoder putGroup = new PutGroupDecoder();
    private final PutAttributionPolicyDecoder putPolicy = new PutAttributionPolicyDecoder();
    private final HostRoomDecoder hostRoom = new HostRoomDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();
    private final CampaignBoard campaigns = new CampaignBoard();
    private final PlanBoard plans = new PlanBoard();
    private final PointBoard points = new PointBoard();
    private final WordBoard words = new WordBoard();
    private volatile PolicyView policy = PolicyView.NONE;

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

    /** Who hosts a room; null when nobody was ever named for it. */
    public HostView host(final long room) {
        return hosts.get(room);
    }

    /** How orders are attributed now. */
    public PolicyView policy() {
        return policy;
    }

    /** Its coupon campaigns and prepaid packs. */
    public CampaignBoard campaigns() {
        return campaigns;
    }

    /** Who earns what. */
    public PlanBoard plans() {
        return plans;
    }

    /** What brings points. */
    public PointBoard points() {
        return points;
    }

    /** What may not be said in its rooms. */
    public WordBoard words() {
        return words;
    }

    /** Moves the board by a record; one that is about nothing of it changes nothing. */
    public void apply(final RecordFlyweight record) {
        campaigns.apply(record);
        switch (record.commandType()) {
            case PutStoreDecoder.TEMPLATE_ID,
                    PutGuideDecoder.TEMPLATE_ID,
                    PutGroupDecoder.TEMPLATE_ID,
                    PutAttributionPolicyDecoder.TEMPLATE_ID,
                    PutCommissionPlanDecoder.TEMPLATE_ID,
                    PutPointRuleDecoder.TEMPLATE_ID,
                    BlockWordDecoder.TEMPLATE_ID,
                    HostRoomDecoder.TEMPLATE_ID -> {
                if (record.outcome() == Outcome.ACCEPTED) {
                    put(record);
                }
            }
            default -> {
                // Nothing else changes them.
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

    /** Overwrites who hosts a room. */
    public void load(final long room, final HostView host) {
        hosts.put(room, host);
    }

    /** Overwrites how orders are attributed. */
    public void load(final PolicyView newPolicy) {
        policy = newPolicy;
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
            case PutGroupDecoder.TEMPLATE_ID -> {
                putGroup.wrapAndApplyHeader(record.buffer(), at, header);
                final long store = putGroup.store();
                load(new GroupView(putGroup.group(), putGroup.name(), store, putGroup.guide(), putGroup.owner()));
            }
            case HostRoomDecoder.TEMPLATE_ID -> {
                hostRoom.wrapAndApplyHeader(record.buffer(), at, header);
                load(hostRoom.room(), new HostView(hostStore(), hostRoom.guide()));
            }
            case PutCommissionPlanDecoder.TEMPLATE_ID -> plans.put(record);
            case PutPointRuleDecoder.TEMPLATE_ID -> points.put(record);
            case BlockWordDecoder.TEMPLATE_ID -> words.put(record);
            default -> putPolicy(record);
        }
    }

    /** As the core has it: a guide named without a store hosts for what is the home store now. */
    private long hostStore() {
        return hostRoom.store() == 0 && hostRoom.guide() != 0
                ? guides.get(hostRoom.guide()).stores().get(0)
                : hostRoom.store();
    }

    private void putPolicy(final RecordFlyweight record) {
        putPolicy.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        final BindingMode binding = BindingMode.ofCode(putPolicy.binding());
        final long bindingMs = putPolicy.bindingMs();
        final long touchWindowMs = putPolicy.touchWindowMs();
        final List<AttributionRule> rules = new ArrayList<>();
        putPolicy.rules().forEach(rule -> rules.add(AttributionRule.ofCode(rule.rule())));
        decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        load(new PolicyView((int) decision.detail(), rules, binding, bindingMs, touchWindowMs));
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
