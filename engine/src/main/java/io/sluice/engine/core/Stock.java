package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import io.sluice.engine.protocol.StockKind;

/**
 * A part of an item's units that rooms sell from: what they share, or an allotment, which is set aside for a room, a store or
 * a room's replay. Always available + held + sold + writtenOff = stocked, and none of them below 0: a caller checks {@link
 * #available()} first, a move that would break the sum is a bug and throws. What comes back to a closed allotment goes on to
 * the shared stock at once.
 */
public final class Stock {
    /** Number of every item's shared stock; allotments are numbered from 1. */
    static final int SHARED = 0;

    private final Item item;
    private final StockKind kind;
    private final long of;
    private final int number;
    private boolean open = true;
    private long stocked;
    private long available;
    private long held;
    private long sold;
    private long writtenOff;
    private int waiting;

    Stock(final Item item, final StockKind kind, final long of, final int number) {
        this.item = item;
        this.kind = kind;
        this.of = of;
        this.number = number;
    }

    /** The item whose units they are. */
    public Item item() {
        return item;
    }

    /** Shared, or which kind of allotment. */
    public StockKind kind() {
        return kind;
    }

    /** The room or store it is set aside for, 0 for the shared stock. */
    public long of() {
        return of;
    }

    /** Dense from 1 in the order in which allotments came; 0 for a shared stock. */
    int number() {
        return number;
    }

    /** Whether it is sold from. */
    public boolean isOpen() {
        return open;
    }

    /** Units that came in, less those that were moved on. */
    public long stocked() {
        return stocked;
    }

    /** Units on sale. */
    public long available() {
        return available;
    }

    /** Units kept for orders that are not paid yet, and for those who have a turn. */
    public long held() {
        return held;
    }

    /** Units paid for and not refunded. */
    public long sold() {
        return sold;
    }

    /** Units lost. */
    public long writtenOff() {
        return writtenOff;
    }

    /** Units on sale to whoever comes: none while viewers wait, for what comes free is theirs. */
    long availableToAll() {
        return waiting == 0 ? available : 0;
    }

    /** How many wait in the lines of the offers that sell from it. */
    int waiting() {
        return waiting;
    }

    void wait(final int more) {
        waiting += more;
    }

    /** The stock that its units are sold from: itself, or the shared one once it is closed. */
    Stock home() {
        return open ? this : item.shared();
    }

    void open() {
        open = true;
    }

    /** Sends what is left home; answers how many units that were. */
    long close() {
        open = false;
        return goHome();
    }

    void restock(final long units) {
        stocked += units;
        available += units;
        check();
    }

    void moveTo(final Stock other, final long units) {
        stocked -= units;
        available -= units;
        check();
        other.restock(units);
    }

    void writeOff(final long units) {
        available -= units;
        writtenOff += units;
        check();
    }

    void hold(final long units) {
        available -= units;
        held += units;
        check();
    }

    void release(final long units) {
        held -= units;
        available += units;
        goHome();
        check();
    }

    void sellHeld(final long units) {
        held -= units;
        sold += units;
        check();
    }

    void sellAvailable(final long units) {
        available -= units;
        sold += units;
        check();
    }

    void takeBack(final long units) {
        sold -= units;
        available += units;
        goHome();
        check();
    }

    void writeOffSold(final long units) {
        sold -= units;
        writtenOff += units;
        check();
    }

    void save(final StateOutput output) {
        output.putLong(stocked);
        output.putLong(available);
        output.putLong(held);
        output.putLong(sold);
        output.putLong(writtenOff);
    }

    Stock load(final StateInput input) {
        stocked = input.getLong();
        available = input.getLong();
        held = input.getLong();
        sold = input.getLong();
        writtenOff = input.getLong();
        check();
        return this;
    }

    private long goHome() {
        final long units = open ? 0 : available;
        if (units > 0) {
            moveTo(item.shared(), units);
        }
        return units;
    }

    private void check() {
        if ((available | held | sold | writtenOff) < 0 || available + held + sold + writtenOff != stocked) {
            throw new IllegalStateException("item=" + item.id() + " kind=" + kind + " of=" + of + " stocked=" + stocked
                    + " available=" + available + " held=" + held + " sold=" + sold + " writtenOff=" + writtenOff);
        }
    }
}
