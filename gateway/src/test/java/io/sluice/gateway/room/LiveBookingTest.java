package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.codec.BookShowEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.view.RoomBoard;
import java.nio.file.Path;
import java.util.ArrayDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who booked a show hears that it begins, in whatever room they are. */
class LiveBookingTest {
    private static final long LI = 42;
    private static final long WANG = 43;
    private static final long NEXT = 8;

    @TempDir
    private Path data;

    private LiveFixture fixture;

    @BeforeEach
    void scheduleTheNextShow() {
        fixture = new LiveFixture(data, new RoomOptions()).sell(1);
        fixture.give(Commands.putRoom(NEXT, "返场"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whoBookedTheNextShowIsToldInThisRoomAndNobodyElse() {
        final TestViewer booked = fixture.join(LI);
        final TestViewer other = fixture.join(WANG);
        book(LI, 1);
        book(WANG, 1);
        book(WANG, 0);
        fixture.awaitHeard();

        fixture.give(Commands.changeRoomState(NEXT, RoomState.LIVE));
        fixture.awaitHeard();

        final JsonNode begun = booked.await("begun");
        assertThat(begun.get("room").asLong()).isEqualTo(NEXT);
        assertThat(begun.get("title").asText()).isEqualTo("返场");
        fixture.tick();
        other.next("tick");
    }

    @Test
    void ofManyWhoBookedEachIsToldThoughNotAllInOneTurn() {
        final TestViewer booked = fixture.join(LI);
        for (long viewer = 1_000; viewer < 1_000 + 3 * BookingNews.VIEWERS_A_TURN; viewer++) {
            book(viewer, 1);
        }
        book(LI, 1);
        fixture.give(Commands.changeRoomState(NEXT, RoomState.LIVE));
        fixture.awaitHeard();

        assertThat(booked.await("begun").get("room").asLong()).isEqualTo(NEXT);
    }

    @Test
    void whoBookedIsLookedForAFewATurn() {
        final RoomBoard board = new RoomBoard();
        board.loadRoom(NEXT, "返场", "", 0);
        for (long viewer = 1; viewer <= 3 * BookingNews.VIEWERS_A_TURN; viewer++) {
            board.loadBooking(viewer, NEXT);
        }
        final ArrayDeque<Runnable> later = new ArrayDeque<>();
        new BookingNews(fixture.rooms, later::add).tell(board.room(NEXT));

        int turns = 1;
        for (Runnable next = later.poll(); next != null; next = later.poll()) {
            next.run();
            turns++;
        }
        assertThat(turns).isEqualTo(3);
    }

    private void book(final long viewer, final int booked) {
        fixture.give((buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new BookShowEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .viewer(viewer)
                        .room(NEXT)
                        .booked((short) booked)
                        .encodedLength());
    }
}
