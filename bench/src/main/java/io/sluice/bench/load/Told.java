package io.sluice.bench.load;

import java.util.List;

/**
 * What a run's viewers were told, for the audit to hold against the journal.
 *
 * @param orders   every press of the button.
 * @param coupons  every coupon that somebody got.
 */
public record Told(List<OrderAttempt> orders, List<TakenCoupon> coupons) {}
