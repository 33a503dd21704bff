package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.codec.ChangeRoomStateEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of bookings by which version the end of their show was written in. */
class BookingRecordTest {
    private static final int START = RecordFlyweight.HEADER_LENGTH;
    private static final long ROOM = SampleReviewCommands.NEXT_ROOM;

    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[CommandRing.MIN_SLOT_BYTES]);
    private final FlashCore core = new FlashCore(CoreReserves.NONE);
    private final CommandDecider decider = new CommandDecider(core);
    private long sequence;

    @ParameterizedTest
    @CsvSource({"5, 1", "6, 0"})
    void onlyAnEndOfVersionSixGivesRowsBack(final int version, final long booked) {
        decide(SampleCommands.putRoom(ROOM).write(slot, START));
        decide(SampleReviewCommands.book(SampleCommands.VIEWER, ROOM, 1).write(slot, START));
        changeRoomState(RoomState.LIVE, version);
        assertThat(core.bookings().booked(ROOM)).isEqualTo(1);

        changeRoomState(RoomState.ENDED, version);

        assertThat(core.bookings().booked(ROOM)).isEqualTo(booked);
    }

    private void changeRoomState(final RoomState next, final int version) {
        final ChangeRoomStateEncoder encoder = new ChangeRoomStateEncoder()
                .wrapAndApplyHeader(slot, START, new MessageHeaderEncoder())
                .actor(1)
                .room(ROOM)
                .state(next.code());
        new MessageHeaderEncoder().wrap(slot, START).version(version);
        decide(MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength());
    }

    private void decide(final int commandLength) {
        sequence++;
        decider.decide(slot, START, commandLength, sequence, sequence);
        assertThat(decider.decision().outcome().isRefusal()).isFalse();
    }
}
