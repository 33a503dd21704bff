package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.Outcome;
import org.junit.jupiter.api.Test;

/** The talk as moderators see it, from records alone. */
class TalkBoardTest {
    private static final long ROOM = 7;
    private static final long VIEWER = RecordBuilder.VIEWER;
    private static final long DAY_MS = 86_400_000;

    private final RecordBuilder records = new RecordBuilder();
    private final TalkBoard board = new TalkBoard(1);

    @Test
    void onlyTheNewestCommentsAreKept() {
        for (int i = 0; i <= TalkBoard.COMMENTS; i++) {
            board.apply(records.comment(ROOM, "nr " + i).accepted());
        }

        assertThat(board.comments(ROOM, Long.MAX_VALUE, "", Integer.MAX_VALUE)).hasSize(TalkBoard.COMMENTS);
        assertThat(board.comments(ROOM, 3, "", 9)).hasSize(1);
        assertThat(board.comment(1)).isNull();
        board.apply(records.command(TalkCommands.hide(ROOM, 1)).accepted(VIEWER));
        assertThat(board.deeds(ROOM)).hasSize(1);
    }

    @Test
    void aCommentThatWasRefusedIsNotAmongThem() {
        board.apply(records.comment(ROOM, "bad").decided(Outcome.COMMENT_BLOCKED, 0, 0));

        assertThat(board.comments(ROOM, Long.MAX_VALUE, "", 9)).isEmpty();
    }

    @Test
    void onlyTheLastDeedsAreKept() {
        for (int i = 0; i <= TalkBoard.DEEDS; i++) {
            board.apply(records.command(TalkCommands.slow(ROOM, i)).accepted());
        }

        assertThat(board.deeds(ROOM)).hasSize(TalkBoard.DEEDS);
        assertThat(board.deeds(ROOM).get(0).amount()).isEqualTo(TalkBoard.DEEDS);
        assertThat(board.deeds(8)).as("of another room").isEmpty();
    }

    @Test
    void anAppealWaitsForAsLongAsItsMute() {
        board.apply(records.command(TalkCommands.mute(VIEWER, DAY_MS)).accepted(DAY_MS));
        board.apply(records.command(TalkCommands.appeal(VIEWER)).accepted());

        final AppealView appeal = board.appeals().get(0);
        assertThat(appeal.isOpenAt(DAY_MS - 1)).isTrue();
        assertThat(appeal.isOpenAt(DAY_MS)).isFalse();
        assertThat(appeal.mute()).isEqualTo(new MuteView(1, DAY_MS, "loud"));
        board.apply(records.command(TalkCommands.mute(VIEWER, -1)).accepted(Long.MAX_VALUE));
        assertThat(board.appeals().get(0).state()).isEqualTo(AppealView.State.OVER);
    }

    @Test
    void anAppealOfAMuteThatIsNotKnownAnyMoreWaitsAllTheSame() {
        board.apply(records.command(TalkCommands.appeal(VIEWER)).accepted());

        assertThat(board.appeals().get(0).isOpenAt(DAY_MS)).isTrue();
    }

    @Test
    void aRecordThatWasLeftOutIsNoticed() {
        records.comment(ROOM, "lost").accepted();
        final var second = records.comment(ROOM, "found").accepted();

        assertThatThrownBy(() -> board.apply(second)).hasMessage("talk at sequence=0 was given sequence=2");
    }

    @Test
    void blockedWordsAreThoseThatWereNotLetPassAgain() {
        final BrandBoard brand = new BrandBoard();
        brand.apply(records.command(TalkCommands.block("Spam", true)).accepted());
        brand.apply(records.command(TalkCommands.block("spam", true)).decided(Outcome.REPEATED, 0, 0));
        brand.apply(records.command(TalkCommands.block("假货", true)).accepted());
        assertThat(brand.words().words()).containsExactly("Spam", "假货");

        brand.apply(records.command(TalkCommands.block("ＳＰＡＭ", false)).accepted());

        assertThat(brand.words().words()).containsExactly("假货");
    }

    @Test
    void aRoomTellsWhatWasHiddenSinceAndTheLastOnes() {
        final RoomBoard rooms = new RoomBoard();
        rooms.apply(records.putRoom(ROOM, "Evening", "", 0).accepted());
        for (int i = 0; i <= RoomView.HIDDEN; i++) {
            rooms.apply(records.command(TalkCommands.hide(ROOM, 100 + i)).accepted(VIEWER));
        }
        rooms.apply(records.command(TalkCommands.slow(ROOM, 10)).accepted());

        final RoomView room = rooms.room(ROOM);
        assertThat(room.hidden().size()).isEqualTo(RoomView.HIDDEN);
        assertThat(room.hidden().getLong(0)).isEqualTo(101);
        assertThat(room.newlyHidden()).isEqualTo(RoomView.HIDDEN);
        assertThat(room.slowSeconds()).isEqualTo(10);
        assertThat(room.slowChanged()).isTrue();
        rooms.drainChanges(changed -> {});
        assertThat(room.newlyHidden()).isZero();
        assertThat(room.slowChanged()).isFalse();
    }
}
