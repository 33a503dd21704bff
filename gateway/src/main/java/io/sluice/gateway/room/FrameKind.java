package io.sluice.gateway.room;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sluice.gateway.http.Problem;
import io.sluice.gateway.http.ProblemCode;
import io.sluice.gateway.http.RequestRefusedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

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
    PING("ping"),
    /** Wait for an offer of this room that is sold out. */
    WAIT("wait"),
    /** Give up the place or the turn. */
    LEAVE("leave");

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String LABELS =
            Arrays.stream(values()).map(FrameKind::label).collect(Collectors.joining(", "));

    private final String label;

    FrameKind(final String label) {
        this.label = label;
    }

    /** The value of {@code t}. */
    String label() {
        return label;
    }

    /** The field by which a viewer tells the answer to one frame of this kind from that to another. */
    String keyName() {
        return this == WAIT || this == LEAVE ? "id" : "key";
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
        throw refused(ProblemCode.FRAME_UNKNOWN, "t must be one of " + LABELS + ".", "t");
    }

    private static RequestRefusedException refused(final ProblemCode code, final String detail, final String field) {
        return new RequestRefusedException(new Problem(code, detail).field(field));
    }
}
