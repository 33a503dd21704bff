package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.agrona.concurrent.UnsafeBuffer;

class JsonWriterTest {
    private final JsonWriter json = new JsonWriter();

    @Property
    void anyStringIsReadBackAsItWas(@ForAll final String text) throws IOException {
        final byte[] written = json.reset().value(text).toBytes();

        assertThat(new ObjectMapper().readTree(written).asText())
                .isEqualTo(new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16));
    }

    @Property
    void anyIntegerIsReadBackAsItWas(@ForAll final long value) {
        assertThat(text(json.reset().value(value))).isEqualTo(Long.toString(value));
        assertThat(text(json.reset().hex(value))).isEqualTo("\"%016x\"".formatted(value));
    }

    @Example
    void theLeastIntegerIsWrittenLikeAnyOther() {
        assertThat(text(json.reset().value(Long.MIN_VALUE))).isEqualTo("-9223372036854775808");
        assertThat(text(json.reset().digitString(Long.MIN_VALUE))).isEqualTo("\"-9223372036854775808\"");
    }

    @Property
    void anyTimeIsWrittenAsJavaWouldAndReadBack(
            @ForAll @LongRange(min = -62_135_596_800_000L, max = 253_402_300_799_999L) final long epochMs) {
        final String written = Rfc3339.format(epochMs);

        assertThat(Instant.parse(written)).isEqualTo(Instant.ofEpochMilli(epochMs));
        assertThat(Rfc3339.parse(written)).isEqualTo(epochMs);
    }

    @Example
    void objectsAndArraysNest() {
        json.reset().beginObject();
        json.name("a")
                .beginArray()
                .value(1)
                .value("x")
                .beginObject()
                .endObject()
                .endArray();
        json.name("b").value(true).name("c").nullValue().name("d").digitString(7);
        json.name("e").ascii(new UnsafeBuffer("a\"b".getBytes(StandardCharsets.US_ASCII)), 0, 3);

        assertThat(text(json.endObject()))
                .isEqualTo("{\"a\":[1,\"x\",{}],\"b\":true,\"c\":null,\"d\":\"7\",\"e\":\"a\\\"b\"}");
    }

    private static String text(final JsonWriter written) {
        return new String(written.toBytes(), StandardCharsets.UTF_8);
    }
}
