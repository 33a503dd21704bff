package io.sluice.engine.ring;

import io.sluice.engine.core.PlacePage;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.LineMovesEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PlacePageEncoder;
import org.agrona.MutableDirectBuffer;

/** Writes places in waiting lines as SBE messages, those that a decision moves and an answer's. One thread; allocates nothing. */
final class PlaceWriter {
    /** The message that follows a decision, which moves one place at most. */
    static final int MOVES_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH
            + LineMovesEncoder.BLOCK_LENGTH
            + LineMovesEncoder.PlacesEncoder.HEADER_SIZE
            + LineMovesEncoder.PlacesEncoder.sbeBlockLength();

    /** The longest answer. */
    static final int PAGE_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH
            + PlacePageEncoder.BLOCK_LENGTH
            + PlacePageEncoder.PlacesEncoder.HEADER_SIZE
            + ProtocolLimits.MAX_PLACE_PAGE * PlacePageEncoder.PlacesEncoder.sbeBlockLength();

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final LineMovesEncoder moves = new LineMovesEncoder();
    private final PlacePageEncoder page = new PlacePageEncoder();

    /** Writes what a decision moves, if there is anything; returns its bytes. */
    int writeMoves(final PlacePage places, final MutableDirectBuffer buffer, final int offset) {
        if (places.size() == 0) {
            return 0;
        }
        final LineMovesEncoder.PlacesEncoder each =
                moves.wrapAndApplyHeader(buffer, offset, header).placesCount(places.size());
        for (int i = 0; i < places.size(); i++) {
            each.next()
                    .viewer(places.viewer(i))
                    .room(places.room(i))
                    .offer(places.offer(i))
                    .state(places.state(i).code())
                    .units(places.units(i))
                    .untilMs(places.untilMs(i))
                    .ahead(places.ahead(i))
                    .waiting(places.waiting(i));
        }
        return MessageHeaderEncoder.ENCODED_LENGTH + moves.encodedLength();
    }

    /** Writes an answer; returns its bytes. */
    int writePage(final PlacePage places, final MutableDirectBuffer buffer, final int offset) {
        final PlacePageEncoder.PlacesEncoder each =
                page.wrapAndApplyHeader(buffer, offset, header).placesCount(places.size());
        for (int i = 0; i < places.size(); i++) {
            each.next()
                    .room(places.room(i))
                    .offer(places.offer(i))
                    .state(places.state(i).code())
                    .units(places.units(i))
                    .untilMs(places.untilMs(i))
                    .ahead(places.ahead(i))
                    .waiting(places.waiting(i));
        }
        return MessageHeaderEncoder.ENCODED_LENGTH + page.encodedLength();
    }
}
