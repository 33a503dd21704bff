package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.Outcome;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a coupon takes off an order, and why it does not. */
final class NaiveDiscounts {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,15}");

    private final NaiveCoupons coupons;

    NaiveDiscounts(final NaiveCoupons coupons) {
        this.coupons = coupons;
    }

    /** The number of the coupon that an order names, 0 for none. */
    static long numberOf(final Command.PlaceOrder command) {
        return NUMBER.matcher(command.coupon()).matches() ? Long.parseLong(command.coupon()) : 0;
    }

    /** Why the coupon cannot be used for any of the lines, null when it can or none is named. */
    NaiveCatalogue.Answer whyNot(final Command.PlaceOrder command, final List<NaiveOffer> offers, final long nowMs) {
        if (command.coupon().isEmpty()) {
            return null;
        }
        final NaiveCoupons.Claimed coupon = coupons.find(numberOf(command));
        if (coupon == null || coupon.viewer() != command.viewer()) {
            return NaiveCatalogue.Answer.of(Outcome.COUPON_UNKNOWN);
        }
        if (nowMs >= coupon.expiresAtMs()) {
            return new NaiveCatalogue.Answer(Outcome.COUPON_EXPIRED, coupon.expiresAtMs());
        }
        final NaiveOrder taken = coupons.orderOf(coupon.number());
        if (taken != null) {
            return new NaiveCatalogue.Answer(whyTaken(coupon.number()), taken.number);
        }
        return offers.stream().noneMatch(offer -> isFor(coupon, offer, nowMs))
                ? NaiveCatalogue.Answer.of(Outcome.COUPON_NOT_FOR_THIS)
                : null;
    }

    /** Why the lines that it is for cost too little, null when they do not or none is named. */
    NaiveCatalogue.Answer whyTooSmall(
            final Command.PlaceOrder command, final List<NaiveOffer> offers, final long nowMs) {
        final NaiveCoupons.Claimed coupon = coupons.find(numberOf(command));
        if (coupon == null) {
            return null;
        }
        final long minimumFen = coupon.terms().off().minimumFen();
        return NaiveBook.sum(costs(coupon, command, offers, nowMs), fen -> fen) < minimumFen
                ? new NaiveCatalogue.Answer(Outcome.COUPON_MINIMUM, minimumFen)
                : null;
    }

    /** What is taken off each line: of what all lines up to it cost its share, less what the lines before it had. */
    List<Long> of(final Command.PlaceOrder command, final List<NaiveOffer> offers, final long nowMs) {
        final NaiveCoupons.Claimed coupon = coupons.find(numberOf(command));
        if (coupon == null) {
            return offers.stream().map(offer -> 0L).toList();
        }
        final List<Long> costsFen = costs(coupon, command, offers, nowMs);
        final long allFen = NaiveBook.sum(costsFen, fen -> fen);
        final Command.Off off = coupon.terms().off();
        final long shareFen = off.basisPoints() == 0 ? off.discountFen() : part(allFen, off.basisPoints(), 10_000);
        final long wholeFen = Math.min(allFen, Math.min(off.discountFen(), shareFen));
        final List<Long> discountsFen = new ArrayList<>();
        for (int i = 0; i < costsFen.size(); i++) {
            final long upToFen = NaiveBook.sum(costsFen.subList(0, i + 1), fen -> fen);
            final long beforeFen = NaiveBook.sum(discountsFen, fen -> fen);
            discountsFen.add(allFen == 0 ? 0 : part(wholeFen, upToFen, allFen) - beforeFen);
        }
        return discountsFen;
    }

    /** Why money that comes late cannot have its order's coupon again, null when it can or there was none. */
    Outcome whyLost(final NaiveOrder order, final long nowMs) {
        if (order.coupon == 0) {
            return null;
        }
        if (nowMs >= coupons.find(order.coupon).expiresAtMs()) {
            return Outcome.COUPON_EXPIRED;
        }
        return coupons.orderOf(order.coupon) == null ? null : whyTaken(order.coupon);
    }

    private Outcome whyTaken(final long coupon) {
        return coupons.isRefunding(coupon) ? Outcome.COUPON_REFUNDING : Outcome.COUPON_TAKEN;
    }

    /** What the lines cost that the coupon is for, 0 for the others. */
    private List<Long> costs(
            final NaiveCoupons.Claimed coupon,
            final Command.PlaceOrder command,
            final List<NaiveOffer> offers,
            final long nowMs) {
        final List<Long> costsFen = new ArrayList<>();
        for (int i = 0; i < offers.size(); i++) {
            final NaiveOffer offer = offers.get(i);
            final int quantity = command.lines().get(i).quantity();
            costsFen.add(isFor(coupon, offer, nowMs) ? offer.priceFenAt(nowMs) * quantity : 0);
        }
        return costsFen;
    }

    private boolean isFor(final NaiveCoupons.Claimed coupon, final NaiveOffer offer, final long nowMs) {
        final List<Long> named =
                coupons.campaigns().get(coupon.terms().campaign()).offers();
        final boolean isFlash = offer.priceFenAt(nowMs) != offer.terms.listPriceFen();
        return (named.isEmpty() || named.contains(offer.id))
                && !(isFlash && coupon.terms().off().flash() == FlashRule.REGULAR_ONLY);
    }

    private static long part(final long fen, final long part, final long whole) {
        return BigInteger.valueOf(fen)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}
