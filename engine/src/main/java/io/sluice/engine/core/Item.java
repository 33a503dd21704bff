package io.sluice.engine.core;

import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/**
 * An item and where its units are. Always available + held + sold + writtenOff = stocked, and none of them below 0: a
 * caller checks {@link #available()} first, a move that would break the sum is a bug and throws.
 */
public final class Item {
    private final long id;
    private long category;
    private ItemKind kind = ItemKind.GOODS;
    private byte[] title = Text.EMPTY;
    private byte[] image = Text.EMPTY;
    private long stocked;
    private long available;
    private long held;
    private long sold;
    private long writtenOff;

    Item(final long id) {
        this.id = id;
    }

    /** The item's id. */
    public long id() {
        return id;
    }

    /** The category whose commission plan its offers follow, 0 for none. */
    public long category() {
        return category;
    }

    /** What it is. */
    public ItemKind kind() {
        return kind;
    }

    void classify(final long newCategory, final ItemKind newKind) {
        category = newCategory;
        kind = newKind;
    }

    /** Title in UTF-8. */
    public byte[] title() {
        return title;
    }

    /** Address of the picture in UTF-8, empty for none. */
    public byte[] image() {
        return image;
    }

    /** Units that ever came in. */
    public long stocked() {
        return stocked;
    }

    /** Units on sale. */
    public long available() {
        return available;
    }

    /** Units kept for orders that are not paid yet. */
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

    void describe(final byte[] newTitle, final byte[] newImage) {
        title = newTitle;
        image = newImage;
    }

    void restock(final long units) {
        stocked += units;
        available += units;
        check();
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
        check();
    }

    void writeOffSold(final long units) {
        sold -= units;
        writtenOff += units;
        check();
    }

    void save(final StateOutput output) {
        output.putLong(id);
        Text.save(title, output);
        Text.save(image, output);
        output.putLong(stocked);
        output.putLong(available);
        output.putLong(held);
        output.putLong(sold);
        output.putLong(writtenOff);
    }

    static Item load(final StateInput input) {
        final Item item = new Item(input.getLong());
        item.describe(Text.load(input), Text.load(input));
        item.stocked = input.getLong();
        item.available = input.getLong();
        item.held = input.getLong();
        item.sold = input.getLong();
        item.writtenOff = input.getLong();
        item.check();
        return item;
    }

    private void check() {
        if ((available | held | sold | writtenOff) < 0 || available + held + sold + writtenOff != stocked) {
            throw new IllegalStateException("item=" + id + " stocked=" + stocked + " available=" + available + " held="
                    + held + " sold=" + sold + " writtenOff=" + writtenOff);
        }
    }
}
