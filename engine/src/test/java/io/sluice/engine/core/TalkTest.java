package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import org.junit.jupiter.api.Test;

/** Comments, likes and mutes. */
class TalkTest {
    private final Shop shop = Shop.open(LimitsBuilder.limits().mutes(2));

    @Test
    void aCommentIsTakenBeforeAndDuringTheBroadcastAndNotAfter() {
        shop.putRoom(2);

        assertThat(shop.comment(Shop.VIEWER, 2).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
        shop.changeRoomState(Shop.ROOM, RoomState.ENDED);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.ROOM_ENDED);
    }

    @Test
    void aCommentNeedsARoomAndAViewerAndAText() {
        assertThat(shop.comment(Shop.VIEWER, 99).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
        assertThat(shop.comment(0, Shop.ROOM).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM, 0).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM, ProtocolLimits.MAX_COMMENT_BYTES)
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM, ProtocolLimits.MAX_COMMENT_BYTES + 1)
                        .outcome())
                .isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void likesAreSummed() {
        shop.like(Shop.ROOM, 3);
        final Decision decision = shop.like(Shop.ROOM, ProtocolLimits.MAX_LIKES);

        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.room().likes()).isEqualTo(ProtocolLimits.MAX_LIKES + 3L);
    }

    @Test
    void likesNeedARoomThatHasNotEndedAndANumber() {
        assertThat(shop.like(99, 1).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
        assertThat(shop.like(Shop.ROOM, 0).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.like(Shop.ROOM, ProtocolLimits.MAX_LIKES + 1).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        shop.changeRoomState(Shop.ROOM, RoomState.ENDED);
        assertThat(shop.like(Shop.ROOM, 1).outcome()).isEqualTo(Outcome.ROOM_ENDED);
        assertThat(shop.room().likes()).isZero();
    }

    @Test
    void aMutedViewerDoesNotTalkUntilTheMuteEnds() {
        final Decision mute = shop.mute(Shop.VIEWER, 1_000);
        assertThat(mute.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(mute.detail()).isEqualTo(shop.nowMs() + 1_000);

        final Decision last = shop.pass(999).comment(Shop.VIEWER, Shop.ROOM);
        assertThat(last.outcome()).isEqualTo(Outcome.VIEWER_MUTED);
        assertThat(last.detail()).isEqualTo(mute.detail());
        assertThat(shop.comment(8, Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.pass(1).comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aMuteForGoodNeverEnds() {
        assertThat(shop.mute(Shop.VIEWER, -1).detail()).isEqualTo(Long.MAX_VALUE);
        assertThat(shop.mute(8, Long.MAX_VALUE).detail()).isEqualTo(Long.MAX_VALUE);

        assertThat(shop.pass(1L << 50).comment(Shop.VIEWER, Shop.ROOM).outcome())
                .isEqualTo(Outcome.VIEWER_MUTED);
    }

    @Test
    void aMuteIsLifted() {
        shop.mute(Shop.VIEWER, -1);

        final Decision lifted = shop.mute(Shop.VIEWER, 0);

        assertThat(lifted.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(lifted.detail()).isZero();
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.mute(9, 0).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aNewMuteReplacesTheOldOne() {
        shop.mute(Shop.VIEWER, -1);
        shop.mute(Shop.VIEWER, 10);

        assertThat(shop.pass(10).comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void onlyMutesThatHaveEndedMakeRoomForOthers() {
        shop.mute(1, 10);
        shop.mute(2, 20);

        assertThat(shop.mute(3, 10).outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(shop.mute(2, 30).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.pass(10).mute(3, 10).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.comment(1, Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.comment(2, Shop.ROOM).outcome()).isEqualTo(Outcome.VIEWER_MUTED);
        assertThat(shop.comment(3, Shop.ROOM).outcome()).isEqualTo(Outcome.VIEWER_MUTED);
        assertThat(shop.mute(4, 10).outcome()).isEqualTo(Outcome.CAPACITY);
    }

    @Test
    void manyEndedMutesAllMakeRoom() {
        final Shop large = Shop.open(LimitsBuilder.limits().mutes(1_000));
        for (long viewer = 1; viewer <= 1_000; viewer++) {
            large.mute(viewer, viewer % 2 == 0 ? 10 : -1);
        }
        large.pass(10);
        for (long viewer = 2_001; viewer <= 2_500; viewer++) {
            assertThat(large.mute(viewer, -1).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(large.mute(3_000, -1).outcome()).isEqualTo(Outcome.CAPACITY);
        for (long viewer = 1; viewer <= 1_000; viewer++) {
            assertThat(large.comment(viewer, Shop.ROOM).outcome())
                    .isEqualTo(viewer % 2 == 0 ? Outcome.ACCEPTED : Outcome.VIEWER_MUTED);
        }
    }

    @Test
    void aMuteNeedsAViewerAndADuration() {
        assertThat(shop.mute(0, 1).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.mute(-1, 1).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.mute(1, -2).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
    }
}
