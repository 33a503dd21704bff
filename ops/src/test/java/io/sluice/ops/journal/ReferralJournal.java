package io.sluice.ops.journal;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.TouchKind;
import io.sluice.engine.protocol.codec.AwardPointsEncoder;
import io.sluice.engine.protocol.codec.HostRoomEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.NoteTouchEncoder;
import io.sluice.engine.protocol.codec.PutAttributionPolicyEncoder;
import io.sluice.engine.protocol.codec.PutCommissionPlanEncoder;
import io.sluice.engine.protocol.codec.PutGroupEncoder;
import io.sluice.engine.protocol.codec.PutGuideEncoder;
import io.sluice.engine.protocol.codec.PutPointRuleEncoder;
import io.sluice.engine.protocol.codec.PutStoreEncoder;
import io.sluice.engine.protocol.codec.RefundOrderEncoder;
import java.nio.file.Path;
import org.agrona.MutableDirectBuffer;

/**
 * The sale of {@link SaleJournal}, 1 to 9, and a brand behind it: 10 a store, 11 a guide, 12 a group, 13 a policy, 14 the
 * room's host, 15 viewer 51 by the guide's code, 16 viewer 52 by viewer 51's code, 17 more stock, 18 to 20 orders of viewers
 * 51, 52 and 53: the orders 3 to 5. The third of them carries the group's code.
 */
final class ReferralJournal {
    static final long STORE = 3;
    static final long GUIDE = 12;
    static final long GROUP = 1_001;
    static final long LAST = 20;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final AttributionRule[] RULES = {
        AttributionRule.CARRIED, AttributionRule.GUIDE_BINDING, AttributionRule.ROOM_HOST
    };

    private ReferralJournal() {}

    /** All of it, of an engine that has stopped. */
    static void writeTo(final Path data) {
        try (SaleJournal sale = new SaleJournal(data)) {
            sale.sell();
            sale.offer(ReferralJournal::putStore);
            sale.offer(ReferralJournal::putGuide);
            sale.offer(ReferralJournal::putGroup);
            sale.offer(ReferralJournal::putPolicy);
            sale.offer(ReferralJournal::hostRoom);
            sale.offer((buffer, offset) -> touch(buffer, offset, 51, GUIDE, 0, "guide12"));
            sale.offer((buffer, offset) -> touch(buffer, offset, 52, 0, 51, "viewer51"));
            sale.restock(3);
            sale.order(51);
            sale.order(52);
            sale.order(53, GROUP, "group1001");
        }
    }

    /**
     * Behind it a plan, 21, by which the guide earns 5 % and the inviter a yuan a unit; 22 pays order 4; 23 refunds it.
     */
    static void earnIn(final Path data) {
        writeTo(data);
        try (SaleJournal sale = new SaleJournal(data)) {
            sale.offer(ReferralJournal::putPlan);
            sale.pay(4);
            sale.offer(ReferralJournal::refund);
        }
    }

    /** Behind it a rule, 21, by which a gift is seven points; 22 gives viewer 54 one. */
    static void awardIn(final Path data) {
        writeTo(data);
        try (SaleJournal sale = new SaleJournal(data)) {
            sale.offer(ReferralJournal::putRule);
            sale.offer(ReferralJournal::award);
        }
    }

    private static int putRule(final MutableDirectBuffer buffer, final int offset) {
        final PutPointRuleEncoder encoder = new PutPointRuleEncoder().wrapAndApplyHeader(buffer, offset, header());
        encoder.actor(1).reason(PointReason.GIFT.code()).points(7).dailyCap(0).validMs(0);
        return HEADER + encoder.encodedLength();
    }

    private static int award(final MutableDirectBuffer buffer, final int offset) {
        final AwardPointsEncoder encoder = new AwardPointsEncoder().wrapAndApplyHeader(buffer, offset, header());
        encoder.actor(1).viewer(54).reason(PointReason.GIFT.code()).key("gift");
        return HEADER + encoder.encodedLength();
    }

    private static int putPlan(final MutableDirectBuffer buffer, final int offset) {
        final PutCommissionPlanEncoder encoder =
                new PutCommissionPlanEncoder().wrapAndApplyHeader(buffer, offset, header());
        encoder.actor(1).scope(PlanScope.BRAND.code()).target(0).returnWindowMs(7 * 86_400_000L);
        encoder.sharesCount(2)
                .next()
                .payee(Payee.GUIDE.code())
                .basisPoints(500)
                .fixedFen(0)
                .capFen(0)
                .next()
                .payee(Payee.INVITER.code())
                .basisPoints(0)
                .fixedFen(100)
                .capFen(0);
        return HEADER + encoder.encodedLength();
    }

    private static int refund(final MutableDirectBuffer buffer, final int offset) {
        final RefundOrderEncoder encoder = new RefundOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
        encoder.actor(1).order(4).returned(ReturnedStock.RETURN.code()).linesCount(0);
        encoder.reference("back4");
        return HEADER + encoder.encodedLength();
    }

    private static int putStore(final MutableDirectBuffer buffer, final int offset) {
        final PutStoreEncoder encoder = new PutStoreEncoder().wrapAndApplyHeader(buffer, offset, header());
        encoder.actor(1).store(STORE).latitudeE6(31_235_200).longitudeE6(121_474_700);
        encoder.name("上海南京路店");
        return HEADER + encoder.encodedLength();
    }

    private static int putGuide(final MutableDirectBuffer buffer, final int offset) {
        final PutGuideEncoder encoder = new PutGuideEncoder().wrapAndApplyHeader(buffer, offset, header());
        encoder.actor(1).guide(GUIDE).viewer(0).active((short) 1);
        encoder.storesCount(1).next().store(STORE);
        encoder.name("导购 012");
        return HEADER + encoder.encodedLength();
    }

    private static int putGroup(final MutableDirectBuffer buffer, final int offset) {
        final PutGroupEncoder encoder = new PutGroupEncoder().wrapAndApplyHeader(buffer, offset, header());
        encoder.actor(1).group(GROUP).store(STORE).guide(GUIDE).owner(0);
        encoder.name("社群 0001");
        return HEADER + encoder.encodedLength();
    }

    private static int putPolicy(final MutableDirectBuffer buffer, final int offset) {
        final PutAttributionPolicyEncoder encoder =
                new PutAttributionPolicyEncoder().wrapAndApplyHeader(buffer, offset, header());
        encoder.actor(1).binding(BindingMode.LAST_TOUCH.code()).bindingMs(0).touchWindowMs(1_000);
        final PutAttributionPolicyEncoder.RulesEncoder rules = encoder.rulesCount(RULES.length);
        for (final AttributionRule rule : RULES) {
            rules.next().rule(rule.code());
        }
        return HEADER + encoder.encodedLength();
    }

    private static int hostRoom(final MutableDirectBuffer buffer, final int offset) {
        final HostRoomEncoder encoder = new HostRoomEncoder().wrapAndApplyHeader(buffer, offset, header());
        encoder.actor(1).room(SaleJournal.ROOM).store(STORE).guide(0);
        return HEADER + encoder.encodedLength();
    }

    private static int touch(
            final MutableDirectBuffer buffer,
            final int offset,
            final long viewer,
            final long guide,
            final long inviter,
            final String share) {
        final NoteTouchEncoder encoder = new NoteTouchEncoder().wrapAndApplyHeader(buffer, offset, header());
        encoder.viewer(viewer).kind(TouchKind.SHARE.code()).channel(0);
        encoder.room(0).offer(0).store(0).guide(guide).group(0).inviter(inviter);
        encoder.share(share);
        return HEADER + encoder.encodedLength();
    }

    private static MessageHeaderEncoder header() {
        return new MessageHeaderEncoder();
    }
}
