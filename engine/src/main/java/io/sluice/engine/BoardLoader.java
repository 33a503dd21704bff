package io.sluice.engine;

import io.sluice.engine.core.Catalogue;
import io.sluice.engine.core.Item;
import io.sluice.engine.core.Offer;
import io.sluice.engine.core.OfferTerms;
import io.sluice.engine.core.Room;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.view.PriceWindows;
import io.sluice.engine.view.RoomBoard;
import java.nio.charset.StandardCharsets;

/** Fills a board from the core's catalogue, where a snapshot has stood in for the records. */
final class BoardLoader {
    private BoardLoader() {}

    /** A board as of the record at which {@code chain} stands. */
    static RoomBoard load(final Catalogue catalogue, final RecordChain chain) {
        final RoomBoard board = new RoomBoard();
        catalogue.forEachRoom(room -> load(board, room));
        catalogue.forEachItem(item -> load(board, item));
        catalogue.forEachOffer(offer -> load(board, offer));
        board.loadedAt(chain.sequence(), chain.timeMs());
        return board;
    }

    private static void load(final RoomBoard board, final Room room) {
        board.loadRoom(room.id(), text(room.title()), text(room.streamUrl()), room.startsAtMs());
        board.loadRoomState(room.id(), room.state(), room.pinnedOffer(), room.likes());
    }

    private static void load(final RoomBoard board, final Item item) {
        board.loadItem(item.id(), text(item.title()), text(item.image()));
        board.loadStock(item.id(), item.available());
    }

    private static void load(final RoomBoard board, final Offer offer) {
        final OfferTerms terms = offer.terms();
        final long[] windows = new long[terms.windows() * 3];
        for (int i = 0; i < terms.windows(); i++) {
            windows[i * 3] = terms.windowFromMs(i);
            windows[i * 3 + 1] = terms.windowToMs(i);
            windows[i * 3 + 2] = terms.windowPriceFen(i);
        }
        board.loadOffer(
                offer.id(),
                offer.room().id(),
                offer.item().id(),
                new io.sluice.engine.view.OfferTerms(
                        terms.listPriceFen(),
                        terms.opensAtMs(),
                        terms.closesAtMs(),
                        terms.perViewerLimit(),
                        terms.holdSeconds(),
                        new PriceWindows(windows)));
    }

    private static String text(final byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
