package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.ReturnedStock;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An order in the plainest of forms. */
final class NaiveOrder {
    final long number;
    final long sequence;
    final Command.PlaceOrder command;
    final Verdict.Attribution attribution;
    final long placedAtMs;
    final long payByMs;
    final List<NaiveLine> lines = new ArrayList<>();
    /** Number of its coupon, 0 for none. */
    long coupon;
    /** Its own vouchers that are held, for their refund is asked for. */
    final List<Long> refunding = new ArrayList<>();

    OrderState state = OrderState.RESERVED;
    boolean late;
    String paidBy;
    long paidAt;
    /** What was earned of it, and what is left of that. */
    Verdict.Commission earned = Verdict.Commission.NONE;

    final Map<Integer, List<Long>> keptOfLines = new HashMap<>();

    NaiveOrder(
            final long number,
            final long sequence,
            final Command.PlaceOrder command,
            final Verdict.Attribution attribution,
            final long placedAtMs,
            final long payByMs) {
        this.number = number;
        this.sequence = sequence;
        this.command = command;
        this.attribution = attribution;
        this.placedAtMs = placedAtMs;
        this.payByMs = payByMs;
    }

    long totalFen() {
        return lines.stream().mapToLong(NaiveLine::costsFen).sum();
    }

    long refundedFen() {
        return lines.stream()
                .mapToLong(line -> line.unitPriceFen * line.refunded() - line.discountOf(line.refunded()))
                .sum();
    }

    /** What the coupon takes off all lines. */
    long discountFen() {
        return lines.stream().mapToLong(line -> line.discountFen).sum();
    }

    /** What is left of the money. */
    long keptFen() {
        return state == OrderState.PAID || state == OrderState.REFUNDED ? totalFen() - refundedFen() : 0;
    }

    /** Whether its units count for its viewer: held, or paid for and not refunded. */
    boolean counts() {
        return state == OrderState.RESERVED || state == OrderState.PAID;
    }

    boolean isPaid() {
        return state == OrderState.PAID;
    }

    /** The order as it stands. */
    Verdict.Picture picture() {
        return picture(
                lines.stream()
                        .map(line -> line.shown(line.quantity, line.refunded(), line.discountFen))
                        .toList(),
                ReturnedStock.RETURN);
    }

    /** The order as it stands, with other lines. */
    Verdict.Picture picture(final List<Verdict.Line> shownLines, final ReturnedStock returned) {
        return new Verdict.Picture(
                number,
                command.viewer(),
                command.room(),
                state,
                late,
                returned,
                totalFen(),
                refundedFen(),
                coupon,
                discountFen(),
                placedAtMs,
                payByMs,
                attribution,
                command.share(),
                shownLines);
    }

    /** The order as it was placed. */
    Verdict.Picture firstPicture() {
        return new Verdict.Picture(
                number,
                command.viewer(),
                command.room(),
                OrderState.RESERVED,
                false,
                ReturnedStock.RETURN,
                totalFen(),
                0,
                coupon,
                discountFen(),
                placedAtMs,
                payByMs,
                attribution,
                command.share(),
                lines.stream()
                        .map(line -> line.shown(line.quantity, 0, line.discountFen))
                        .toList());
    }

    /** One of its lines. */
    static final class NaiveLine {
        final NaiveOffer offer;
        final long unitPriceFen;
        final int quantity;
        /** Its part of what the coupon takes off. */
        final long discountFen;

        /** Where its units are from. */
        NaiveStock from;

        int returned;
        int lost;

        NaiveLine(
                final NaiveOffer offer,
                final long unitPriceFen,
                final int quantity,
                final long discountFen,
                final NaiveStock from) {
            this.discountFen = discountFen;
            this.from = from;
            this.offer = offer;
            this.unitPriceFen = unitPriceFen;
            this.quantity = quantity;
        }

        int refunded() {
            return returned + lost;
        }

        /** What the viewer pays for it. */
        long costsFen() {
            return unitPriceFen * quantity - discountFen;
        }

        /** What the coupon takes off some of its units. */
        long discountOf(final int units) {
            return BigInteger.valueOf(discountFen)
                    .multiply(BigInteger.valueOf(units))
                    .divide(BigInteger.valueOf(quantity))
                    .longValueExact();
        }

        int kept() {
            return quantity - refunded();
        }

        Verdict.Line shown(final int shownQuantity, final int shownRefunded, final long shownDiscountFen) {
            return new Verdict.Line(
                    offer.id, offer.item.id, unitPriceFen, shownQuantity, shownRefunded, shownDiscountFen);
        }
    }
}
