package io.sluice.engine.core.naive;

import io.sluice.engine.core.Attribution;
import io.sluice.engine.core.CommissionMoves;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.OrderPicture;
import io.sluice.engine.core.PlacePage;
import io.sluice.engine.core.PointMoves;
import io.sluice.engine.core.ReviewMove;
import io.sluice.engine.core.Stock;
import io.sluice.engine.protocol.Payee;
import java.util.ArrayList;
import java.util.List;

/** A decision of the core's as a verdict: everything that can be seen of it. */
final class ShownDecision {
    private ShownDecision() {}

    /** The decision as it stands. */
    static Verdict of(final Decision decision) {
        final List<Verdict.Stock> stock = new ArrayList<>();
        for (int i = 0; i < decision.stockSize(); i++) {
            stock.add(stockOf(decision.stock(i)));
        }
        return new Verdict(
                decision.outcome(),
                decision.cause(),
                decision.line(),
                decision.detail(),
                decision.answeredAt(),
                decision.amountFen(),
                decision.latenessMs(),
                pictureOf(decision.picture()),
                Verdict.Viewer.NONE,
                commissionOf(decision.commission()),
                new Verdict.Brought(
                        decision.firstVoucher(),
                        pointsOf(decision.points()),
                        placesOf(decision.places()),
                        reviewOf(decision.review())),
                stock);
    }

    private static List<Verdict.Moved> pointsOf(final PointMoves moves) {
        final List<Verdict.Moved> points = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            points.add(new Verdict.Moved(
                    moves.viewer(i), moves.reason(i), moves.points(i), moves.balance(i), moves.expiresAtMs(i)));
        }
        return points;
    }

    private static Verdict.Commission commissionOf(final CommissionMoves moves) {
        final List<Verdict.Earned> lines = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            final int line = i;
            lines.add(new Verdict.Earned(
                    moves.line(i),
                    moves.planVersion(i),
                    moves.payableAtMs(i),
                    Payee.ALL.stream()
                            .map(payee -> moves.amountFen(line, payee))
                            .toList()));
        }
        return lines.isEmpty()
                ? Verdict.Commission.NONE
                : new Verdict.Commission(Payee.ALL.stream().map(moves::who).toList(), lines);
    }

    private static Verdict.Picture pictureOf(final OrderPicture picture) {
        final List<Verdict.Line> lines = new ArrayList<>();
        for (int i = 0; i < picture.lines(); i++) {
            lines.add(new Verdict.Line(
                    picture.offer(i),
                    picture.item(i),
                    picture.unitPriceFen(i),
                    picture.quantity(i),
                    picture.refunded(i),
                    picture.discountFen(i)));
        }
        return new Verdict.Picture(
                picture.number(),
                picture.viewer(),
                picture.room(),
                picture.state(),
                picture.isLate(),
                picture.returned(),
                picture.totalFen(),
                picture.refundedFen(),
                picture.coupon(),
                picture.discountFen(),
                picture.placedAtMs(),
                picture.payByMs(),
                attributionOf(picture.attribution()),
                picture.share()
                        .bytes()
                        .getStringWithoutLengthAscii(0, picture.share().length()),
                lines);
    }

    private static Verdict.Attribution attributionOf(final Attribution attribution) {
        return new Verdict.Attribution(
                attribution.store(),
                attribution.guide(),
                attribution.group(),
                attribution.inviter(),
                attribution.secondInviter(),
                attribution.rule(),
                attribution.touchSequence(),
                attribution.policyVersion());
    }

    private static ShownReview reviewOf(final ReviewMove move) {
        return move.isEmpty()
                ? ShownReview.NONE
                : new ShownReview(
                        move.review(),
                        move.viewer(),
                        move.item(),
                        move.order(),
                        move.writtenAt(),
                        move.stars(),
                        move.state(),
                        move.shown(),
                        move.shownStars());
    }

    /** Places in waiting lines. */
    static List<Verdict.Place> placesOf(final PlacePage page) {
        final List<Verdict.Place> places = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            places.add(new Verdict.Place(
                    page.viewer(i),
                    page.room(i),
                    page.offer(i),
                    page.state(i),
                    page.units(i),
                    page.untilMs(i),
                    page.ahead(i),
                    page.waiting(i)));
        }
        return places;
    }

    /** A part of an item's units. */
    static Verdict.Stock stockOf(final Stock stock) {
        return new Verdict.Stock(
                stock.item().id(),
                stock.kind(),
                stock.of(),
                stock.stocked(),
                stock.available(),
                stock.held(),
                stock.sold(),
                stock.writtenOff());
    }
}
