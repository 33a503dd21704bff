package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.view.RoomBoard;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrontRoomTest {
    private static final long NOW_MS = TimeUnit.DAYS.toMillis(20_000);
    private static final long HOUR_MS = TimeUnit.HOURS.toMillis(1);

    private final RoomBoard board = new RoomBoard();

    @Test
    void ofLiveRoomsItIsTheOneThatStartsLatest() {
        room(1, RoomState.LIVE, -3);
        room(2, RoomState.LIVE, -2);
        room(3, RoomState.SCHEDULED, 1);
        room(4, RoomState.LIVE, -4);

        assertThat(front()).isEqualTo(2);
    }

    @Test
    void whereNoRoomIsLiveItIsTheNext() {
        room(1, RoomState.SCHEDULED, 5);
        room(2, RoomState.SCHEDULED, 2);
        room(3, RoomState.ENDED, 1);
        room(4, RoomState.SCHEDULED, 3);

        assertThat(front()).isEqualTo(2);
    }

    @Test
    void aRoomThatIsALittleLateIsTheNextAndAForgottenOneTheLast() {
        room(1, RoomState.SCHEDULED, -24);
        room(2, RoomState.SCHEDULED, 2);
        assertThat(front()).isEqualTo(2);

        room(3, RoomState.SCHEDULED, -1);
        assertThat(front()).isEqualTo(3);
    }

    @Test
    void whereAllAreForgottenItIsTheLatest() {
        room(1, RoomState.SCHEDULED, -24);
        room(2, RoomState.SCHEDULED, -48);

        assertThat(front()).isEqualTo(1);
    }

    @Test
    void ofRoomsThatStartAtOnceItIsTheFirstById() {
        room(9, RoomState.LIVE, 0);
        room(4, RoomState.LIVE, 0);

        assertThat(front()).isEqualTo(4);
    }

    @Test
    void whatHasEndedIsNoRoomToBeIn() {
        room(1, RoomState.ENDED, -1);

        assertThat(front()).isZero();
    }

    private void room(final long id, final RoomState state, final long startsInHours) {
        board.loadRoom(id, "", "", NOW_MS + startsInHours * HOUR_MS);
        board.loadRoomState(id, state, 0, 0);
    }

    private long front() {
        final FrontRoom front = new FrontRoom(NOW_MS);
        board.forEachRoom(front::consider);
        return front.id();
    }
}
