package io.sluice.engine.core;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/**
 * Why each order is put down to whom, by the order's number, from the first that a policy decided. Store, guide, group and
 * inviter stand in the order itself.
 */
final class OrderCredits {
    private static final int BYTES = 24;
    private static final int SECOND_INVITER = 0;
    private static final int TOUCH_SEQUENCE = 8;
    private static final int RULE = 16;
    private static final int POLICY_VERSION = 20;

    private final Pages credits;
    /** Number of the first order that has one, 0 while none has. */
    private long first;

    OrderCredits(final long reserved) {
        credits = new Pages(BYTES, reserved);
    }

    boolean isEmpty() {
        return first == 0;
    }

    /** Adds what an order has; the next one's order is the next. An order from before the first policy has nothing. */
    void add(final long number, final Attribution attribution) {
        if (attribution.policyVersion() == 0) {
            return;
        }
        if (first == 0) {
            first = number;
        }
        final long address = credits.address(credits.add());
        UnsafeApi.putLong(address + SECOND_INVITER, attribution.secondInviter());
        UnsafeApi.putLong(address + TOUCH_SEQUENCE, attribution.touchSequence());
        UnsafeApi.putInt(address + RULE, attribution.rule().code());
        UnsafeApi.putInt(address + POLICY_VERSION, attribution.policyVersion());
    }

    /** Adds where so many more will lie. */
    void addNext(final int count, final Looks looks) {
        if (!isEmpty()) {
            credits.addNext(count, looks);
        }
    }

    /** Adds what an order has, if anything. */
    void addPlace(final long number, final Looks looks) {
        if (first != 0 && number >= first) {
            looks.add(credits.address(number - first));
        }
    }

    void show(final Order order, final Attribution attribution) {
        attribution.who(order.store(), order.guide(), order.group());
        if (first == 0 || order.number() < first) {
            attribution.invitedBy(order.inviter(), 0);
            attribution.why(AttributionRule.CARRIED, 0, 0);
        } else {
            final long address = credits.address(order.number() - first);
            attribution.invitedBy(order.inviter(), UnsafeApi.getLong(address + SECOND_INVITER));
            attribution.why(
                    AttributionRule.ofCode(UnsafeApi.getInt(address + RULE)),
                    UnsafeApi.getLong(address + TOUCH_SEQUENCE),
                    UnsafeApi.getInt(address + POLICY_VERSION));
        }
    }

    void save(final StateOutput output) {
        output.putLong(first);
        credits.save(output);
    }

    void load(final StateInput input) {
        first = input.getLong();
        credits.load(input);
    }
}
