package io.sluice.engine.sim;

import io.sluice.engine.core.naive.ShownReview;
import io.sluice.engine.core.naive.Verdict;
import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.ReviewState;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.codec.CommissionDecoder;
import io.sluice.engine.protocol.codec.CouponPageDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.InvitersDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PlacePageDecoder;
import io.sluice.engine.protocol.codec.PointMovesDecoder;
import io.sluice.engine.protocol.codec.ReviewMovesDecoder;
import io.sluice.engine.protocol.codec.ViewerPictureDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** Reads a decision as a verdict; of stock, a decision says no more than what is left. One thread. */
final class VerdictReader {
    private static final int HEADER = MessageHeaderDecoder.ENCODED_LENGTH;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder plain = new DecisionDecoder();
    private final ViewerPictureDecoder viewer = new ViewerPictureDecoder();
    private final InvitersDecoder inviters = new InvitersDecoder();
    private final CouponPageDecoder coupons = new CouponPageDecoder();
    private final OrderDecisionDecoder order = new OrderDecisionDecoder();
    private final CommissionDecoder commission = new CommissionDecoder();
    private final PointMovesDecoder points = new PointMovesDecoder();
    private final ReviewMovesDecoder reviews = new ReviewMovesDecoder();
    private final PlaceReader places = new PlaceReader();

    /** The decision at {@code offset} of the record {@code sequence}. */
    Verdict read(final DirectBuffer buffer, final int offset, final long sequence) {
        header.wrap(buffer, offset);
        return switch (header.templateId()) {
            case DecisionDecoder.TEMPLATE_ID -> readPlain(buffer, offset, sequence);
            case ViewerPictureDecoder.TEMPLATE_ID ->
                Verdict.of(Outcome.FOUND, sequence).found(readViewer(buffer, offset));
            case InvitersDecoder.TEMPLATE_ID ->
                Verdict.of(Outcome.FOUND, sequence).found(readInviters(buffer, offset));
            case CouponPageDecoder.TEMPLATE_ID ->
                Verdict.of(Outcome.FOUND, sequence).found(readCoupons(buffer, offset));
            case PlacePageDecoder.TEMPLATE_ID ->
                Verdict.of(Outcome.FOUND, sequence).found(places.readPage(buffer, offset));
            default -> readOrder(buffer, offset);
        };
    }

    /** The decision of a record, with the commission and the points that may stand behind it. */
    Verdict read(final RecordFlyweight record) {
        Verdict verdict = read(record.buffer(), record.decisionOffset(), record.sequence());
        final boolean isOrder = record.decisionType() == OrderDecisionDecoder.TEMPLATE_ID;
        final int length = isOrder ? order.sbeRewind().sbeDecodedLength() : plain.sbeDecodedLength();
        int at = record.decisionOffset() + HEADER + length;
        final int end = record.decisionOffset() + record.decisionLength();
        if (at < end && header.wrap(record.buffer(), at).templateId() == CommissionDecoder.TEMPLATE_ID) {
            verdict = verdict.commission(readCommission(record.buffer(), at));
            at = commission.limit();
        }
        if (at < end && header.wrap(record.buffer(), at).templateId() == PointMovesDecoder.TEMPLATE_ID) {
            verdict = verdict.moving(readPoints(record.buffer(), at));
            at = points.limit();
        }
        if (at < end && header.wrap(record.buffer(), at).templateId() == ReviewMovesDecoder.TEMPLATE_ID) {
            return verdict.reviewing(readReview(record.buffer(), at));
        }
        return at < end ? verdict.placing(places.readMoves(record.buffer(), at)) : verdict;
    }

    private ShownReview readReview(final DirectBuffer buffer, final int offset) {
        final ReviewMovesDecoder.ReviewsDecoder review =
                reviews.wrapAndApplyHeader(buffer, offset, header).reviews().next();
        return new ShownReview(
                review.review(),
                review.viewer(),
                review.item(),
                review.order(),
                review.writtenAt(),
                review.stars(),
                ReviewState.ofCode(review.state()),
                review.shown(),
                review.shownStars());
    }

    private List<Verdict.Moved> readPoints(final DirectBuffer buffer, final int offset) {
        final List<Verdict.Moved> moved = new ArrayList<>();
        for (final PointMovesDecoder.MovesDecoder move :
                points.wrapAndApplyHeader(buffer, offset, header).moves()) {
            moved.add(new Verdict.Moved(
                    move.viewer(),
                    PointReason.ofCode(move.reason()),
                    move.points(),
                    move.balance(),
                    move.expiresAtMs()));
        }
        return moved;
    }

    private Verdict.Commission readCommission(final DirectBuffer buffer, final int offset) {
        commission.wrapAndApplyHeader(buffer, offset, header);
        final List<Long> who = List.of(
                commission.store(),
                commission.guide(),
                commission.groupOwner(),
                commission.inviter(),
                commission.secondInviter(),
                commission.host());
        final List<Verdict.Earned> lines = new ArrayList<>();
        for (final CommissionDecoder.LinesDecoder line : commission.lines()) {
            lines.add(new Verdict.Earned(
                    line.line(),
                    line.planVersion(),
                    line.payableAtMs(),
                    List.of(
                            line.storeFen(),
                            line.guideFen(),
                            line.groupOwnerFen(),
                            line.inviterFen(),
                            line.secondInviterFen(),
                            line.hostFen())));
        }
        return new Verdict.Commission(who, lines);
    }

    /** A verdict as a decision can say it. */
    static Verdict asWritten(final Verdict verdict) {
        final Verdict written = verdict.found() instanceof Verdict.Places places
                ? verdict.found(PlaceReader.asWritten(places))
                : verdict;
        return written.stock(verdict.stock().stream()
                .map(stock -> stock(stock.item(), stock.kind(), stock.of(), stock.available()))
                .toList());
    }

    private Verdict readPlain(final DirectBuffer buffer, final int offset, final long sequence) {
        plain.wrapAndApplyHeader(buffer, offset, header);
        final List<Verdict.Stock> stock = plain.item() == 0
                ? List.of()
                : List.of(stock(plain.item(), StockKind.ofCode(plain.stockKind()), plain.stockOf(), plain.available()));
        return Verdict.of(Outcome.ofCode(plain.outcome()), sequence)
                .line(plain.entry())
                .detail(plain.detail())
                .stock(stock);
    }

    private Verdict.Viewer readViewer(final DirectBuffer buffer, final int offset) {
        viewer.wrapAndApplyHeader(buffer, offset, header);
        final List<Verdict.Hand> trail = new ArrayList<>();
        viewer.trail().forEach(hand -> trail.add(new Verdict.Hand(hand.inviter(), hand.invitedAt())));
        return new Verdict.Viewer(
                viewer.viewer(),
                viewer.memberSinceMs(),
                viewer.store(),
                viewer.guide(),
                viewer.boundUntilMs(),
                viewer.boundAt(),
                viewer.group(),
                viewer.joinedAt(),
                viewer.inviter(),
                viewer.invitedAt(),
                viewer.invited(),
                viewer.touchAt(),
                viewer.touchTimeMs(),
                viewer.touchKind(),
                viewer.more() == 1,
                trail);
    }

    private Verdict.Inviters readInviters(final DirectBuffer buffer, final int offset) {
        inviters.wrapAndApplyHeader(buffer, offset, header);
        final int room = inviters.room();
        final List<Verdict.Invited> viewers = new ArrayList<>();
        inviters.viewers().forEach(each -> viewers.add(new Verdict.Invited(each.inviter(), each.known() == 1)));
        return new Verdict.Inviters(room, viewers);
    }

    private Verdict.Coupons readCoupons(final DirectBuffer buffer, final int offset) {
        coupons.wrapAndApplyHeader(buffer, offset, header);
        final boolean more = coupons.more() == 1;
        final List<Verdict.Coupon> shown = new ArrayList<>();
        for (final CouponPageDecoder.CouponsDecoder coupon : coupons.coupons()) {
            shown.add(new Verdict.Coupon(
                    coupon.coupon(),
                    coupon.campaign(),
                    CouponState.ofCode(coupon.state()),
                    coupon.claimedAt(),
                    coupon.claimedAtMs(),
                    coupon.expiresAtMs(),
                    coupon.order(),
                    coupon.byPosition() == 1,
                    coupon.discountFen(),
                    coupon.basisPoints(),
                    coupon.minimumFen()));
        }
        return new Verdict.Coupons(more, shown);
    }

    private Verdict readOrder(final DirectBuffer buffer, final int offset) {
        order.wrapAndApplyHeader(buffer, offset, header);
        final List<Verdict.Line> lines = new ArrayList<>();
        for (final OrderDecisionDecoder.LinesDecoder line : order.lines()) {
            lines.add(new Verdict.Line(
                    line.offer(),
                    line.item(),
                    line.unitPriceFen(),
                    line.quantity(),
                    line.refunded(),
                    line.discountFen()));
        }
        final List<Verdict.Stock> stock = new ArrayList<>();
        for (final OrderDecisionDecoder.StockDecoder item : order.stock()) {
            stock.add(stock(item.item(), StockKind.ofCode(item.stockKind()), item.stockOf(), item.available()));
        }
        return new Verdict(
                Outcome.ofCode(order.outcome()),
                Outcome.ofCode(order.cause()),
                order.line(),
                order.detail(),
                order.answeredAt(),
                order.amountFen(),
                order.latenessMs(),
                picture(order.share(), lines),
                Verdict.Viewer.NONE,
                Verdict.Commission.NONE,
                new Verdict.Brought(order.firstVoucher(), List.of(), List.of(), ShownReview.NONE),
                stock);
    }

    private Verdict.Picture picture(final String share, final List<Verdict.Line> lines) {
        return new Verdict.Picture(
                order.order(),
                order.viewer(),
                order.room(),
                OrderState.ofCode(order.state()),
                order.late() == 1,
                ReturnedStock.ofCode(order.returned()),
                order.totalFen(),
                order.refundedFen(),
                order.coupon(),
                order.discountFen(),
                order.placedAtMs(),
                order.payByMs(),
                attribution(),
                share,
                lines);
    }

    private Verdict.Attribution attribution() {
        return new Verdict.Attribution(
                order.store(),
                order.guide(),
                order.group(),
                order.inviter(),
                order.secondInviter(),
                AttributionRule.ofCode(order.rule()),
                order.touchSequence(),
                order.policyVersion());
    }

    private static Verdict.Stock stock(final long item, final StockKind kind, final long of, final long available) {
        return new Verdict.Stock(item, kind, of, 0, available, 0, 0, 0);
    }
}
