package io.sluice.engine.sim;

import io.sluice.engine.core.naive.Verdict;
import io.sluice.engine.protocol.PlaceState;
import io.sluice.engine.protocol.codec.LineMovesDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.PlacePageDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** Reads places in waiting lines, those that a decision moves and those of an answer, which does not say whose. One thread. */
final class PlaceReader {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final LineMovesDecoder moves = new LineMovesDecoder();
    private final PlacePageDecoder page = new PlacePageDecoder();

    /** The places at {@code offset} behind a decision. */
    List<Verdict.Place> readMoves(final DirectBuffer buffer, final int offset) {
        final List<Verdict.Place> places = new ArrayList<>();
        for (final LineMovesDecoder.PlacesDecoder place :
                moves.wrapAndApplyHeader(buffer, offset, header).places()) {
            places.add(new Verdict.Place(
                    place.viewer(),
                    place.room(),
                    place.offer(),
                    PlaceState.ofCode(place.state()),
                    place.units(),
                    place.untilMs(),
                    place.ahead(),
                    place.waiting()));
        }
        return places;
    }

    /** The answer at {@code offset}. */
    Verdict.Places readPage(final DirectBuffer buffer, final int offset) {
        final List<Verdict.Place> places = new ArrayList<>();
        for (final PlacePageDecoder.PlacesDecoder place :
                page.wrapAndApplyHeader(buffer, offset, header).places()) {
            places.add(new Verdict.Place(
                    0,
                    place.room(),
                    place.offer(),
                    PlaceState.ofCode(place.state()),
                    place.units(),
                    place.untilMs(),
                    place.ahead(),
                    place.waiting()));
        }
        return new Verdict.Places(places);
    }

    /** An answer as it can be read. */
    static Verdict.Places asWritten(final Verdict.Places answer) {
        return new Verdict.Places(answer.places().stream()
                .map(place -> new Verdict.Place(
                        0,
                        place.room(),
                        place.offer(),
                        place.state(),
                        place.units(),
                        place.untilMs(),
                        place.ahead(),
                        place.waiting()))
                .toList());
    }
}
