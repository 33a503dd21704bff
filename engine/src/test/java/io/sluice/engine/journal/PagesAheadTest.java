package io.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class PagesAheadTest {
    private static final int FILE_BYTES = 1 << 20;

    @TempDir
    private Path directory;

    private final byte[] content = new byte[FILE_BYTES];
    private Path file;

    @BeforeEach
    void write() throws Exception {
        new Random(7).nextBytes(content);
        file = Files.write(directory.resolve("file"), content);
    }

    @Test
    void pagesAreReadyAsFarAsTheFileReachesAndNoByteIsAnother() throws Exception {
        try (PagesAhead pages = new PagesAhead()) {
            pages.follow(file, 10, Long.MAX_VALUE);
            assertThat(pages.readyTo()).isEqualTo(FILE_BYTES);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
    }

    @Test
    void whereTheFileHasNoBlocksNoneAreTaken() {
        try (PagesAhead pages = new PagesAhead()) {
            pages.follow(file, 0, FILE_BYTES - 1);
            assertThat(pages.readyTo()).isEqualTo(FILE_BYTES - (256 << 10));
        }
    }

    @Test
    void theyFollowAFileThatGrowsAndTheNextFileFromItsBeginning() throws Exception {
        try (PagesAhead pages = new PagesAhead()) {
            pages.follow(file, 0, Long.MAX_VALUE);
            grow();
            pages.follow(file, 0, Long.MAX_VALUE);
            assertThat(pages.readyTo()).isEqualTo(2 * FILE_BYTES);

            pages.follow(Files.write(directory.resolve("next"), content), 0, Long.MAX_VALUE);
            assertThat(pages.readyTo()).isEqualTo(FILE_BYTES);
        }
    }

    @Test
    void theyStayAheadOfAPositionThatHasOvertakenThem() {
        try (PagesAhead pages = new PagesAhead()) {
            pages.follow(file, 3 * FILE_BYTES, Long.MAX_VALUE);
            assertThat(pages.readyTo()).isEqualTo(3 * FILE_BYTES);
        }
    }

    @Test
    void whatIsWrittenMeanwhileIsNotLost() throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            final var mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, FILE_BYTES);
            final Thread writer = new Thread(() -> {
                for (int i = 0; i < FILE_BYTES; i++) {
                    mapped.put(i, (byte) (content[i] + 1));
                }
            });
            writer.start();
            while (writer.isAlive()) {
                touchAll();
            }
            writer.join();
        }
        final byte[] after = Files.readAllBytes(file);
        for (int i = 0; i < FILE_BYTES; i++) {
            content[i]++;
        }
        assertThat(after).isEqualTo(content);
    }

    private void touchAll() {
        try (PagesAhead pages = new PagesAhead()) {
            pages.follow(file, 0, Long.MAX_VALUE);
        }
    }

    private void grow() throws Exception {
        try (RandomAccessFile longer = new RandomAccessFile(file.toFile(), "rw")) {
            longer.setLength(2 * FILE_BYTES);
        }
    }
}
