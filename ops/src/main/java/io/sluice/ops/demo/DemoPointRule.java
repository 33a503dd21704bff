package io.sluice.ops.demo;

import java.util.List;

/**
 * What a reason brings in points.
 *
 * @param reason     as the operator's path has it
 * @param points     each time; of a purchase for each full hundred yuan
 * @param dailyCap   the most of one viewer on one day, 0 for no cap
 * @param validDays  how long they can be spent
 */
record DemoPointRule(String reason, int points, int dailyCap, int validDays) {
    /** For who buys, whose guest buys, who brings guests, and who talks. */
    static final List<DemoPointRule> ALL = List.of(
            new DemoPointRule("PURCHASE", 100, 0, 365),
            new DemoPointRule("REFERRAL", 20, 200, 365),
            new DemoPointRule("SHARE", 5, 50, 90),
            new DemoPointRule("COMMENT", 1, 5, 90));
}
