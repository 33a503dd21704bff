package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.NoteWatchedEncoder;
import org.junit.jupiter.api.Test;

/** A show summed up, from records alone. */
class SummaryBoardTest {
    private static final long ROOM = 7;
    private static final long OFFER = 1_001;
    private static final long MINUTE_MS = 60_000;

    private final RecordBuilder records = new RecordBuilder();
    private final SummaryBoard board = new SummaryBoard(1);

    @Test
    void aViewerCountsOnceForEachStepHoweverOftenItIsTaken() {
        live(0);
        watched(42, 40);
        watched(42, 20);
        watched(43, 59);
        place(Outcome.RESERVED);
        place(Outcome.RESERVED);
        place(Outcome.SOLD_OUT);

        final ShowAudience audience = board.show(ROOM).audience();
        assertThat(audience.count(ShowAudience.Step.ENTERED)).isEqualTo(3);
        assertThat(audience.count(ShowAudience.Step.WATCHED)).isEqualTo(1);
        assertThat(audience.count(ShowAudience.Step.PRESSED)).isEqualTo(1);
        assertThat(audience.count(ShowAudience.Step.RESERVED)).isEqualTo(1);
        assertThat(audience.count(ShowAudience.Step.PAID)).isZero();
        assertThat(board.show(ROOM).total().asked()).isEqualTo(3);
        assertThat(board.show(ROOM).total().reserved()).isEqualTo(2);
    }

    @Test
    void whoGaveEverythingBackHasKeptNothing() {
        final ShowAudience audience = new ShowAudience();
        audience.pay(42);
        audience.pay(42);
        audience.giveBack(42);
        assertThat(audience.count(ShowAudience.Step.KEPT)).isEqualTo(1);
        audience.giveBack(42);

        assertThat(audience.count(ShowAudience.Step.KEPT)).isZero();
        assertThat(audience.count(ShowAudience.Step.PAID)).isEqualTo(1);
    }

    @Test
    void viewersPastThoseThatAreKnownAreNotCountedAndItSaysSo() {
        final ShowAudience audience = new ShowAudience();
        for (long viewer = 1; viewer <= ShowAudience.MAX_VIEWERS; viewer++) {
            audience.enter(viewer);
        }
        assertThat(audience.isRough()).isFalse();

        audience.press(ShowAudience.MAX_VIEWERS + 1);

        assertThat(audience.isRough()).isTrue();
        assertThat(audience.count(ShowAudience.Step.PRESSED)).isZero();
        audience.press(1);
        assertThat(audience.count(ShowAudience.Step.PRESSED)).isEqualTo(1);
    }

    @Test
    void whatHappensStandsInItsMinuteAndWhatIsTooLateTogether() {
        live(0);
        records.at(3 * MINUTE_MS + 5);
        place(Outcome.RESERVED);
        records.at((ShowSummary.MAX_MINUTES + 3) * MINUTE_MS);
        place(Outcome.RESERVED);
        place(Outcome.SOLD_OUT);

        final ShowSummary show = board.show(ROOM);
        assertThat(show.minutes().keySet()).containsExactly(3 * MINUTE_MS, ShowSummary.LATER);
        assertThat(show.minutes().get(ShowSummary.LATER).asked()).isEqualTo(2);
        assertThat(show.offers().get(OFFER).reservedUnits()).isEqualTo(2);
        assertThat(show.sources().keySet()).containsExactly(new OrderSource(OrderSource.Kind.NOBODY, 0));
    }

    @Test
    void ordersOfTheReplayStandApart() {
        live(0);
        records.at(MINUTE_MS);
        place(Outcome.RESERVED);
        board.apply(records.changeRoomState(ROOM, RoomState.ENDED).accepted());
        records.at(MINUTE_MS + 1);
        place(Outcome.RESERVED);
        place(Outcome.SOLD_OUT);

        final ShowSummary show = board.show(ROOM);
        assertThat(show.total().reserved()).isEqualTo(1);
        assertThat(show.replay().reserved()).isEqualTo(1);
        assertThat(show.replay().asked()).isEqualTo(2);
        assertThat(show.offers().get(OFFER).reserved()).isEqualTo(1);
        assertThat(show.minutes().values()).extracting(SummaryRow::asked).containsExactly(1L);
    }

    @Test
    void aRefusalForARoomThatThereIsNotOpensNone() {
        place(Outcome.ROOM_UNKNOWN);

        assertThat(board.show(ROOM).audience().count(ShowAudience.Step.PRESSED)).isZero();
        assertThatThrownBy(() -> {
                    place(Outcome.SOLD_OUT, false);
                    place(Outcome.SOLD_OUT);
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sequence=3");
    }

    private void live(final long timeMs) {
        records.at(timeMs);
        board.apply(records.changeRoomState(ROOM, RoomState.LIVE).accepted());
    }

    private void watched(final long viewer, final int seconds) {
        board.apply(records.command((buffer, offset) -> {
                    final NoteWatchedEncoder encoder = new NoteWatchedEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .room(ROOM);
                    encoder.viewersCount(1).next().viewer(viewer).seconds(seconds);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                })
                .accepted());
    }

    private void place(final Outcome outcome) {
        place(outcome, true);
    }

    private void place(final Outcome outcome, final boolean isApplied) {
        final RecordFlyweight record = records.placeOrder(ROOM, OFFER, 1).ordered(outcome, ROOM, OFFER, 1, 0, 0);
        if (isApplied) {
            board.apply(record);
        }
    }
}
