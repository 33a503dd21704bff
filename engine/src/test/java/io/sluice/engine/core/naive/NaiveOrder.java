package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.ReturnedStock;
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
        return lines.stream()
                .mapToLong(line -> line.unitPriceFen * line.quantity)
                .sum();
    }

    long refundedFen() {
        return lines.stream()
                .mapToLong(line -> line.unitPriceFen * line.refunded())
                .sum();
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
                        .map(line -> line.shown(line.quantity, line.refunded()))
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
                placedAtMs,
                payByMs,
                attribution,
                command.share(),
                lines.stream().map(line -> line.shown(line.quantity, 0)).toList());
    }

    /** One of its lines. */
    static final class NaiveLine {
        final NaiveOffer offer;
        final long unitPriceFen;
        final int quantity;
        int returned;
        int lost;

        NaiveLine(final NaiveOffer offer, final long unitPriceFen, final int quantity) {
            this.offer = offer;
            this.unitPriceFen = unitPriceFen;
            this.quantity = quantity;
        }

        int refunded() {
            return returned + lost;
        }

        /** What the viewer pays for it. */
        long costsFen() {
            return unitPriceFen * quantity - discountFen();
        }

        /** The line's part of what a coupon takes off; no order has one yet. */
        long discountFen() {
            return 0;
        }

        int kept() {
            return quantity - refunded();
        }

        Verdict.Line shown(final int shownQuantity, final int shownRefunded) {
            return new Verdict.Line(offer.id, offer.item.id, unitPriceFen, shownQuantity, shownRefunded);
        }
    }
}
