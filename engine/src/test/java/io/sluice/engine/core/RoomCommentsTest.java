package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import org.junit.jupiter.api.Test;

/** Which comments are known once there were more than can be: a busy room forgets its own. */
class RoomCommentsTest {
    private static final long QUIET = 2;
    private static final long OVER = 3;
    private static final int ROOMS = 300;
    private static final int BLOCK = RoomComments.BLOCK_ROWS;

    private final Shop shop = Shop.open(LimitsBuilder.limits().rooms(ROOMS + 1));

    @Test
    void aBusyRoomForgetsItsOwnAndNoneOfAnother() {
        shop.putRoom(QUIET);
        shop.slow(QUIET, ProtocolLimits.MAX_SLOW_SECONDS);
        final long quiet = shop.comment(Shop.VIEWER, QUIET).sequence();
        final long first = talk(Shop.ROOM, 2 * ProtocolLimits.MAX_COMMENTS);

        for (final Shop same : new Shop[] {shop, shop.reloaded()}) {
            assertThat(same.comment(Shop.VIEWER, QUIET).outcome()).isEqualTo(Outcome.TALK_SLOWED);
            assertThat(same.hide(QUIET, quiet).outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(same.hide(Shop.ROOM, first).outcome()).isEqualTo(Outcome.COMMENT_UNKNOWN);
        }
    }

    @Test
    void aRoomAloneKnowsItsNewestButForABlock() {
        final long first = talk(Shop.ROOM, ProtocolLimits.MAX_COMMENTS);
        assertThat(shop.hide(Shop.ROOM, first).outcome()).isEqualTo(Outcome.ACCEPTED);

        final long next = talk(Shop.ROOM, 1);

        assertThat(shop.hide(Shop.ROOM, first + BLOCK - 1).outcome()).isEqualTo(Outcome.COMMENT_UNKNOWN);
        assertThat(shop.hide(Shop.ROOM, first + BLOCK).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.hide(Shop.ROOM, next).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aShowThatIsOverGivesItsCommentsUpFirst() {
        shop.putRoom(OVER);
        final long over = shop.comment(Shop.VIEWER, OVER).sequence();
        shop.changeRoomState(OVER, RoomState.LIVE);
        shop.changeRoomState(OVER, RoomState.ENDED);
        final long first = talk(Shop.ROOM, ProtocolLimits.MAX_COMMENTS - BLOCK);
        assertThat(shop.hide(OVER, over).outcome()).as("while there is space").isEqualTo(Outcome.ACCEPTED);

        talk(Shop.ROOM, 1);

        assertThat(shop.hide(OVER, over).outcome()).isEqualTo(Outcome.COMMENT_UNKNOWN);
        assertThat(shop.hide(Shop.ROOM, first).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void whoseCommentIsForgottenDoesNotWaitForIt() {
        shop.slow(Shop.ROOM, ProtocolLimits.MAX_SLOW_SECONDS);
        shop.comment(Shop.VIEWER, Shop.ROOM);
        for (int viewer = 1; viewer < ProtocolLimits.MAX_COMMENTS; viewer++) {
            shop.comment(1_000 + viewer, Shop.ROOM);
        }
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.TALK_SLOWED);

        shop.comment(1_000, Shop.ROOM);

        assertThat(shop.reloaded().comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void whatOlderVersionsRememberedStaysBesideIt() {
        final long shared =
                shop.comment(Shop.VIEWER, Shop.ROOM, CommentMemory.SHARED).sequence();
        talk(Shop.ROOM, ProtocolLimits.MAX_COMMENTS + 1);
        shop.slow(Shop.ROOM, ProtocolLimits.MAX_SLOW_SECONDS);

        for (final Shop same : new Shop[] {shop, shop.reloaded()}) {
            assertThat(same.comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.TALK_SLOWED);
            assertThat(same.report(9, Shop.ROOM, shared).outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(same.hide(Shop.ROOM, shared).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(shop.reloaded().core().stateHash()).isEqualTo(shop.core().stateHash());
    }

    @Test
    void whoseOwnCommentIsForgottenWaitsForAnOlderOneThatIsKnown() {
        shop.slow(Shop.ROOM, ProtocolLimits.MAX_SLOW_SECONDS);
        shop.comment(Shop.VIEWER, Shop.ROOM, CommentMemory.SHARED);
        shop.slow(Shop.ROOM, 0);
        shop.comment(Shop.VIEWER, Shop.ROOM);
        shop.slow(Shop.ROOM, ProtocolLimits.MAX_SLOW_SECONDS);
        for (int viewer = 1; viewer <= ProtocolLimits.MAX_COMMENTS; viewer++) {
            shop.comment(1_000 + viewer, Shop.ROOM);
        }

        final Shop reloaded = shop.reloaded();
        for (final Shop same : new Shop[] {shop, reloaded}) {
            final Decision slowed = same.comment(Shop.VIEWER, Shop.ROOM);
            assertThat(slowed.outcome()).isEqualTo(Outcome.TALK_SLOWED);
            same.pass(slowed.detail() - slowed.timeMs());
            assertThat(same.comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(reloaded.core().stateHash()).isEqualTo(shop.core().stateHash());
    }

    @Test
    void aReloadedCoreForgetsWhatThisOneForgets() {
        for (long room = QUIET; room < QUIET + 5; room++) {
            shop.putRoom(room);
            talk(room, 3 * BLOCK + 7);
        }
        talk(Shop.ROOM, ProtocolLimits.MAX_COMMENTS);
        final Shop reloaded = shop.reloaded();

        for (int i = 0; i < 5 * BLOCK; i++) {
            shop.comment(8, QUIET + i % 3);
            reloaded.comment(8, QUIET + i % 3);
        }

        assertThat(reloaded.core().stateHash()).isEqualTo(shop.core().stateHash());
    }

    @Test
    void manyRoomsThatWaitLeaveALiveOneAllButAQuarter() {
        final long first = talk(Shop.ROOM, ProtocolLimits.MAX_COMMENTS);
        for (int i = 0; i < ROOMS; i++) {
            shop.putRoom(QUIET + i);
            talk(QUIET + i, 1);
        }
        final long quiet = shop.lastSequence();
        final long next = talk(Shop.ROOM, ProtocolLimits.MAX_COMMENTS);

        final int kept = ProtocolLimits.MAX_COMMENTS - RoomComments.WAITING_BLOCKS * BLOCK;
        assertThat(shop.hide(Shop.ROOM, first + ProtocolLimits.MAX_COMMENTS - 1).outcome())
                .isEqualTo(Outcome.COMMENT_UNKNOWN);
        assertThat(shop.hide(Shop.ROOM, next + ProtocolLimits.MAX_COMMENTS - kept - 1)
                        .outcome())
                .isEqualTo(Outcome.COMMENT_UNKNOWN);
        assertThat(shop.hide(Shop.ROOM, next + ProtocolLimits.MAX_COMMENTS - kept)
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.hide(QUIET + ROOMS - 1, quiet).outcome())
                .as("the rooms that wait keep the quarter")
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void manyLiveRoomsLoseNothingToABusyOne() {
        final long[] said = new long[ROOMS];
        for (int i = 0; i < ROOMS; i++) {
            shop.putRoom(QUIET + i);
            shop.changeRoomState(QUIET + i, RoomState.LIVE);
            said[i] = talk(QUIET + i, 1);
        }
        talk(Shop.ROOM, 2 * ProtocolLimits.MAX_COMMENTS);

        for (int i = 0; i < ROOMS; i++) {
            assertThat(shop.hide(QUIET + i, said[i]).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    @Test
    void ofRoomsThatHaveAsManyTheOneThatAsksGives() {
        final int half = ProtocolLimits.MAX_COMMENTS / 2;
        shop.putRoom(QUIET);
        shop.changeRoomState(QUIET, RoomState.LIVE);
        final long quiet = talk(QUIET, half);
        final long first = talk(Shop.ROOM, half);

        talk(Shop.ROOM, 1);

        for (final Shop same : new Shop[] {shop.reloaded(), shop}) {
            assertThat(same.hide(QUIET, quiet).outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(same.hide(Shop.ROOM, first + BLOCK - 1).outcome()).isEqualTo(Outcome.COMMENT_UNKNOWN);
            assertThat(same.hide(Shop.ROOM, first + BLOCK).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    @Test
    void commentsOfARoomThatThereIsNotAreRefused() {
        final StateBytes state = new StateBytes();
        state.putLong(99);
        state.putInt(1);
        final FlashCore core = new FlashCore(CoreReserves.NONE);

        assertThatThrownBy(() -> core.talk().comments().loadOfRooms(core.catalogue(), state))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("blocks=1 of comments of room=99");
    }

    /** So many comments in a row; answers the number of the first. */
    private long talk(final long room, final int comments) {
        final long first = shop.lastSequence() + 1;
        for (int i = 0; i < comments; i++) {
            shop.comment(100 + i % 3, room);
        }
        return first;
    }
}
