package io.sluice.bench.load;

/**
 * A coupon that a viewer was told of.
 *
 * @param viewer    who claimed it.
 * @param coupon    its number.
 * @param sequence  the record that the answer names.
 */
public record TakenCoupon(long viewer, long coupon, long sequence) {}
