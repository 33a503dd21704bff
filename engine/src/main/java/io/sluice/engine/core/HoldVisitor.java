package io.sluice.engine.core;

/** Is shown the orders that hold stock. */
@FunctionalInterface
public interface HoldVisitor {
    /**
     * An unpaid order.
     *
     * @param order    its number.
     * @param payByMs  when its hold ends, epoch ms.
     */
    void onHold(long order, long payByMs);
}
