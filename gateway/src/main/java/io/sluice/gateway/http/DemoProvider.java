package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;

/**
 * The payment provider as the demo plays it: it pays back at once. By the reason that an operator gives it can be had to
 * decline, or not to answer. Any thread.
 */
enum DemoProvider {
    /** Pays back. */
    PAYS,
    /** Says that it does not pay back. */
    DECLINES,
    /** Says nothing. */
    WAITS;

    private static final String DECLINE = "demo:decline";
    private static final String WAIT = "demo:wait";
    private static final long PROVIDER = 0;

    /** What it does about a refund that is asked for with a reason. */
    static DemoProvider of(final String reason) {
        if (reason.startsWith(DECLINE)) {
            return DECLINES;
        }
        return reason.startsWith(WAIT) ? WAITS : PAYS;
    }

    /**
     * Its word on what a record asked for, which gives the reference. It is told of each record once: of a key that comes again
     * it hears nothing.
     *
     * @return null when it says nothing.
     */
    CommandWriter word(final RefundRequest request, final long order, final long asked) {
        return switch (this) {
            case PAYS -> request.of(PROVIDER, order, "demo-refund-" + asked, asked);
            case DECLINES -> DeclineRefundAction.decline(order, asked, "Declined by the demo's provider");
            case WAITS -> null;
        };
    }
}
