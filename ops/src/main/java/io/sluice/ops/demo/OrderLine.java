package io.sluice.ops.demo;

/** Units of one offer in an order. */
public record OrderLine(long offer, int quantity) {}
