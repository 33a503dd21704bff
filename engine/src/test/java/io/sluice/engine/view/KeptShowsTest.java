package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.NoteWatchedEncoder;
import org.junit.jupiter.api.Test;

/** What is left of old shows once there were many. */
class KeptShowsTest {
    private static final int MAX_VIEWERS = 50;
    private static final int MAX_ROWS = 30;
    private static final int SHOWS = 40;
    private static final int VIEWERS_A_SHOW = 10;
    private static final long OFFER = 1_001;
    private static final int QUANTITY = 1;

    private final RecordBuilder records = new RecordBuilder();
    private final SummaryBoard board = new SummaryBoard(1, MAX_VIEWERS, MAX_ROWS);
    private long timeMs = 1_000;

    @Test
    void manyShowsKeepNoMoreThanMayBeAndTheirTotals() {
        for (long room = 1; room <= SHOWS; room++) {
            playShow(room);
        }

        long viewers = 0;
        long rows = 0;
        for (long room = 1; room <= SHOWS; room++) {
            final ShowSummary show = board.show(room);
            viewers += show.audience().known();
            rows += show.rowCount();
            assertThat(show.audience().count(ShowAudience.Step.ENTERED)).isEqualTo(VIEWERS_A_SHOW);
            assertThat(show.total().reserved()).isEqualTo(1);
            assertThat(show.audience().isRough()).isFalse();
        }
        assertThat(viewers).isEqualTo(MAX_VIEWERS);
        assertThat(rows).isEqualTo(MAX_ROWS);
    }

    @Test
    void theNewestShowsAreExactWhateverHappensToThem() {
        for (long room = 1; room <= SHOWS; room++) {
            playShow(room);
        }
        final ShowSummary newest = board.show(SHOWS);
        watched(SHOWS, 1, 60);

        assertThat(newest.audience().count(ShowAudience.Step.ENTERED)).isEqualTo(VIEWERS_A_SHOW);
        assertThat(newest.audience().count(ShowAudience.Step.WATCHED)).isEqualTo(1);
        assertThat(newest.audience().isRough()).isFalse();
        assertThat(newest.keepsRows()).isTrue();
        assertThat(newest.offers().get(OFFER).reserved()).isEqualTo(1);
    }

    @Test
    void anOldShowSaysThatItIsRoughOnceSomethingHappensToIt() {
        for (long room = 1; room <= SHOWS; room++) {
            playShow(room);
        }
        final ShowSummary oldest = board.show(1);
        place(1, Outcome.RESERVED);

        assertThat(oldest.audience().isRough()).isTrue();
        assertThat(oldest.audience().count(ShowAudience.Step.RESERVED)).isEqualTo(1);
        assertThat(oldest.replay().reserved()).isEqualTo(1);
        assertThat(oldest.keepsRows()).isFalse();
        assertThat(oldest.offers()).isEmpty();
    }

    @Test
    void whoAsksForOldShowsPushesOutNoneThatIsNewer() {
        for (long room = 1; room <= 5; room++) {
            playShow(room);
        }
        place(1, Outcome.SOLD_OUT);
        playShow(6);

        assertThat(board.show(1).audience().known()).isZero();
        assertThat(board.show(2).audience().known()).isEqualTo(VIEWERS_A_SHOW);
    }

    @Test
    void aShowThatBeginsAfterItsFewEarlyViewersWereForgottenCountsAll() {
        watched(99, 1, 5);
        for (long room = 1; room <= SHOWS; room++) {
            playShow(room);
        }
        assertThat(board.show(99).audience().known()).isZero();
        playShow(99);

        final ShowSummary show = board.show(99);
        assertThat(show.audience().count(ShowAudience.Step.ENTERED)).isEqualTo(VIEWERS_A_SHOW);
        assertThat(show.audience().isRough()).isTrue();
        assertThat(show.keepsRows()).isTrue();
    }

    @Test
    void aShowThatAloneHasMoreThanMayBeKeepsItselfAndNoOther() {
        playShow(1);
        for (long viewer = 1; viewer <= 2 * MAX_VIEWERS; viewer++) {
            watched(2, viewer, 1);
        }

        assertThat(board.show(1).audience().known()).isZero();
        assertThat(board.show(2).audience().known()).isEqualTo(2 * MAX_VIEWERS);
    }

    /** Ten viewers, of whom one places an order: a row of an offer, of a minute and of a source. */
    private void playShow(final long room) {
        board.apply(records.changeRoomState(room, RoomState.LIVE).accepted());
        for (long viewer = 1; viewer <= VIEWERS_A_SHOW - 1; viewer++) {
            watched(room, viewer, 1);
        }
        place(room, Outcome.RESERVED);
        board.apply(records.changeRoomState(room, RoomState.ENDED).accepted());
        timeMs++;
        records.at(timeMs);
    }

    private void watched(final long room, final long viewer, final int seconds) {
        board.apply(records.command((buffer, offset) -> {
                    final NoteWatchedEncoder encoder = new NoteWatchedEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .room(room);
                    encoder.viewersCount(1).next().viewer(viewer).seconds(seconds);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                })
                .accepted());
    }

    private void place(final long room, final Outcome outcome) {
        board.apply(records.placeOrder(room, OFFER, QUANTITY).ordered(outcome, room, OFFER, QUANTITY, 0, 0));
    }
}
