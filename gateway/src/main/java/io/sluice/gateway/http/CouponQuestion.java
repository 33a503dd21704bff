package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.FindCouponsEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;

/** Asks the core for coupons of a viewer. Any thread. */
final class CouponQuestion {
    private CouponQuestion() {}

    /** For one coupon. */
    static CommandWriter one(final long viewer, final long coupon) {
        return of(viewer, 0, coupon, 1);
    }

    /** For up to {@code maximum} coupons before one of the viewer's, of the newest when that is 0. */
    static CommandWriter page(final long viewer, final long before, final int maximum) {
        return of(viewer, before, 0, maximum);
    }

    private static CommandWriter of(final long viewer, final long before, final long coupon, final int maximum) {
        return (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new FindCouponsEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .viewer(viewer)
                        .before(before)
                        .coupon(coupon)
                        .maximum((short) maximum)
                        .encodedLength();
    }
}
