package io.sluice.gateway.room;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sluice.gateway.http.Problem;
import io.sluice.gateway.http.ProblemCode;
import io.sluice.gateway.http.RequestRefusedException;
import java.io.IOException;

/** The kinds of frames a viewer may send, by their field {@code t}. */
enum FrameKind {
    /** Place an order in this room. */
    ORDER("order"),
    /** Claim a coupon. */
    CLAIM("claim"),
    /** Say something in this room. */
    COMMENT("comment"),
    /** Like it. */
    LIKE("like"),
    /** Ask whether the server is there, and for its time. */
    PING("ping");

    private static final JsonFactory FACTORY = new JsonFactory();

    private final String label;

    FrameKind(final String label) {
        this.label = label;
    }

    /** The value of {@code t}. */
    String label() {
        return label;
    }

    /**
     * Finds out what kind of frame an object is, wherever in it {@code t} stands. What else is wrong with the frame is
     * for its reader to find.
     *
     * @throws RequestRefusedException when it is no object, or of no kind.
     */
    static FrameKind in(final byte[] bytes, final int length) {
        try (JsonParser parser = FACTORY.createParser(bytes, 0, length)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    final boolean found = "t".equals(parser.currentName());
                    final JsonToken value = parser.nextToken();
                    if (found) {
                        return of(value == JsonToken.VALUE_STRING ? parser.getText() : "");
                    }
                    parser.skipChildren();
                }
                throw refused(ProblemCode.FIELD_MISSING, "t is missing.", "t");
            }
        } catch (final IOException e) {
            // The same answer as to what is no object.
        }
        throw refused(ProblemCode.MALFORMED_JSON, "An object is expected.", null);
    }

    private static FrameKind of(final String label) {
        for (final FrameKind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        throw refused(ProblemCode.FRAME_UNKNOWN, "t must be one of order, comment, like, ping.", "t");
    }

    private static RequestRefusedException refused(final ProblemCode code, final String detail, final String field) {
        return new RequestRefusedException(new Problem(code, detail).field(field));
    }
}
