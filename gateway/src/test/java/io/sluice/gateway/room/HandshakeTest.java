package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has become a viewer, on a socket that is read and written byte by byte. */
class HandshakeTest {
    private static final long LI = 42;

    @TempDir
    private Path data;

    private LiveFixture fixture;

    @BeforeEach
    void sellInOneRoom() {
        fixture = new LiveFixture(data, new RoomOptions()).sell(10);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void framesThatComeWithTheHandshakeAreHeardBehindIt() throws IOException {
        final byte[] ping = RawFrames.input(RawFrames.TEXT, "{\"t\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
        final List<String> texts = new ArrayList<>();

        try (RawFrames eager = RawFrames.connectAndSend(fixture.port(), LI, ping)) {
            eager.hear(texts);
        }

        assertThat(texts).anyMatch(frame -> frame.startsWith("{\"t\":\"pong\""));
    }
}
