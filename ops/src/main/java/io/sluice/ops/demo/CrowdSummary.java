package io.sluice.ops.demo;

import java.util.Map;
import java.util.SortedMap;

/**
 * What the crowd has done so far.
 *
 * @param counts every counter
 * @param refusedByCode final refusals of orders and of comments, by the server's code
 */
public record CrowdSummary(Map<CrowdCounter, Long> counts, SortedMap<String, Long> refusedByCode) {
    /** One counter. */
    public long count(final CrowdCounter counter) {
        return counts.get(counter);
    }

    /** The figures a closing line wants. */
    @Override
    public String toString() {
        return "touches " + count(CrowdCounter.TOUCHED)
                + ", orders asked " + count(CrowdCounter.ORDERS_ASKED)
                + ", reserved " + count(CrowdCounter.ORDERS_RESERVED)
                + ", with a coupon " + count(CrowdCounter.DISCOUNTED)
                + " of " + count(CrowdCounter.CLAIMED) + " claimed"
                + ", refused " + count(CrowdCounter.ORDERS_REFUSED)
                + ", unanswered " + count(CrowdCounter.ORDERS_UNANSWERED)
                + ", paid " + count(CrowdCounter.PAID)
                + ", cancelled " + count(CrowdCounter.CANCELLED)
                + ", waited in line " + count(CrowdCounter.WAITED)
                + " with " + count(CrowdCounter.TURNS) + " turns"
                + ", comments " + count(CrowdCounter.COMMENTS)
                + ", likes " + count(CrowdCounter.LIKES)
                + ", refused by code " + refusedByCode;
    }
}
