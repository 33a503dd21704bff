package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/**
 * A write-off that waits for a second person.
 *
 * @param sequence  the record that proposed it, by which it is called.
 * @param actor     who proposed it.
 * @param item      the item whose shared stock it is about.
 * @param units     how many units would be written off.
 * @param untilMs   from then on it cannot be approved any more, epoch ms.
 */
public record Proposal(long sequence, long actor, Item item, long units, long untilMs) {
    boolean isOpenAt(final long timeMs) {
        return timeMs < untilMs;
    }

    void save(final StateOutput output) {
        output.putLong(sequence);
        output.putLong(actor);
        output.putLong(item.id());
        output.putLong(units);
        output.putLong(untilMs);
    }

    static Proposal load(final StateInput input, final Catalogue catalogue) {
        final long sequence = input.getLong();
        final long actor = input.getLong();
        final long id = input.getLong();
        final Item item = catalogue.item(id);
        if (item == null) {
            throw new IllegalStateException("a proposal about item=" + id + ", which there is not");
        }
        return new Proposal(sequence, actor, item, input.getLong(), input.getLong());
    }
}
