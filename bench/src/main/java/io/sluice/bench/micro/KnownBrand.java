package io.sluice.bench.micro;

import io.sluice.engine.core.Ascii;
import io.sluice.engine.core.CampaignTerms;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.GuideRequest;
import io.sluice.engine.core.PlanRequest;
import io.sluice.engine.core.PolicyRequest;
import io.sluice.engine.core.ViewersRequest;
import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.ProtocolLimits;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A brand of 1,000 stores, 10,000 guides, 20,000 groups and 5 million known viewers. */
final class KnownBrand {
    static final int VIEWERS = 5_000_000;
    static final int OFFERS = 500;
    static final long DISCOUNT_FEN = 500;
    private static final long CAMPAIGN = 1;
    private static final int NOWHERE = ProtocolLimits.NO_POSITION;
    private static final int STORES = 1_000;
    private static final int GUIDES = 10_000;
    private static final int GROUPS = 20_000;
    private static final byte[] NAME = "name".getBytes(StandardCharsets.UTF_8);
    private static final long FIRST_GUIDE_AS_VIEWER = 1L << 40;

    private KnownBrand() {}

    /** Puts the brand into a core; {@code decisions} begins the decision on each command. */
    static void found(final FlashCore core, final Supplier<Decision> decisions) {
        for (int store = 1; store <= STORES; store++) {
            final Decision decision = decisions.get();
            core.putStore(store, ProtocolLimits.NO_POSITION, ProtocolLimits.NO_POSITION, NAME, decision);
            check(decision);
        }
        final GuideRequest guide = new GuideRequest();
        for (int id = 1; id <= GUIDES; id++) {
            final Decision decision = decisions.get();
            core.putGuide(
                    guide.set(id, FIRST_GUIDE_AS_VIEWER + id, 1)
                            .addStore(storeOf(id))
                            .name(NAME),
                    decision);
            check(decision);
        }
        for (int group = 1; group <= GROUPS; group++) {
            final Decision decision = decisions.get();
            core.putGroup(group, storeOf(guideOf(group)), guideOf(group), 0, NAME, decision);
            check(decision);
        }
        final Decision decision = decisions.get();
        core.putAttributionPolicy(policy(), decision);
        check(decision);
        putViewers(core, decisions);
    }

    /** Puts a plan that pays everybody, and a campaign of coupons for everything. */
    static void sell(final FlashCore core, final Supplier<Decision> decisions) {
        final PlanRequest plan = new PlanRequest().set(PlanScope.BRAND, 0, TimeUnit.DAYS.toMillis(7));
        Payee.ALL.forEach(payee -> plan.addShare(payee.code(), 100 * payee.code(), 0, 0));
        final Decision planned = decisions.get();
        core.putCommissionPlan(plan, planned);
        check(planned);
        final CampaignTerms terms = new CampaignTerms()
                .discount(DISCOUNT_FEN, 0, 0, FlashRule.ON_TOP, false)
                .supply(Long.MAX_VALUE, ProtocolLimits.MAX_COUPONS_OF_CAMPAIGN, ProtocolLimits.MAX_COUPONS_PER_VIEWER)
                .claims(0, Long.MAX_VALUE, TimeUnit.DAYS.toMillis(30), false);
        final Decision put = decisions.get();
        core.coupons().putCampaign(CAMPAIGN, terms, NAME, put);
        check(put);
    }

    /** Claims a coupon, the next in number; {@code key} has not been used for one before. */
    static void claim(final FlashCore core, final long viewer, final long key, final Decision decision) {
        final Ascii ascii = new Ascii(ProtocolLimits.MAX_KEY_BYTES);
        ascii.set(Long.toString(key));
        core.coupons().claim(viewer, CAMPAIGN, NOWHERE, NOWHERE, ascii, decision);
        check(decision);
    }

    /** What a viewer takes in a core that has set nothing aside, indexes and what tables have to spare included. */
    static long bytesAViewer() {
        final Decision decision = new Decision();
        final long before = bytesInUse();
        final FlashCore core = new FlashCore(CoreReserves.NONE);
        try {
            found(core, () -> decision.begin(decision.sequence() + 1, 1_000));
            return (bytesInUse() - before) / VIEWERS;
        } finally {
            Reference.reachabilityFence(core);
        }
    }

    /** On the heap, once nothing there is garbage, and outside of it. */
    private static long bytesInUse() {
        System.gc();
        final long outside = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + outside;
    }

    /** A guide for a number. */
    static long guideOf(final long number) {
        return 1 + number % GUIDES;
    }

    private static long storeOf(final long guide) {
        return 1 + guide % STORES;
    }

    private static PolicyRequest policy() {
        return new PolicyRequest()
                .set(BindingMode.LAST_TOUCH, TimeUnit.DAYS.toMillis(30), TimeUnit.DAYS.toMillis(3))
                .addRule(AttributionRule.CARRIED.code())
                .addRule(AttributionRule.GUIDE_BINDING.code())
                .addRule(AttributionRule.GROUP.code())
                .addRule(AttributionRule.LAST_TOUCH.code())
                .addRule(AttributionRule.ROOM_HOST.code());
    }

    private static void putViewers(final FlashCore core, final Supplier<Decision> decisions) {
        final ViewersRequest request = new ViewersRequest();
        for (long first = 1; first <= VIEWERS; first += ProtocolLimits.MAX_VIEWERS_A_COMMAND) {
            request.clear();
            for (long viewer = first; viewer < first + ProtocolLimits.MAX_VIEWERS_A_COMMAND; viewer++) {
                request.add(
                        viewer,
                        1,
                        viewer % 3 == 0 ? guideOf(viewer) : 0,
                        viewer % 3 == 1 ? 1 + viewer % GROUPS : 0,
                        viewer % 2 == 0 ? viewer / 2 : 0);
            }
            final Decision decision = decisions.get();
            core.putViewers(request, decision);
            check(decision);
        }
    }

    private static void check(final Decision decision) {
        if (decision.outcome() != Outcome.ACCEPTED) {
            throw new IllegalStateException("sequence=" + decision.sequence() + " outcome=" + decision.outcome());
        }
    }
}
