package io.sluice.gateway.http;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.ReviewState;
import io.sluice.engine.protocol.codec.BookShowDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.JudgeReviewDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.ReviewMovesDecoder;
import io.sluice.engine.protocol.codec.WriteReviewDecoder;

/** Writes the data of records about reviews and bookings. One thread. */
final class ReviewRecordJson {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();
    private final ReviewMoveJson moves = new ReviewMoveJson();

    /** Writes the fields into an object that is open; returns the event's subject, null when the record is another's. */
    String write(final RecordFlyweight record, final JsonWriter json) {
        return switch (record.commandType()) {
            case WriteReviewDecoder.TEMPLATE_ID -> writeWritten(record, json);
            case JudgeReviewDecoder.TEMPLATE_ID -> writeJudged(record, json);
            case BookShowDecoder.TEMPLATE_ID -> writeBooked(record, json);
            default -> null;
        };
    }

    private String writeWritten(final RecordFlyweight record, final JsonWriter json) {
        final WriteReviewDecoder command =
                new WriteReviewDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("viewer").value(command.viewer());
        json.name("order").digitString(command.order());
        json.name("offer").value(command.offer());
        json.name("stars").value(command.stars());
        json.name("name").value(command.name());
        json.name("text").value(command.text());
        final String image = command.image();
        if (!image.isEmpty()) {
            json.name("image").value(image);
        }
        if (!record.outcome().isRefusal()) {
            final ReviewMovesDecoder.ReviewsDecoder move = move(record);
            json.name("review").value(move.review());
            json.name("item").value(move.item());
            json.name("reviewState").value(ReviewState.ofCode(move.state()).name());
            writeShown(json, move);
        }
        return "orders/" + command.order();
    }

    private String writeJudged(final RecordFlyweight record, final JsonWriter json) {
        final JudgeReviewDecoder command =
                new JudgeReviewDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("review").value(command.review());
        json.name("writtenSequence").value(command.writtenAt());
        json.name("reviewState").value(ReviewState.ofCode(command.state()).name());
        final String reason = command.reason();
        if (!reason.isEmpty()) {
            json.name("reason").value(reason);
        }
        if (!record.outcome().isRefusal()) {
            final ReviewMovesDecoder.ReviewsDecoder move = move(record);
            json.name("viewer").value(move.viewer());
            json.name("order").digitString(move.order());
            json.name("item").value(move.item());
            json.name("stars").value(move.stars());
            writeShown(json, move);
        }
        return "reviews/" + command.review();
    }

    private String writeBooked(final RecordFlyweight record, final JsonWriter json) {
        final BookShowDecoder command =
                new BookShowDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("viewer").value(command.viewer());
        json.name("room").value(command.room());
        json.name("isBooked").value(command.booked() == 1);
        if (!record.outcome().isRefusal()) {
            decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
            json.name("booked").value(decision.detail());
        }
        return "rooms/" + command.room();
    }

    private static void writeShown(final JsonWriter json, final ReviewMovesDecoder.ReviewsDecoder move) {
        json.name("shown").value(move.shown());
        json.name("shownStars").value(move.shownStars());
    }

    private ReviewMovesDecoder.ReviewsDecoder move(final RecordFlyweight record) {
        decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        return moves.read(record.buffer(), decision.limit());
    }
}
