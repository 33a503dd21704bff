package io.sluice.engine.ring;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ReviewState;
import io.sluice.engine.protocol.codec.BookShowEncoder;
import io.sluice.engine.protocol.codec.JudgeReviewEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.WriteReviewEncoder;
import java.util.EnumMap;
import java.util.Map;

/** As {@link SampleCommands}, of reviews and bookings. */
public final class SampleReviewCommands {
    /** Scheduled in the fixture's evening. */
    static final long NEXT_ROOM = 9;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private SampleReviewCommands() {}

    /** All of them, by their shapes. */
    static Map<CommandShape, CommandWriter> all() {
        final Map<CommandShape, CommandWriter> commands = new EnumMap<>(CommandShape.class);
        commands.put(CommandShape.WRITE_REVIEW, write(SampleCommands.VIEWER, 1, 5, "很好", "https://x/1.jpg"));
        commands.put(CommandShape.JUDGE_REVIEW, judge(1, 1, ReviewState.APPROVED, "good"));
        commands.put(CommandShape.BOOK_SHOW, book(SampleCommands.VIEWER, NEXT_ROOM, 1));
        return commands;
    }

    /** Of a show, 1 for booked. */
    public static CommandWriter book(final long viewer, final long room, final int booked) {
        return (buffer, offset) -> {
            final BookShowEncoder encoder = new BookShowEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.viewer(viewer).room(room).booked((short) booked).encodedLength();
        };
    }

    /** Of the sample's offer. */
    public static CommandWriter write(
            final long viewer, final long order, final int stars, final String text, final String image) {
        return (buffer, offset) -> {
            final WriteReviewEncoder encoder = new WriteReviewEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.viewer(viewer).order(order).offer(SampleCommands.OFFER).stars((short) stars);
            return HEADER + encoder.name("王**").text(text).image(image).encodedLength();
        };
    }

    /** By the first operator. */
    public static CommandWriter judge(
            final long review, final long writtenAt, final ReviewState next, final String reason) {
        return (buffer, offset) -> {
            final JudgeReviewEncoder encoder = new JudgeReviewEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).review(review).writtenAt(writtenAt).state(next.code());
            return HEADER + encoder.reason(reason).encodedLength();
        };
    }

    private static MessageHeaderEncoder header() {
        return new MessageHeaderEncoder();
    }
}
