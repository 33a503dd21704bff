package io.sluice.engine.view;

import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.PutCommissionPlanDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The commission plans, each as it was put last. It begins empty or is loaded from the state of a snapshot, and from there
 * on is moved by records only. The core bounds how many there are.
 *
 * <p>One thread moves it; any thread reads. Each plan is read whole; while it is changed a reader may see it twice, as it
 * was and as it is.
 */
public final class PlanBoard {
    private record Key(PlanScope scope, long target) {}

    /** By version, which every change makes greater. */
    private final NavigableMap<Integer, PlanView> plans = new ConcurrentSkipListMap<>();
    /** The moving thread's own. */
    private final Map<Key, Integer> versions = new HashMap<>();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PutCommissionPlanDecoder putPlan = new PutCommissionPlanDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();

    /**
     * Plans, changed last first.
     *
     * @param before  only those of a version below this one.
     * @param most    how many at most.
     */
    public List<PlanView> plansBefore(final int before, final int most) {
        return plans.headMap(before, false).descendingMap().values().stream()
                .limit(most)
                .toList();
    }

    /** Creates a plan or overwrites it. */
    public void load(final PlanView plan) {
        plans.put(plan.version(), plan);
        final Integer replaced = versions.put(new Key(plan.scope(), plan.target()), plan.version());
        if (replaced != null) {
            plans.remove(replaced);
        }
    }

    /** Takes a plan from the record of an accepted PutCommissionPlan. */
    void put(final RecordFlyweight record) {
        putPlan.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        final PlanScope scope = PlanScope.ofCode(putPlan.scope());
        final List<ShareView> shares = new ArrayList<>();
        putPlan.shares()
                .forEach(share -> shares.add(new ShareView(
                        Payee.ofCode(share.payee()), share.basisPoints(), share.fixedFen(), share.capFen())));
        decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        load(new PlanView((int) decision.detail(), scope, putPlan.target(), putPlan.returnWindowMs(), shares));
    }
}
