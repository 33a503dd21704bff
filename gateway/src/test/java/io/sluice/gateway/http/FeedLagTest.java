package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PostCommentEncoder;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds that follow: what they say when there is nothing to say, and who reads how far. */
class FeedLagTest {
    private static final int BATCH = 500;
    /** About four times what the kernel keeps for a connection that nobody reads. */
    private static final int COMMENTS = 60_000;

    /** As long as a comment may be. */
    private static final String TEXT = "想要".repeat(25);

    @TempDir
    private Path data;

    private TestGateway gateway;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data, TestGateway.context());
        Shop.open(gateway.api(), 10);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aFollowerThatIsShownNothingHearsHowFarTheFeedHasLooked() throws IOException {
        try (Reader reader = new Reader("follow=true&viewer=42&heartbeat=1")) {
            final JsonNode first = reader.next();
            EventSchemas.check(first);
            assertThat(first.at("/data/sequence").asLong()).isEqualTo(durable());

            Shop.restock(gateway.api(), 1);
            final JsonNode second = reader.next();
            assertThat(second.path("type").asText()).isEqualTo("io.sluice.journal.position");
            assertThat(second.path("id").asText())
                    .isEqualTo(second.at("/data/sequence").asText());
            assertThat(second.at("/data/sequence").asLong()).isEqualTo(durable());
        }
    }

    @Test
    void aReaderThatResumesBehindAPositionMissesNothing() throws IOException {
        final long position;
        try (Reader reader = new Reader("follow=true&type=io.sluice.room.comment&heartbeat=1")) {
            position = reader.next().at("/data/sequence").asLong();
        }
        comment(1);
        try (Reader reader = new Reader("follow=true&type=io.sluice.room.comment&from=" + (position + 1))) {
            assertThat(reader.next().at("/data/sequence").asLong()).isEqualTo(position + 1);
        }
    }

    @Test
    void aFeedIsNamedByItsConsumerUntilItEnds() throws IOException {
        try (Reader reader = new Reader("follow=true&consumer=inventory")) {
            reader.next();

            await().untilAsserted(() -> {
                final JsonNode feed = feeds().path("feeds").path(0);
                assertThat(feed.path("consumer").asText()).isEqualTo("inventory");
                assertThat(feed.path("sequence").asLong()).isEqualTo(durable());
                assertThat(feed.path("lagRecords").asLong()).isZero();
                assertThat(feed.path("lagMs").asLong()).isZero();
            });
        }
        await().untilAsserted(() -> assertThat(feeds().path("feeds")).isEmpty());
    }

    @Test
    void aReaderWithoutANameIsCountedToo() throws IOException {
        try (Reader reader = new Reader("follow=true")) {
            reader.next();

            assertThat(feeds().path("feeds")).hasSize(1);
            assertThat(feeds().at("/feeds/0").has("consumer")).isFalse();
        }
    }

    @Test
    void aReaderThatStopsReadingIsWaitedForAndLosesNothing() throws IOException {
        comment(COMMENTS);
        final long last = durable();
        try (Reader reader = new Reader("follow=true&consumer=slow")) {
            // Many chunks at full speed first: what a feed lets go on must not add up.
            long sequence = 0;
            while (sequence < last / 2) {
                sequence = nextOf(reader, sequence);
            }

            final JsonNode feed = awaitStandstill();
            assertThat(feed.path("sequence").asLong()).isBetween(sequence, last - 1);
            assertThat(feed.path("lagRecords").asLong())
                    .isEqualTo(last - feed.path("sequence").asLong());
            await().until(() -> feeds().at("/feeds/0/lagMs").asLong() > 0);

            while (sequence < last) {
                sequence = nextOf(reader, sequence);
            }
        }
    }

    private static long nextOf(final Reader reader, final long sequence) throws IOException {
        final long next = reader.next().at("/data/sequence").asLong();
        assertThat(next).isEqualTo(sequence + 1);
        return next;
    }

    /** The feed, once two looks at it find it at the same record. */
    private JsonNode awaitStandstill() {
        final AtomicLong seen = new AtomicLong(-1);
        await().until(() -> {
            final long now = feeds().at("/feeds/0/sequence").asLong();
            return seen.getAndSet(now) == now;
        });
        return feeds().path("feeds").path(0);
    }

    private JsonNode feeds() {
        return gateway.management().get("/feeds").answers(200).json();
    }

    private long durable() {
        return feeds().path("durableSequence").asLong();
    }

    private void comment(final int count) {
        for (int i = 0; i < count; i += BATCH) {
            final long before = durable();
            final int batch = Math.min(BATCH, count - i);
            for (int each = 0; each < batch; each++) {
                gateway.offer((buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                        + new PostCommentEncoder()
                                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                                .viewer(42)
                                .room(7)
                                .text(TEXT)
                                .encodedLength());
            }
            await().until(() -> durable() == before + batch);
        }
    }

    /** A reader with a small window of its own, that takes lines off the connection only when it is told to. */
    private final class Reader implements AutoCloseable {
        private final Socket socket = new Socket();
        private final BufferedReader lines;

        Reader(final String query) throws IOException {
            socket.setReceiveBufferSize(16 * 1024);
            socket.setSoTimeout(10_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
            final String head =
                    "GET /api/v1/journal?" + query + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + gateway.token(Role.DOWNSTREAM, 1) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** The next event; chunk sizes and their line ends are passed over, for every chunk ends with a line. */
        JsonNode next() throws IOException {
            String line = lines.readLine();
            while (!line.startsWith("{")) {
                line = lines.readLine();
            }
            return new ObjectMapper().readTree(line);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
