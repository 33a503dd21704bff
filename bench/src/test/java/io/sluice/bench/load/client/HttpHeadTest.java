package io.sluice.bench.load.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpHeadTest {
    private static final String ANSWER =
            "HTTP/1.1 201 Created\r\nVary: x-content-length: 9\r\nCONTENT-Length: 12\r\n\r\n";

    private final HttpHead head = new HttpHead();

    @Test
    void statusAndLengthAreFoundInAnyCase() {
        assertThat(head.read(bytes(ANSWER + "{\"a\":1}"))).isEqualTo(ANSWER.length());
        assertThat(head.status()).isEqualTo(201);
        assertThat(head.bodyLength()).isEqualTo(12);
    }

    @Test
    void aHeadThatIsNotWholeIsPartial() {
        for (int length = 0; length < ANSWER.length(); length++) {
            assertThat(head.read(bytes(ANSWER.substring(0, length))))
                    .as("%s bytes", length)
                    .isEqualTo(HttpHead.PARTIAL);
        }
    }

    @Test
    void anAnswerWithoutABodyHasNone() {
        head.read(bytes("HTTP/1.1 204 No Content\r\n\r\n"));

        assertThat(head.bodyLength()).isZero();
    }

    @Test
    void chunksAreToldFromAWholeBody() {
        head.read(bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
        assertThat(head.isChunked()).isTrue();

        head.read(bytes(ANSWER));
        assertThat(head.isChunked()).isFalse();
    }

    private static ByteBuf bytes(final String ascii) {
        return Unpooled.copiedBuffer(ascii, StandardCharsets.US_ASCII);
    }
}
