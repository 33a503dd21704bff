package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any frames over a live connection: what comes back is of the contract, and the connection ends, if it does, for one of
 * the documented reasons and never because the gateway failed. An input is what {@link RawFrames} makes frames of.
 */
class FrameFuzzTest {
    private static final int INTERNAL = 1011;

    @TempDir
    private static Path data;

    private static LiveFixture fixture;
    private static long viewer;

    @BeforeAll
    static void open() {
        fixture = new LiveFixture(data, new RoomOptions()).sell(1_000_000);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    /** Each over a connection of another viewer, since rates and offences are counted. */
    @FuzzTest
    void anyFrames(final byte[] input) throws IOException {
        final List<String> texts = new ArrayList<>();
        final int closeCode;
        try (RawFrames frames = RawFrames.connect(fixture.port(), ++viewer)) {
            closeCode = frames.exchange(input, texts);
        }
        assertThat(closeCode).isNotEqualTo(INTERNAL);
        texts.forEach(LiveSchema::read);
    }
}
