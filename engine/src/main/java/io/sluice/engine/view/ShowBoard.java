package io.sluice.engine.view;

import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.ApproveProposalDecoder;
import io.sluice.engine.protocol.codec.CancelOrderDecoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateDecoder;
import io.sluice.engine.protocol.codec.ChangeStockDecoder;
import io.sluice.engine.protocol.codec.CloseOfferDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.OpenOfferDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PinOfferDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.PutOfferDecoder;
import io.sluice.engine.protocol.codec.PutRoomDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import io.sluice.engine.protocol.codec.WithdrawProposalDecoder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The figures of every show: what a room's board tells its operators beside the picture that viewers have. It is built from
 * the records from a given one on and from nothing else.
 *
 * <p>It grows with the brand's rooms, up to 15 KiB for one in which somebody ordered, and their offers, about 100 bytes each,
 * all of which the core bounds; and with no order. One thread at a time.
 */
public final class ShowBoard {
    private static final long NO_ITEM = 0;

    private final long fromSequence;
    private final Long2ObjectHashMap<ShowView> shows = new Long2ObjectHashMap<>();
    /** The shows that sell an item, once for each offer of it, so that a change of its stock is told to each. */
    private final Long2ObjectHashMap<List<ShowView>> sellers = new Long2ObjectHashMap<>();

    private final Long2LongHashMap itemByOffer = new Long2LongHashMap(NO_ITEM);

    private final RecordDispatcher dispatcher = new RecordDispatcher(new ShowRecords(this));
    private final Progress progress;

    /**
     * A board of no shows.
     *
     * @param fromSequence  number of the first record it will be given: what was sold before does not count.
     */
    public ShowBoard(final long fromSequence) {
        this.fromSequence = fromSequence;
        progress = new Progress("shows", fromSequence);
    }

    /**
     * Moves the board by the next record; one that it holds already is passed over.
     *
     * @throws IllegalStateException when a record was left out: the figures would lie from then on.
     */
    public void apply(final RecordFlyweight record) {
        if (!progress.isNext(record)) {
            return;
        }
        if (counts(record.commandType())) {
            dispatcher.onRecord(record);
        }
        progress.took(record);
    }

    /** Number of the first record that counts. */
    public long fromSequence() {
        return fromSequence;
    }

    /** Number of the last record applied. */
    public long sequence() {
        return progress.sequence();
    }

    /** A room's figures; of a room that no record told of they are all 0. */
    public ShowView show(final long room) {
        final ShowView known = shows.get(room);
        return known == null ? new ShowView(room) : known;
    }

    /** The figures of a room that a record told of; null for any other. */
    ShowView known(final long room) {
        return shows.get(room);
    }

    /** The figures of a room that there is. */
    ShowView open(final long room) {
        return shows.computeIfAbsent(room, ShowView::new);
    }

    /** The shows that are known to sell an item, each once. */
    Set<ShowView> sellers(final long item) {
        return new LinkedHashSet<>(sellers.getOrDefault(item, List.of()));
    }

    /** An offer, of one show for ever, is of this item now, whatever it was of before. */
    void sells(final ShowView show, final long offer, final long item) {
        final long before = itemByOffer.put(offer, item);
        if (before == item) {
            return;
        }
        if (before != NO_ITEM) {
            final List<ShowView> known = sellers.get(before);
            known.remove(show);
            if (known.isEmpty()) {
                sellers.remove(before);
            }
        }
        sellers.computeIfAbsent(item, none -> new ArrayList<>(1)).add(show);
    }

    private static boolean counts(final int commandType) {
        return switch (commandType) {
            case PlaceOrderDecoder.TEMPLATE_ID,
                    PayOrderDecoder.TEMPLATE_ID,
                    CancelOrderDecoder.TEMPLATE_ID,
                    ExpireOrderDecoder.TEMPLATE_ID,
                    RefundOrderDecoder.TEMPLATE_ID,
                    PutRoomDecoder.TEMPLATE_ID,
                    ChangeRoomStateDecoder.TEMPLATE_ID,
                    PinOfferDecoder.TEMPLATE_ID,
                    PutOfferDecoder.TEMPLATE_ID,
                    OpenOfferDecoder.TEMPLATE_ID,
                    CloseOfferDecoder.TEMPLATE_ID,
                    ChangeStockDecoder.TEMPLATE_ID,
                    ApproveProposalDecoder.TEMPLATE_ID,
                    WithdrawProposalDecoder.TEMPLATE_ID -> true;
            default -> false;
        };
    }
}
