package io.sluice.gateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.sluice.engine.protocol.ProtocolLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A strict pull reader of one JSON object: UTF-8 only, no field twice, integers without fraction or exponent, nothing
 * behind the object. Whatever is wrong is a {@link RequestRefusedException} that names the place. One thread.
 */
public final class JsonBody {
    private static final int MAX_DEPTH = 8;
    private static final int DEGREES_SCALE = 6;
    private static final int MAX_DECIMAL_LENGTH = 32;
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final JsonParser parser;

    private JsonBody(final JsonParser parser) {
        this.parser = parser;
    }

    /** Opens the object in the first {@code length} bytes. */
    public static JsonBody open(final byte[] bytes, final int length) {
        requireUtf8(bytes, length);
        try {
            final JsonBody body = new JsonBody(FACTORY.createParser(bytes, 0, length));
            if (body.next() != JsonToken.START_OBJECT) {
                throw malformed("An object is expected.");
            }
            return body;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Name of the next field of the object that is open; null at its end. */
    public String nextName() {
        final JsonToken token = next();
        return token == JsonToken.FIELD_NAME ? parser.getParsingContext().getCurrentName() : null;
    }

    /** Ends the reading: nothing may follow the object. */
    public void end() {
        if (next() != null) {
            throw malformed("Something follows the object at byte " + offset() + ".");
        }
    }

    /** Reads an array's opening. */
    public void beginArray(final String expectation) {
        if (next() != JsonToken.START_ARRAY) {
            throw invalid(expectation);
        }
    }

    /** Steps to the next element, an object; false at the array's end. */
    public boolean nextObject() {
        final JsonToken token = next();
        if (token == JsonToken.END_ARRAY) {
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw invalid("must be an object");
        }
        return true;
    }

    /** Reads an object's opening. */
    public void beginObject() {
        if (next() != JsonToken.START_OBJECT) {
            throw invalid("must be an object");
        }
    }

    /** Reads an integer of {@code least} to {@code most}. */
    public long integer(final long least, final long most) {
        return integerOf(next(), least, most);
    }

    /** Reads an id. */
    public long id() {
        return integer(1, ProtocolLimits.MAX_ID);
    }

    /** Reads an id or null, which is 0. */
    public long idOrNull() {
        final JsonToken token = next();
        return token == JsonToken.VALUE_NULL ? 0 : integerOf(token, 1, ProtocolLimits.MAX_ID);
    }

    /** Reads an array of 1 to {@code most} ids, none of them twice. */
    public List<Long> ids(final int most) {
        final String place = place();
        final String expectation = "must be an array of 1 to " + most + " ids";
        beginArray(expectation);
        final Set<Long> ids = new LinkedHashSet<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            if (ids.size() == most) {
                throw invalid(place, expectation);
            }
            addOnce(ids, integerOf(token, 1, ProtocolLimits.MAX_ID));
        }
        if (ids.isEmpty()) {
            throw invalid(place, expectation);
        }
        return List.copyOf(ids);
    }

    /** Reads an array of 1 to {@code most} strings, none of them twice. */
    public List<String> strings(final int most) {
        final String place = place();
        final String expectation = "must be an array of 1 to " + most + " strings";
        beginArray(expectation);
        final Set<String> strings = new LinkedHashSet<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            if (strings.size() == most) {
                throw invalid(place, expectation);
            }
            addOnce(strings, stringOf(token));
        }
        if (strings.isEmpty()) {
            throw invalid(place, expectation);
        }
        return List.copyOf(strings);
    }

    /** Reads decimal degrees of {@code -most} to {@code most} into millionths, half ones away from 0. */
    public int degreesE6(final int mostE6) {
        final JsonToken token = next();
        final BigDecimal degrees = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT
                ? decimalOf(tokenText())
                : null;
        final BigDecimal most = BigDecimal.valueOf(mostE6, DEGREES_SCALE);
        if (degrees == null || degrees.abs().compareTo(most) > 0) {
            throw invalid("must be decimal degrees from "
                    + most.negate().stripTrailingZeros().toPlainString() + " to "
                    + most.stripTrailingZeros().toPlainString());
        }
        return degrees.setScale(DEGREES_SCALE, RoundingMode.HALF_UP)
                .unscaledValue()
                .intValueExact();
    }

    /** Null when it has more digits, or a smaller exponent, than a position needs: scaled, it would take any memory. */
    private static BigDecimal decimalOf(final String number) {
        if (number.length() > MAX_DECIMAL_LENGTH) {
            return null;
        }
        final BigDecimal value = new BigDecimal(number);
        return Math.abs(value.scale()) <= MAX_DECIMAL_LENGTH ? value : null;
    }

    /** Reads true or false. */
    public boolean flag() {
        final JsonToken token = next();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw invalid("must be true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /** Reads a time into epoch ms. */
    public long time() {
        try {
            return Rfc3339.parse(string());
        } catch (final DateTimeException e) {
            throw invalid("must be an RFC 3339 time such as 2026-11-21T12:00:00.000Z");
        }
    }

    /** Reads a string of visible ASCII. */
    public String ascii(final int least, final int most) {
        final String text = string();
        if (!Text.isVisibleAscii(text, least, most)) {
            throw invalid("must be " + least + " to " + most + " visible ASCII characters");
        }
        return text;
    }

    /** Reads a text of 1 to {@code maxBytes} bytes in UTF-8 without control characters. */
    public String text(final int maxBytes) {
        final String text = string();
        if (text.isEmpty() || Text.utf8Length(text) > maxBytes || Text.hasControls(text)) {
            throw invalid("must be 1 to " + maxBytes + " bytes of text without control characters");
        }
        return text;
    }

    /** Reads an absolute http or https URL, or a path of this server. */
    public String url() {
        final String text = string();
        if (!Text.isUrl(text, ProtocolLimits.MAX_URL_BYTES)) {
            throw invalid(
                    "must be an http or https URL or a path, of at most " + ProtocolLimits.MAX_URL_BYTES + " bytes");
        }
        return text;
    }

    /** Reads a string, whatever is in it; refuses half a surrogate pair. */
    public String string() {
        return stringOf(next());
    }

    private String stringOf(final JsonToken token) {
        if (token != JsonToken.VALUE_STRING) {
            throw invalid("must be a string");
        }
        final String text = tokenText();
        if (Text.utf8Length(text) < 0) {
            throw invalid("must be well-formed Unicode");
        }
        return text;
    }

    /** Reads an order id, a string of digits. */
    public long orderId() {
        final String text = string();
        final long order = Text.orderId(text);
        if (order < 0) {
            throw invalid("must be an order id, a string of digits");
        }
        return order;
    }

    /** Reads the name of one of an enum's constants. */
    public <E extends Enum<E>> E constant(final Class<E> type) {
        final String text = string();
        for (final E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw invalid("must be one of " + String.join(", ", Text.names(type)));
    }

    /** The field that was named last is not known here. */
    public RequestRefusedException unknown() {
        final String place = place();
        return new RequestRefusedException(
                new Problem(ProblemCode.UNKNOWN_FIELD, place + " is not a field of this body.").field(place));
    }

    /** Refuses the body unless a field that must be there was given. */
    public void require(final boolean given, final String place) {
        if (!given) {
            throw missing(place);
        }
    }

    /** A field that must be there is not; {@code place} as in {@code lines[0].quantity}. */
    public RequestRefusedException missing(final String place) {
        return new RequestRefusedException(new Problem(ProblemCode.FIELD_MISSING, place + " is missing.").field(place));
    }

    /** The value that was read last is not allowed, because it {@code expectation}. */
    public RequestRefusedException invalid(final String expectation) {
        return invalid(place(), expectation);
    }

    /** The value at {@code place} is not allowed, because it {@code expectation}. */
    public static RequestRefusedException invalid(final String place, final String expectation) {
        return new RequestRefusedException(
                new Problem(ProblemCode.FIELD_INVALID, place + " " + expectation + ".").field(place));
    }

    /** Where the reader is, as in {@code lines[0].quantity}. */
    public String place() {
        final StringBuilder path = new StringBuilder();
        describe(parser.getParsingContext(), path);
        return path.toString();
    }

    private static void describe(final JsonStreamContext context, final StringBuilder path) {
        if (context == null || context.inRoot()) {
            return;
        }
        // The context of an object or array that was just entered has no place in itself yet.
        describe(context.getParent(), path);
        if (context.inArray() && context.hasCurrentIndex()) {
            path.append('[').append(context.getCurrentIndex()).append(']');
        } else if (context.inObject() && context.getCurrentName() != null) {
            path.append(path.length() == 0 ? "" : ".").append(context.getCurrentName());
        }
    }

    private <T> void addOnce(final Set<T> values, final T value) {
        if (!values.add(value)) {
            throw invalid("must not be named twice");
        }
    }

    private String tokenText() {
        try {
            return parser.getText();
        } catch (final JsonProcessingException e) {
            throw broken(e);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long integerOf(final JsonToken token, final long least, final long most) {
        try {
            if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                final long value = parser.getLongValue();
                if (value >= least && value <= most) {
                    return value;
                }
            }
        } catch (final JsonProcessingException e) {
            throw broken(e);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        throw invalid("must be an integer from " + least + " to " + most);
    }

    private JsonToken next() {
        try {
            return parser.nextToken();
        } catch (final JsonProcessingException e) {
            throw broken(e);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RequestRefusedException broken(final JsonProcessingException e) {
        if (e.getOriginalMessage().startsWith("Duplicate ")) {
            final String place = place();
            final Problem problem =
                    new Problem(ProblemCode.MALFORMED_JSON, "A field is given twice at byte " + offset() + ".");
            return new RequestRefusedException(place.isEmpty() ? problem : problem.field(place));
        }
        return malformed("The JSON is broken at byte " + offset() + ".");
    }

    private long offset() {
        return parser.currentLocation().getByteOffset();
    }

    private static RequestRefusedException malformed(final String detail) {
        return new RequestRefusedException(new Problem(ProblemCode.MALFORMED_JSON, detail));
    }

    /** Refuses what Jackson would take as UTF-16 or UTF-32, and the malformed UTF-8 it would let pass. */
    private static void requireUtf8(final byte[] bytes, final int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                throw malformed("There is a NUL at byte " + i + ".");
            }
            if (bytes[i] < 0) {
                requireUtf8Decodable(bytes, length);
                return;
            }
        }
    }

    private static void requireUtf8Decodable(final byte[] bytes, final int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
        } catch (final CharacterCodingException e) {
            throw malformed("The bytes are not UTF-8.");
        }
    }
}
