package io.sluice.engine.core;

import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import io.sluice.engine.protocol.StockKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.agrona.collections.Long2ObjectHashMap;

/** An item and its stock: what all rooms share, and what is set aside. */
public final class Item {
    private final long id;
    private final Stock shared;
    private final List<Stock> allotments = new ArrayList<>(0);
    private final List<Offer> offers = new ArrayList<>(1);
    /** The same allotments by kind and whose they are, null while there is none: few items have any. */
    private Long2ObjectHashMap<Stock> allotmentsByPart;

    private long category;
    private ItemKind kind = ItemKind.GOODS;
    private byte[] title = Text.EMPTY;
    private byte[] image = Text.EMPTY;

    Item(final long id) {
        this.id = id;
        shared = new Stock(this, StockKind.SHARED, 0, Stock.SHARED);
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

    /** What is set aside for nobody. */
    public Stock shared() {
        return shared;
    }

    /** What was ever set aside for a room, a store or a replay, null for nothing. */
    Stock allotment(final StockKind stockKind, final long of) {
        return allotmentsByPart == null ? null : allotmentsByPart.get(part(stockKind, of));
    }

    void add(final Stock allotment) {
        if (allotmentsByPart == null) {
            allotmentsByPart = new Long2ObjectHashMap<>();
        }
        allotments.add(allotment);
        allotmentsByPart.put(part(allotment.kind(), allotment.of()), allotment);
    }

    void add(final Offer offer) {
        offers.add(offer);
    }

    /** The offers that sell it, of any room, oldest first. */
    List<Offer> offers() {
        return offers;
    }

    /** Units that ever came in. */
    public long stocked() {
        return sum(Stock::stocked);
    }

    /** Units on sale, in all of its stocks. */
    public long available() {
        return sum(Stock::available);
    }

    /** Units kept for orders that are not paid yet, and for those who have a turn. */
    public long held() {
        return sum(Stock::held);
    }

    /** Units paid for and not refunded. */
    public long sold() {
        return sum(Stock::sold);
    }

    /** Units lost. */
    public long writtenOff() {
        return sum(Stock::writtenOff);
    }

    void describe(final byte[] newTitle, final byte[] newImage) {
        title = newTitle;
        image = newImage;
    }

    /** Writes all but its allotments. */
    void save(final StateOutput output) {
        output.putLong(id);
        Text.save(title, output);
        Text.save(image, output);
        shared.save(output);
    }

    static Item load(final StateInput input) {
        final Item item = new Item(input.getLong());
        item.describe(Text.load(input), Text.load(input));
        item.shared.load(input);
        return item;
    }

    /** Ids leave more bits than a kind takes. */
    private static long part(final StockKind stockKind, final long of) {
        return of << Byte.SIZE | stockKind.code();
    }

    private long sum(final ToLongFunction<Stock> part) {
        long sum = part.applyAsLong(shared);
        for (final Stock allotment : allotments) {
            sum += part.applyAsLong(allotment);
        }
        return sum;
    }
}
