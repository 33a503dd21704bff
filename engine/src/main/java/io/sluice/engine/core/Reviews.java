package io.sluice.engine.core;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReviewState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/**
 * What buyers say of items: one review a viewer and item, which its writer may replace and operators judge. Who may write,
 * who has written and where it stands is decided here; the texts are the journal's.
 */
public final class Reviews {
    private static final long NO_LINE = 0;

    private final OrderTable orders;
    private final ReviewTable table = new ReviewTable();

    Reviews(final OrderTable orders) {
        this.orders = orders;
    }

    /**
     * Writes a review of what a viewer bought by a line of an order, or another in its place. The same text again is
     * repeated, so that whoever asks twice does not take an approved one from the screens.
     *
     * @param textHash  hash of what stands in it.
     * @param isShaped  whether its texts are as long as they may be.
     */
    public void write(
            final long viewer,
            final long number,
            final long offer,
            final int stars,
            final long textHash,
            final boolean isShaped,
            final Decision decision) {
        if (!Brand.isId(viewer) || !isShaped || stars < 1 || stars > ProtocolLimits.MAX_STARS) {
            decision.refuse(Outcome.COMMAND_INVALID);
            return;
        }
        final Order order = orders.find(number);
        if (order == null || order.viewer() != viewer) {
            decision.refuse(Outcome.ORDER_UNKNOWN);
            return;
        }
        final long item = itemOf(order, offer);
        if (item == NO_LINE) {
            decision.refuse(Outcome.LINE_UNKNOWN);
        } else if (order.state() != OrderState.PAID || kept(order, offer) == 0) {
            decision.refuse(Outcome.NOT_BOUGHT);
        } else {
            write(viewer, item, number, stars, textHash, decision);
        }
    }

    /**
     * Moves a review to another state; {@code next} is null when the command named none that exists. The same again is
     * repeated.
     *
     * @param writtenAt   record of the text that was looked at: another may stand there by now.
     * @param reasonBytes bytes of the reason.
     */
    public void judge(
            final long number,
            final long writtenAt,
            final ReviewState next,
            final int reasonBytes,
            final Decision decision) {
        final Review review = table.find(number);
        if (next == null || next == ReviewState.WAITING || reasonBytes > ProtocolLimits.MAX_REASON_BYTES) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (review == null) {
            decision.refuse(Outcome.REVIEW_UNKNOWN);
        } else if (review.writtenAt() != writtenAt) {
            decision.refuse(Outcome.REVIEW_CHANGED, review.writtenAt());
        } else if (review.state() == next) {
            decision.accept(Outcome.REPEATED).detail(number).review().show(review, table.items());
        } else if (!review.state().canBecome(next)) {
            decision.refuse(Outcome.REVIEW_STATE_FIXED, review.state().code());
        } else if (next == ReviewState.CASE && table.items().cases(review.item()) >= ProtocolLimits.MAX_CASES) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            table.transition(review, next);
            decision.accept(Outcome.ACCEPTED).detail(number).review().show(review, table.items());
        }
    }

    boolean isEmpty() {
        return table.isEmpty();
    }

    void save(final StateOutput output) {
        table.save(output);
    }

    void load(final StateInput input) {
        table.load(input);
    }

    /** Makes findable what was loaded. */
    void index() {
        table.index();
    }

    private void write(
            final long viewer,
            final long item,
            final long order,
            final int stars,
            final long textHash,
            final Decision decision) {
        final Review known = table.find(viewer, item);
        final boolean waits = known != null && known.state() == ReviewState.WAITING;
        if (known != null && known.stars() == stars && known.textHash() == textHash) {
            decision.accept(Outcome.REPEATED).detail(known.number()).review().show(known, table.items());
        } else if ((known == null && !table.hasRoom())
                || (!waits && table.waiting() >= ProtocolLimits.MAX_WAITING_REVIEWS)) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            final Review written = table.write(viewer, item, order, decision.sequence(), stars, textHash);
            decision.accept(Outcome.ACCEPTED).detail(written.number()).review().show(written, table.items());
        }
    }

    /** What an offer's line of an order is of, {@link #NO_LINE} when it has none. */
    private static long itemOf(final Order order, final long offer) {
        for (int i = 0; i < order.lines(); i++) {
            final OrderLine line = order.line(i);
            if (line.offer() == offer) {
                return line.item();
            }
        }
        return NO_LINE;
    }

    /** Units by an offer's lines that were not refunded. */
    private static long kept(final Order order, final long offer) {
        long kept = 0;
        for (int i = 0; i < order.lines(); i++) {
            final OrderLine line = order.line(i);
            kept += line.offer() == offer ? line.kept() : 0;
        }
        return kept;
    }
}
