package io.sluice.bench.load.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonScanTest {
    @Test
    void numbersAreFoundWithAndWithoutQuotes() {
        assertThat(number("{\"order\":\"1234\",\"sequence\":40976}", "order")).isEqualTo(1234);
        assertThat(number("{\"order\":\"1234\",\"sequence\":40976}", "sequence"))
                .isEqualTo(40976);
    }

    @Test
    void whatIsNotThereIsNone() {
        assertThat(number("{\"a\":1}", "b")).isEqualTo(JsonScan.NONE);
        assertThat(number("{\"a\":null}", "a")).isEqualTo(JsonScan.NONE);
        assertThat(number("{\"a\":", "a")).isEqualTo(JsonScan.NONE);
        assertThat(text("{\"a\":7}", "a")).isNull();
        assertThat(text("{\"a\":\"cut", "a")).isNull();
    }

    @Test
    void aTextEndsAtItsOwnQuote() {
        assertThat(text("{\"code\":\"SOLD_OUT\",\"status\":409}", "code")).isEqualTo("SOLD_OUT");
        assertThat(text("{\"a\":\"x\\\"y\",\"b\":1}", "a")).isEqualTo("x\\\"y");
    }

    private static long number(final String json, final String name) {
        final ByteBuf bytes = Unpooled.copiedBuffer(json, StandardCharsets.UTF_8);
        return JsonScan.number(bytes, 0, bytes.writerIndex(), JsonScan.field(name));
    }

    private static String text(final String json, final String name) {
        final ByteBuf bytes = Unpooled.copiedBuffer(json, StandardCharsets.UTF_8);
        return JsonScan.text(bytes, 0, bytes.writerIndex(), JsonScan.field(name));
    }
}
