package io.sluice.engine.ring;

import io.sluice.engine.core.Attribution;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.OrderPicture;
import io.sluice.engine.core.Stock;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.DecisionEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.OrderDecisionEncoder;
import org.agrona.MutableDirectBuffer;

/** Writes decisions as SBE messages. One thread; allocates nothing. */
final class DecisionWriter {
    /** The longest decision: an order of as many lines as there may be, each of another item, and its commission. */
    static final int MAX_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH
            + OrderDecisionEncoder.BLOCK_LENGTH
            + OrderDecisionEncoder.LinesEncoder.HEADER_SIZE
            + ProtocolLimits.MAX_LINES * OrderDecisionEncoder.LinesEncoder.sbeBlockLength()
            + OrderDecisionEncoder.StockEncoder.HEADER_SIZE
            + ProtocolLimits.MAX_LINES * OrderDecisionEncoder.StockEncoder.sbeBlockLength()
            + OrderDecisionEncoder.shareHeaderLength()
            + ProtocolLimits.MAX_SHARE_BYTES
            + CommissionWriter.MAX_LENGTH
            + PointWriter.MAX_LENGTH;

    /** Most bytes of a decision that is not about an order, with what follows it. */
    static final int PLAIN_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH
            + DecisionEncoder.BLOCK_LENGTH
            + PointWriter.MAX_LENGTH
            + PlaceWriter.MOVES_LENGTH
            + ReviewWriter.LENGTH;

    private final PointWriter points = new PointWriter();
    private final PlaceWriter places = new PlaceWriter();
    private final ReviewWriter reviews = new ReviewWriter();
    private final CommissionWriter commissions = new CommissionWriter();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final DecisionEncoder decisionEncoder = new DecisionEncoder();
    private final OrderDecisionEncoder orderEncoder = new OrderDecisionEncoder();

    /** Writes the decision on a command that is not about one order; returns its bytes. */
    int writePlain(final Decision decision, final MutableDirectBuffer buffer, final int offset) {
        final boolean hasStock = decision.stockSize() > 0;
        decisionEncoder
                .wrapAndApplyHeader(buffer, offset, header)
                .outcome(decision.outcome().code())
                .detail(decision.detail())
                .item(hasStock ? decision.stock(0).item().id() : 0)
                .available(hasStock ? decision.stock(0).available() : 0)
                .entry((short) decision.line())
                .stockKind(hasStock ? decision.stock(0).kind().code() : 0)
                .stockOf(hasStock ? decision.stock(0).of() : 0);
        int length = MessageHeaderEncoder.ENCODED_LENGTH + decisionEncoder.encodedLength();
        length += points.write(decision.points(), buffer, offset + length);
        length += places.writeMoves(decision.places(), buffer, offset + length);
        return length + reviews.write(decision.review(), buffer, offset + length);
    }

    /** Writes the decision on a command about one order, or the picture of an order; returns its bytes. */
    int writeOrder(final Decision decision, final MutableDirectBuffer buffer, final int offset) {
        final OrderPicture picture = decision.picture();
        final Attribution attribution = picture.attribution();
        orderEncoder
                .wrapAndApplyHeader(buffer, offset, header)
                .outcome(decision.outcome().code())
                .cause(decision.cause().code())
                .line((short) decision.line())
                .state(picture.state().code())
                .late((short) (picture.isLate() ? 1 : 0))
                .returned(picture.returned().code())
                .rule(attribution.rule().code())
                .detail(decision.detail())
                .order(picture.number())
                .answeredAt(decision.answeredAt())
                .viewer(picture.viewer())
                .room(picture.room())
                .totalFen(picture.totalFen())
                .amountFen(decision.amountFen())
                .refundedFen(picture.refundedFen())
                .placedAtMs(picture.placedAtMs())
                .payByMs(picture.payByMs())
                .latenessMs(decision.latenessMs())
                .store(attribution.store())
                .guide(attribution.guide())
                .group(attribution.group())
                .inviter(attribution.inviter())
                .secondInviter(attribution.secondInviter())
                .touchSequence(attribution.touchSequence())
                .policyVersion(attribution.policyVersion())
                .coupon(picture.coupon())
                .discountFen(picture.discountFen())
                .firstVoucher(decision.firstVoucher());
        writeLines(picture);
        writeStock(decision);
        orderEncoder.putShare(picture.share().bytes(), 0, picture.share().length());
        int length = MessageHeaderEncoder.ENCODED_LENGTH + orderEncoder.encodedLength();
        length += commissions.write(decision.commission(), buffer, offset + length);
        return length + points.write(decision.points(), buffer, offset + length);
    }

    private void writeLines(final OrderPicture picture) {
        final OrderDecisionEncoder.LinesEncoder lines = orderEncoder.linesCount(picture.lines());
        for (int i = 0; i < picture.lines(); i++) {
            lines.next()
                    .offer(picture.offer(i))
                    .item(picture.item(i))
                    .unitPriceFen(picture.unitPriceFen(i))
                    .quantity(picture.quantity(i))
                    .refunded(picture.refunded(i))
                    .discountFen(picture.discountFen(i));
        }
    }

    private void writeStock(final Decision decision) {
        final OrderDecisionEncoder.StockEncoder stock = orderEncoder.stockCount(decision.stockSize());
        for (int i = 0; i < decision.stockSize(); i++) {
            final Stock shown = decision.stock(i);
            stock.next()
                    .item(shown.item().id())
                    .available(shown.available())
                    .stockKind(shown.kind().code())
                    .stockOf(shown.of());
        }
    }
}
