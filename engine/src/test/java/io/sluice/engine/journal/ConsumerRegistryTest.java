package io.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsumerRegistryTest {
    private static final long LAST = 20;

    @TempDir
    private Path data;

    private ConsumerRegistry registry;

    @BeforeEach
    void writeAJournal() {
        final JournalDirectory directory = new JournalDirectory(data);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, new JournalSettings())) {
            new RecordWriter(journal).to(LAST);
        }
        registry = new ConsumerRegistry(directory);
    }

    @Test
    void nobodyIsRegisteredByItself() {
        assertThat(registry.all()).isEmpty();
        assertThat(registry.confirm("orders", 7)).isFalse();
        assertThat(registry.all()).isEmpty();
    }

    @Test
    void whoIsRegisteredIsFoundWhereItConfirmedUntilItIsRemoved() {
        registry.register("orders", 0);
        registry.register("crm.2", 3);
        assertThat(registry.confirm("orders", 7)).isTrue();
        assertThat(registry.all()).containsExactly(new ConsumerPosition("crm.2", 3), new ConsumerPosition("orders", 7));

        assertThat(registry.confirm("orders", 5)).isTrue();
        assertThat(registry.remove("crm.2")).isTrue();
        assertThat(registry.remove("crm.2")).isFalse();
        assertThat(registry.all()).containsExactly(new ConsumerPosition("orders", 5));
        assertThat(data.resolve("consumers")).isDirectoryNotContaining("glob:**.unfinished");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".hidden", "a/b", "../lock", "a b", "名"})
    void aNameIsNoPath(final String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> registry.register(name, 0));
        assertThat(registry.confirm(name, 0)).isFalse();
        assertThat(registry.remove(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, LAST + 1})
    void aPositionLiesInTheJournal(final long position) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.register("orders", position))
                .withMessageContaining("holds 1 to 20");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, LAST + 1, Long.MAX_VALUE})
    void aConfirmationOfWhatTheJournalDoesNotHoldMovesNothing(final long position) {
        registry.register("orders", 7);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.confirm("orders", position))
                .withMessageContaining("holds 1 to 20");
        assertThat(registry.all()).containsExactly(new ConsumerPosition("orders", 7));
    }

    @Test
    void whoIsRemovedWhileItConfirmsStaysRemoved() {
        for (int round = 0; round < 20; round++) {
            registry.register("orders", 0);
            final CompletableFuture<Void> confirming = CompletableFuture.runAsync(this::confirmUntilRemoved);
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> registry.all().equals(List.of(new ConsumerPosition("orders", LAST))));

            assertThat(registry.remove("orders")).isTrue();

            assertThat(confirming).succeedsWithin(Duration.ofSeconds(20));
            assertThat(registry.all()).isEmpty();
        }
    }

    private void confirmUntilRemoved() {
        while (registry.confirm("orders", LAST)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void everyBitOfAPositionThatTurnsIsFound() throws IOException {
        registry.register("orders", 7);
        final Path file = data.resolve("consumers").resolve("orders");
        final byte[] bytes = Files.readAllBytes(file);
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file, bytes);
            assertThatThrownBy(registry::all)
                    .as("bit %d", bit)
                    .isInstanceOf(JournalFaultException.class)
                    .hasMessageContaining("orders");
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        }
        for (final int length : new int[] {0, bytes.length - 1, bytes.length + 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(registry::all).isInstanceOf(JournalFaultException.class);
        }
    }
}
