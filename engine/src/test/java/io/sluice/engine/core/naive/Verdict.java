package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PlaceState;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import java.util.List;

/** Everything that can be seen of a decision, as a value that can be compared and printed. */
public record Verdict(
        Outcome outcome,
        Outcome cause,
        int line,
        long detail,
        long answeredAt,
        long amountFen,
        long latenessMs,
        Picture picture,
        Found found,
        Commission commission,
        Brought brought,
        List<Stock> stock) {

    /** No line is named. */
    public static final int NO_LINE = 255;

    /** A verdict that says no more than its outcome. */
    public static Verdict of(final Outcome outcome, final long sequence) {
        return new Verdict(
                outcome,
                Outcome.ACCEPTED,
                NO_LINE,
                0,
                sequence,
                0,
                0,
                Picture.NONE,
                Viewer.NONE,
                Commission.NONE,
                Brought.NONE,
                List.of());
    }

    Verdict because(final Outcome newCause) {
        return new Verdict(
                outcome,
                newCause,
                line,
                detail,
                answeredAt,
                amountFen,
                latenessMs,
                picture,
                found,
                commission,
                brought,
                stock);
    }

    /** The same about a line or entry. */
    public Verdict line(final int newLine) {
        return new Verdict(
                outcome,
                cause,
                newLine,
                detail,
                answeredAt,
                amountFen,
                latenessMs,
                picture,
                found,
                commission,
                brought,
                stock);
    }

    /** The same with another detail. */
    public Verdict detail(final long newDetail) {
        return new Verdict(
                outcome,
                cause,
                line,
                newDetail,
                answeredAt,
                amountFen,
                latenessMs,
                picture,
                found,
                commission,
                brought,
                stock);
    }

    Verdict answeredAt(final long sequence) {
        return new Verdict(
                outcome,
                cause,
                line,
                detail,
                sequence,
                amountFen,
                latenessMs,
                picture,
                found,
                commission,
                brought,
                stock);
    }

    Verdict amount(final long newAmountFen) {
        return new Verdict(
                outcome,
                cause,
                line,
                detail,
                answeredAt,
                newAmountFen,
                latenessMs,
                picture,
                found,
                commission,
                brought,
                stock);
    }

    Verdict lateness(final long newLatenessMs) {
        return new Verdict(
                outcome,
                cause,
                line,
                detail,
                answeredAt,
                amountFen,
                newLatenessMs,
                picture,
                found,
                commission,
                brought,
                stock);
    }

    Verdict picture(final Picture newPicture) {
        return new Verdict(
                outcome,
                cause,
                line,
                detail,
                answeredAt,
                amountFen,
                latenessMs,
                newPicture,
                found,
                commission,
                brought,
                stock);
    }

    /** The same with what a query found. */
    public Verdict found(final Found newFound) {
        return new Verdict(
                outcome,
                cause,
                line,
                detail,
                answeredAt,
                amountFen,
                latenessMs,
                picture,
                newFound,
                commission,
                brought,
                stock);
    }

    /** The same with commission that is moved. */
    public Verdict commission(final Commission moved) {
        return new Verdict(
                outcome, cause, line, detail, answeredAt, amountFen, latenessMs, picture, found, moved, brought, stock);
    }

    /** The same with the first of the vouchers that a payment made out. */
    public Verdict firstVoucher(final long coupon) {
        return bringing(new Brought(coupon, brought.points(), brought.places(), brought.review()));
    }

    /** The same with points that are moved. */
    public Verdict moving(final List<Moved> points) {
        return bringing(new Brought(brought.firstVoucher(), points, brought.places(), brought.review()));
    }

    /** The same with places in waiting lines that are moved or told. */
    public Verdict placing(final List<Place> places) {
        return bringing(new Brought(brought.firstVoucher(), brought.points(), places, brought.review()));
    }

    /** The same with a review that is moved. */
    public Verdict reviewing(final ShownReview review) {
        return bringing(new Brought(brought.firstVoucher(), brought.points(), brought.places(), review));
    }

    private Verdict bringing(final Brought newBrought) {
        return new Verdict(
                outcome,
                cause,
                line,
                detail,
                answeredAt,
                amountFen,
                latenessMs,
                picture,
                found,
                commission,
                newBrought,
                stock);
    }

    /** The same with another stock. */
    public Verdict stock(final List<Stock> newStock) {
        return new Verdict(
                outcome,
                cause,
                line,
                detail,
                answeredAt,
                amountFen,
                latenessMs,
                picture,
                found,
                commission,
                brought,
                newStock);
    }

    /** An order as it is shown; of a refusal no more than who asked, where, and what it would cost. */
    public record Picture(
            long number,
            long viewer,
            long room,
            OrderState state,
            boolean late,
            ReturnedStock returned,
            long totalFen,
            long refundedFen,
            long coupon,
            long discountFen,
            long placedAtMs,
            long payByMs,
            Attribution attribution,
            String share,
            List<Line> lines) {

        /** No order, and nobody who asked for one. */
        public static final Picture NONE = refused(0, 0, 0);

        static Picture refused(final long viewer, final long room, final long totalFen) {
            return new Picture(
                    0,
                    viewer,
                    room,
                    OrderState.NONE,
                    false,
                    ReturnedStock.RETURN,
                    totalFen,
                    0,
                    0,
                    0,
                    0,
                    0,
                    Attribution.NONE,
                    "",
                    List.of());
        }
    }

    /** Who an order is put down to, and why. */
    public record Attribution(
            long store,
            long guide,
            long group,
            long inviter,
            long secondInviter,
            AttributionRule rule,
            long touchSequence,
            int policyVersion) {

        /** Of no order. */
        public static final Attribution NONE = new Attribution(0, 0, 0, 0, 0, AttributionRule.NONE, 0, 0);
    }

    /** Commission that is moved: ids of the payees in their order, 0 for nobody, and what they earn of lines. */
    public record Commission(List<Long> who, List<Earned> lines) {

        /** None is moved. */
        public static final Commission NONE = new Commission(List.of(), List.of());
    }

    /** What the payees earn of one line, in their order; below 0 for taken back. */
    public record Earned(int line, int planVersion, long payableAtMs, List<Long> amountsFen) {}

    /** What a query found that is not about an order. */
    public sealed interface Found permits Viewer, Inviters, Coupons, Points, Places {}

    /** What a decision brings beside its order: vouchers of packs, points, places in waiting lines and a review. */
    public record Brought(long firstVoucher, List<Moved> points, List<Place> places, ShownReview review) {
        /** Nothing. */
        public static final Brought NONE = new Brought(0, List.of(), List.of(), ShownReview.NONE);
    }

    /** A viewer's places in waiting lines. */
    public record Places(List<Place> places) implements Found {}

    /** A place in a waiting line, or a turn; {@code ahead} wait before it at most. */
    public record Place(
            long viewer, long room, long offer, PlaceState state, int units, long untilMs, int ahead, int waiting) {}

    /** Points of a viewer, more or fewer, and what the viewer has then. */
    public record Moved(long viewer, PointReason reason, long points, long balance, long expiresAtMs) {}

    /** What a viewer can spend, the newest moves that came to it, and whether there are older ones. */
    public record Points(long balance, boolean more, List<PointMove> moves) implements Found {}

    /** A move of points as it is shown. */
    public record PointMove(
            long number, PointReason reason, long points, long timeMs, long expiresAtMs, long record, long order) {}

    /** Who invited each of several viewers, and how many more may become known. */
    public record Inviters(int room, List<Invited> viewers) implements Found {}

    /** Who invited a viewer, 0 for nobody, and whether the viewer is known. */
    public record Invited(long inviter, boolean known) {}

    /** Some of a viewer's coupons, and whether there are older ones. */
    public record Coupons(boolean more, List<Coupon> coupons) implements Found {}

    /** A coupon as it stands. */
    public record Coupon(
            long number,
            long campaign,
            CouponState state,
            long claimedAt,
            long claimedAtMs,
            long expiresAtMs,
            long order,
            boolean byPosition,
            long discountFen,
            int basisPoints,
            long minimumFen) {}

    /** What is known of a viewer; {@code touchKind} is a code, 0 for none. */
    public record Viewer(
            long viewer,
            long memberSinceMs,
            long store,
            long guide,
            long boundUntilMs,
            long boundAt,
            long group,
            long joinedAt,
            long inviter,
            long invitedAt,
            int invited,
            long touchAt,
            long touchTimeMs,
            int touchKind,
            boolean more,
            List<Hand> trail)
            implements Found {

        /** Nothing is known. */
        public static final Viewer NONE = new Viewer(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false, List.of());
    }

    /** One of a trail, and the record in which that one was invited in turn. */
    public record Hand(long inviter, long invitedAt) {}

    /** How a viewer came. */
    public record Touch(long store, long guide, long group, long inviter) {}

    /** One line of an order as it is shown. */
    public record Line(long offer, long item, long unitPriceFen, int quantity, int refunded, long discountFen) {}

    /** A room as it is after the command. */
    public record Room(long id, RoomState state, long pinnedOffer, long likes) {}

    /** An offer's units left to sell, and how many wait for it. */
    public record Offer(long id, long available, int waiting) {}

    /** A part of an item's units as they are after the command; of all parts together its kind is null. */
    public record Stock(
            long item, StockKind kind, long of, long stocked, long available, long held, long sold, long writtenOff) {}
}
