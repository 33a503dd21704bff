package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.codec.BookShowEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import java.nio.file.Path;
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
