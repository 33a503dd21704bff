package io.sluice.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Makes the seeds of {@link SnapshotFuzzTest}: of a shop before its first order, and of one whose orders stand each elsewhere. */
class SnapshotSeedMaker extends FlashEngineFixture {
    private final SeedCorpus corpus = SeedCorpus.of(SnapshotFuzzTest.class, "anyBytes");

    @Test
    void keepsAShop() {
        openTheRoomWith(10);
        keep("shop");
    }

    @Test
    void keepsASale() {
        openTheRoomWith(10);
        final long paid = ask(Commands.placeOrder(42, "k1", 3)).order();
        ask(Commands.payOrder(paid, 3 * 9_900, "p1"));
        final long cancelled = ask(Commands.placeOrder(43, "k2", 1)).order();
        ask(Commands.cancelOrder(43, cancelled));
        ask(Commands.placeOrder(43, "k3", 2));
        ask(Commands.placeOrder(44, "k4", 20));
        keep("sale");
    }

    private void keep(final String name) {
        engine.close();
        try (Stream<Path> snapshots = Files.list(data.resolve("snapshots"))) {
            final List<Path> files = snapshots.toList();
            corpus.keep(name, Files.readAllBytes(files.get(files.size() - 1)));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
