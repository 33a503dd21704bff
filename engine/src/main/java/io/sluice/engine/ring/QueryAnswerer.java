package io.sluice.engine.ring;

import io.sluice.engine.core.CouponPage;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.InviterPage;
import io.sluice.engine.core.PlacePage;
import io.sluice.engine.core.PointPage;
import io.sluice.engine.core.ViewerPicture;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.CouponPageEncoder;
import io.sluice.engine.protocol.codec.FindCouponsDecoder;
import io.sluice.engine.protocol.codec.FindInvitersDecoder;
import io.sluice.engine.protocol.codec.FindOrderDecoder;
import io.sluice.engine.protocol.codec.FindOrdersDecoder;
import io.sluice.engine.protocol.codec.FindPlacesDecoder;
import io.sluice.engine.protocol.codec.FindPointsDecoder;
import io.sluice.engine.protocol.codec.FindProposalsDecoder;
import io.sluice.engine.protocol.codec.FindViewerDecoder;
import io.sluice.engine.protocol.codec.InvitersEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.OrderPageEncoder;
import io.sluice.engine.protocol.codec.PointPageEncoder;
import io.sluice.engine.protocol.codec.ViewerPictureEncoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** Answers queries from the core's state, on the core thread, in turn with the commands. Changes nothing. */
final class QueryAnswerer {
    private static final int MAX_PICTURE_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH
            + ViewerPictureEncoder.BLOCK_LENGTH
            + ViewerPictureEncoder.TrailEncoder.HEADER_SIZE
            + ProtocolLimits.MAX_TRAIL * ViewerPictureEncoder.TrailEncoder.sbeBlockLength();

    private static final int MAX_INVITERS_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH
            + InvitersEncoder.BLOCK_LENGTH
            + InvitersEncoder.ViewersEncoder.HEADER_SIZE
            + ProtocolLimits.MAX_VIEWERS_A_QUERY * InvitersEncoder.ViewersEncoder.sbeBlockLength();

    private static final int MAX_COUPONS_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH
            + CouponPageEncoder.BLOCK_LENGTH
            + CouponPageEncoder.CouponsEncoder.HEADER_SIZE
            + ProtocolLimits.MAX_COUPON_PAGE * CouponPageEncoder.CouponsEncoder.sbeBlockLength();

    private static final int MAX_POINTS_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH
            + PointPageEncoder.BLOCK_LENGTH
            + PointPageEncoder.MovesEncoder.HEADER_SIZE
            + ProtocolLimits.MAX_POINT_PAGE * PointPageEncoder.MovesEncoder.sbeBlockLength();

    private final FlashCore core;
    private final Decision decision = new Decision();
    private final DecisionWriter writer = new DecisionWriter();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final FindOrderDecoder findOrder = new FindOrderDecoder();
    private final FindOrdersDecoder findOrders = new FindOrdersDecoder();
    private final FindViewerDecoder findViewer = new FindViewerDecoder();
    private final OrderPageEncoder page = new OrderPageEncoder();
    private final ViewerPicture viewer = new ViewerPicture();
    private final ViewerPictureEncoder viewerPicture = new ViewerPictureEncoder();
    private final FindInvitersDecoder findInviters = new FindInvitersDecoder();
    private final InviterPage inviterPage = new InviterPage();
    private final InvitersEncoder inviters = new InvitersEncoder();

    private final FindCouponsDecoder findCoupons = new FindCouponsDecoder();
    private final CouponPage couponPage = new CouponPage();
    private final CouponPageEncoder coupons = new CouponPageEncoder();

    private final FindPointsDecoder findPoints = new FindPointsDecoder();
    private final PointPage pointPage = new PointPage();
    private final PointPageEncoder points = new PointPageEncoder();

    private final FindPlacesDecoder findPlaces = new FindPlacesDecoder();
    private final PlacePage placePage = PlacePage.ofAnswer();
    private final PlaceWriter places = new PlaceWriter();
    private final ProposalWriter proposals = new ProposalWriter();

    QueryAnswerer(final FlashCore core) {
        this.core = core;
    }

    /**
     * Writes the answer to the query at {@code queryOffset} behind it.
     *
     * @return bytes of the answer; 0 when there is nothing to answer.
     */
    int answer(final MutableDirectBuffer buffer, final int queryOffset, final int answerOffset, final long timeMs) {
        header.wrap(buffer, queryOffset);
        decision.begin(0, timeMs);
        if (answerOffset + longestAnswer(header.templateId()) > buffer.capacity()) {
            return 0;
        }
        return switch (header.templateId()) {
            case FindOrderDecoder.TEMPLATE_ID -> answerOrder(buffer, queryOffset, answerOffset);
            case FindOrdersDecoder.TEMPLATE_ID -> answerOrders(buffer, queryOffset, answerOffset);
            case FindViewerDecoder.TEMPLATE_ID -> answerViewer(buffer, queryOffset, answerOffset);
            case FindInvitersDecoder.TEMPLATE_ID -> answerInviters(buffer, queryOffset, answerOffset);
            case FindCouponsDecoder.TEMPLATE_ID -> answerCoupons(buffer, queryOffset, answerOffset);
            case FindPointsDecoder.TEMPLATE_ID -> answerPoints(buffer, queryOffset, answerOffset);
            case FindPlacesDecoder.TEMPLATE_ID -> answerPlaces(buffer, queryOffset, answerOffset);
            case FindProposalsDecoder.TEMPLATE_ID -> proposals.write(core.stockChanges(), timeMs, buffer, answerOffset);
            default -> 0;
        };
    }

    /** What a slot has to have room for behind a query; as many orders as there is room for are answered. */
    private static int longestAnswer(final int templateId) {
        return switch (templateId) {
            case FindOrderDecoder.TEMPLATE_ID, FindOrdersDecoder.TEMPLATE_ID -> DecisionWriter.MAX_LENGTH;
            case FindViewerDecoder.TEMPLATE_ID -> MAX_PICTURE_LENGTH;
            case FindInvitersDecoder.TEMPLATE_ID -> MAX_INVITERS_LENGTH;
            case FindCouponsDecoder.TEMPLATE_ID -> MAX_COUPONS_LENGTH;
            case FindPointsDecoder.TEMPLATE_ID -> MAX_POINTS_LENGTH;
            case FindPlacesDecoder.TEMPLATE_ID -> PlaceWriter.PAGE_LENGTH;
            case FindProposalsDecoder.TEMPLATE_ID -> ProposalWriter.PAGE_LENGTH;
            default -> 0;
        };
    }

    private int answerOrder(final MutableDirectBuffer buffer, final int queryOffset, final int answerOffset) {
        findOrder.wrapAndApplyHeader(buffer, queryOffset, header);
        core.findOrder(findOrder.viewer(), findOrder.order(), decision);
        if (decision.outcome() == Outcome.FOUND) {
            core.showCommission(decision);
            core.packs().showVouchers(decision);
        }
        return writer.writeOrder(decision, buffer, answerOffset);
    }

    private int answerViewer(final MutableDirectBuffer buffer, final int queryOffset, final int answerOffset) {
        core.findViewer(
                findViewer.wrapAndApplyHeader(buffer, queryOffset, header).viewer(), viewer);
        viewerPicture
                .wrapAndApplyHeader(buffer, answerOffset, headerEncoder)
                .viewer(viewer.viewer())
                .memberSinceMs(viewer.memberSinceMs())
                .store(viewer.store())
                .guide(viewer.guide())
                .boundUntilMs(viewer.boundUntilMs())
                .boundAt(viewer.boundAt())
                .group(viewer.group())
                .joinedAt(viewer.joinedAt())
                .inviter(viewer.inviter())
                .invitedAt(viewer.invitedAt())
                .invited(viewer.invited())
                .touchAt(viewer.touchAt())
                .touchTimeMs(viewer.touchTimeMs())
                .touchKind((short) viewer.touchKind())
                .more((short) (viewer.hasMore() ? 1 : 0));
        final ViewerPictureEncoder.TrailEncoder trail = viewerPicture.trailCount(viewer.hands());
        for (int i = 0; i < viewer.hands(); i++) {
            trail.next().inviter(viewer.hand(i)).invitedAt(viewer.handInvitedAt(i));
        }
        return MessageHeaderEncoder.ENCODED_LENGTH + viewerPicture.encodedLength();
    }

    /** Read whole before the answer is written, which may lie where a query that lies about its length would go on. */
    private int answerInviters(final MutableDirectBuffer buffer, final int queryOffset, final int answerOffset) {
        findInviters.wrapAndApplyHeader(buffer, queryOffset, header);
        if (!isWhole(buffer, findInviters.limit(), answerOffset)) {
            return 0;
        }
        final FindInvitersDecoder.ViewersDecoder asked = findInviters.viewers();
        inviterPage.clear();
        while (asked.hasNext() && inviterPage.size() < ProtocolLimits.MAX_VIEWERS_A_QUERY) {
            inviterPage.add(asked.next().viewer());
        }
        core.findInviters(inviterPage);
        final InvitersEncoder.ViewersEncoder each = inviters.wrapAndApplyHeader(buffer, answerOffset, headerEncoder)
                .room(inviterPage.room())
                .viewersCount(inviterPage.size());
        for (int i = 0; i < inviterPage.size(); i++) {
            each.next().inviter(inviterPage.inviter(i)).known((short) (inviterPage.isKnown(i) ? 1 : 0));
        }
        return MessageHeaderEncoder.ENCODED_LENGTH + inviters.encodedLength();
    }

    /** Whether the query's group is what there is between its block and its end: the decoder trusts its lengths. */
    private static boolean isWhole(final DirectBuffer buffer, final int start, final int end) {
        final int entries = start + FindInvitersDecoder.ViewersDecoder.HEADER_SIZE;
        if (entries > end) {
            return false;
        }
        final int entryLength = buffer.getShort(start, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        final int count = buffer.getShort(start + Short.BYTES, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        return entryLength >= FindInvitersDecoder.ViewersDecoder.sbeBlockLength()
                && entries + (long) entryLength * count == end;
    }

    private int answerCoupons(final MutableDirectBuffer buffer, final int queryOffset, final int answerOffset) {
        findCoupons.wrapAndApplyHeader(buffer, queryOffset, header);
        couponPage.atMost(findCoupons.maximum());
        if (findCoupons.coupon() == 0) {
            core.coupons().show(findCoupons.viewer(), findCoupons.before(), couponPage);
        } else {
            core.coupons().showOne(findCoupons.viewer(), findCoupons.coupon(), couponPage);
        }
        final CouponPageEncoder.CouponsEncoder each = coupons.wrapAndApplyHeader(buffer, answerOffset, headerEncoder)
                .more((short) (couponPage.hasMore() ? 1 : 0))
                .couponsCount(couponPage.size());
        for (int i = 0; i < couponPage.size(); i++) {
            each.next()
                    .coupon(couponPage.number(i))
                    .campaign(couponPage.campaign(i))
                    .state(couponPage.state(i).code())
                    .claimedAt(couponPage.claimedAt(i))
                    .claimedAtMs(couponPage.claimedAtMs(i))
                    .expiresAtMs(couponPage.expiresAtMs(i))
                    .order(couponPage.order(i))
                    .byPosition((short) (couponPage.isByPosition(i) ? 1 : 0))
                    .discountFen(couponPage.discountFen(i))
                    .basisPoints(couponPage.basisPoints(i))
                    .minimumFen(couponPage.minimumFen(i));
        }
        return MessageHeaderEncoder.ENCODED_LENGTH + coupons.encodedLength();
    }

    private int answerPoints(final MutableDirectBuffer buffer, final int queryOffset, final int answerOffset) {
        findPoints.wrapAndApplyHeader(buffer, queryOffset, header);
        pointPage.atMost(findPoints.maximum());
        core.points().show(findPoints.viewer(), findPoints.before(), decision.timeMs(), pointPage);
        final PointPageEncoder.MovesEncoder each = points.wrapAndApplyHeader(buffer, answerOffset, headerEncoder)
                .balance(pointPage.balance())
                .more((short) (pointPage.hasMore() ? 1 : 0))
                .movesCount(pointPage.size());
        for (int i = 0; i < pointPage.size(); i++) {
            each.next()
                    .move(pointPage.number(i))
                    .reason(pointPage.reason(i).code())
                    .points(pointPage.points(i))
                    .timeMs(pointPage.timeMs(i))
                    .expiresAtMs(pointPage.expiresAtMs(i))
                    .record(pointPage.record(i))
                    .order(pointPage.order(i));
        }
        return MessageHeaderEncoder.ENCODED_LENGTH + points.encodedLength();
    }

    private int answerPlaces(final MutableDirectBuffer buffer, final int queryOffset, final int answerOffset) {
        findPlaces.wrapAndApplyHeader(buffer, queryOffset, header);
        core.waitingLines().show(findPlaces.viewer(), placePage);
        return places.writePage(placePage, buffer, answerOffset);
    }

    /** As many orders as were asked for and as surely fit the slot. */
    private int answerOrders(final MutableDirectBuffer buffer, final int queryOffset, final int answerOffset) {
        findOrders.wrapAndApplyHeader(buffer, queryOffset, header);
        final long viewer = findOrders.viewer();
        final int wanted = Math.min(findOrders.maximum(), ProtocolLimits.MAX_PAGE);
        final long before = findOrders.before() == 0 ? Long.MAX_VALUE : findOrders.before();
        page.wrapAndApplyHeader(buffer, answerOffset, headerEncoder);
        int end = answerOffset + MessageHeaderEncoder.ENCODED_LENGTH + OrderPageEncoder.BLOCK_LENGTH;
        int count = 0;
        long number = core.newestOrderBefore(viewer, before);
        while (number != 0 && count < wanted && end + DecisionWriter.MAX_LENGTH <= buffer.capacity()) {
            core.findOrder(viewer, number, decision.begin(0, decision.timeMs()));
            core.packs().showVouchers(decision);
            end += writer.writeOrder(decision, buffer, end);
            count++;
            number = core.newestOrderBefore(viewer, number);
        }
        page.count((short) count).more((short) (number != 0 ? 1 : 0));
        return end - answerOffset;
    }
}
