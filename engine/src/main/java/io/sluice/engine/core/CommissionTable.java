package io.sluice.engine.core;

import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/** What was earned of each line of each paid order that follows a plan; the lines of an order lie side by side. */
final class CommissionTable {
    private static final long NONE = 0;
    private static final int PAYEES = Payee.ALL.size();
    private static final int ORDER = 0;
    private static final int PAYABLE_AT_MS = 8;
    private static final int PLAN_VERSION = 16;
    private static final int LINE = 20;
    private static final int WHO = 24;
    private static final int AMOUNTS_FEN = WHO + PAYEES * Long.BYTES;
    private static final int BYTES = AMOUNTS_FEN + PAYEES * Long.BYTES;

    private final Pages lines;
    private final HashIndex firstOfOrder;

    /** Sets memory aside for as many lines, each of another order. */
    CommissionTable(final long reserved) {
        lines = new Pages(BYTES, reserved);
        firstOfOrder = new HashIndex((int) reserved);
    }

    boolean isEmpty() {
        return lines.size() == 0;
    }

    /** Keeps what is earned of an order; nothing was kept of it before. */
    void keep(final long order, final CommissionMoves earned) {
        if (earned.size() > 0) {
            firstOfOrder.add(hashOf(order), (int) lines.size());
        }
        for (int i = 0; i < earned.size(); i++) {
            final long address = lines.address(lines.add());
            UnsafeApi.putLong(address + ORDER, order);
            UnsafeApi.putLong(address + PAYABLE_AT_MS, earned.payableAtMs(i));
            UnsafeApi.putInt(address + PLAN_VERSION, earned.planVersion(i));
            UnsafeApi.putInt(address + LINE, earned.line(i));
            for (int payee = 0; payee < PAYEES; payee++) {
                UnsafeApi.putLong(address + WHO + offsetOf(payee), earned.who(Payee.ALL.get(payee)));
                UnsafeApi.putLong(address + AMOUNTS_FEN + offsetOf(payee), earned.amountFen(i, Payee.ALL.get(payee)));
            }
        }
    }

    /**
     * Takes back what was earned of some units of an order's line, if anything was: all but the part of the units that are
     * kept, in whole fen, less what went back before. The last unit then leaves nothing, and all payees together never keep
     * more than the units that are kept cost.
     *
     * @param before  units of the line that had gone back before.
     * @param after   units that have gone back now.
     * @param all     units of the line.
     */
    void takeBack(
            final long order,
            final int line,
            final int before,
            final int after,
            final int all,
            final CommissionMoves taken) {
        final long address = find(order, line);
        if (address == NONE) {
            return;
        }
        taken.add(line, UnsafeApi.getInt(address + PLAN_VERSION), UnsafeApi.getLong(address + PAYABLE_AT_MS));
        for (int payee = 0; payee < PAYEES; payee++) {
            final long earned = UnsafeApi.getLong(address + AMOUNTS_FEN + offsetOf(payee));
            taken.who(Payee.ALL.get(payee), UnsafeApi.getLong(address + WHO + offsetOf(payee)));
            taken.amount(
                    Payee.ALL.get(payee), Portion.of(earned, all - after, all) - Portion.of(earned, all - before, all));
        }
    }

    /**
     * Shows what is left of what was earned of an order's line, if anything was: as much as would go back with all units
     * that have not.
     */
    void showLeft(final long order, final int line, final int refunded, final int all, final CommissionMoves left) {
        takeBack(order, line, all, refunded, all, left);
    }

    /** Adds where the lines of an order are found, or will be. */
    void addIndex(final long order, final Looks looks) {
        if (!isEmpty()) {
            looks.add(firstOfOrder.address(hashOf(order)));
        }
    }

    /** Adds where so many more lines will lie. */
    void addNext(final int count, final Looks looks) {
        if (!isEmpty()) {
            lines.addNext(count, looks);
        }
    }

    void save(final StateOutput output) {
        lines.save(output);
    }

    void load(final StateInput input) {
        lines.load(input);
    }

    /** Makes the lines findable that were loaded. */
    void index() {
        long previous = 0;
        for (int position = 0; position < lines.size(); position++) {
            if (orderAt(position) != previous) {
                previous = orderAt(position);
                firstOfOrder.add(hashOf(previous), position);
            }
        }
    }

    private long find(final long order, final int line) {
        int position = firstOfOrder.first(hashOf(order));
        while (position != HashIndex.NONE && orderAt(position) != order) {
            position = firstOfOrder.next();
        }
        if (position == HashIndex.NONE) {
            return NONE;
        }
        for (; position < lines.size() && orderAt(position) == order; position++) {
            if (UnsafeApi.getInt(lines.address(position) + LINE) == line) {
                return lines.address(position);
            }
        }
        return NONE;
    }

    private long orderAt(final int position) {
        return UnsafeApi.getLong(lines.address(position) + ORDER);
    }

    private static int offsetOf(final int payee) {
        return payee * Long.BYTES;
    }

    private static int hashOf(final long order) {
        return (int) RecordHash.avalanche(order);
    }
}
