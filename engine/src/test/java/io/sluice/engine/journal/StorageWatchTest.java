package io.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageWatchTest {
    private static final long WATERMARK = 1_600;
    private static final int BLOCK = 100;

    private long usableBytes = 10_000;
    private long looks;
    private long nowNs = -StorageWatch.INTERVAL_NS / 2;

    @Test
    void isLowBelowTheWatermark() {
        final StorageWatch watch = watch();

        assertThat(lowWith(watch, WATERMARK)).isFalse();
        assertThat(lowWith(watch, WATERMARK - 1)).isTrue();
    }

    @Test
    void isLowFromTheStart() {
        usableBytes = 0;

        assertThat(watch().low()).isTrue();
    }

    @Test
    void recoversByItselfOnceThereIsAMarginOfSpace() {
        final StorageWatch watch = watch();
        assertThat(lowWith(watch, WATERMARK - 1)).isTrue();

        assertThat(lowWith(watch, WATERMARK)).isTrue();
        assertThat(lowWith(watch, WATERMARK + 99)).isTrue();
        assertThat(lowWith(watch, WATERMARK + 100)).isFalse();
        assertThat(lowWith(watch, WATERMARK)).isFalse();
    }

    @Test
    void looksOnceAnInterval() {
        final StorageWatch watch = watch();
        for (int i = 0; i < 10; i++) {
            nowNs += StorageWatch.INTERVAL_NS / 5;
            watch.poll(nowNs);
        }

        assertThat(looks).isEqualTo(1 + 2);
    }

    @Test
    void refusesAWatermarkBelowABlock() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StorageWatch(() -> 0, BLOCK - 1, BLOCK, 0))
                .withMessage("lowSpaceBytes=99 is below blockBytes=100");
    }

    @Test
    void asksTheDiskOfTheDataDirectory(@TempDir final Path data) {
        try (ChronicleJournal journal = ChronicleJournal.open(
                new JournalDirectory(data), new JournalSettings().withBlockBytes(JournalSettings.MIN_BLOCK_BYTES))) {
            assertThat(StorageWatch.of(journal, BLOCK, BLOCK, 0).low()).isFalse();
            assertThat(StorageWatch.of(journal, Long.MAX_VALUE / 2, BLOCK, 0).low())
                    .isTrue();
        }
    }

    private StorageWatch watch() {
        return new StorageWatch(this::usableBytes, WATERMARK, BLOCK, nowNs);
    }

    private long usableBytes() {
        looks++;
        return usableBytes;
    }

    private boolean lowWith(final StorageWatch watch, final long bytes) {
        usableBytes = bytes;
        nowNs += StorageWatch.INTERVAL_NS;
        watch.poll(nowNs);
        return watch.low();
    }
}
