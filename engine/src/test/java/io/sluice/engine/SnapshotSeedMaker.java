package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.ring.SampleCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Makes the seeds of {@link SnapshotFuzzTest}: a shop before its first order, one whose orders stand
 * each elsewhere, one of a brand, one of a brand that pays commission, one of coupons, one of packs and points, and one of
 * allotments and waiting lines.
 */
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

    @Test
    void keepsABrand() {
        openTheRoomWith(10);
        openTheBrand();
        ask(Commands.placeOrder(42, "k1", 3));
        keep("brand");
    }

    @Test
    void keepsACommission() {
        openTheRoomWith(10);
        openTheBrand();
        for (final String name : List.of("CLASSIFY_ITEM", "PUT_COMMISSION_PLAN", "OPEN_PAYOUT")) {
            ask(SampleCommands.byName().get(name));
        }
        final long paid = ask(Commands.placeOrder(42, "k1", 3)).order();
        ask(Commands.payOrder(paid, 3 * 9_900, "p1"));
        keep("commission");
    }

    @Test
    void keepsPacksAndPoints() {
        openTheRoomWith(10);
        SampleCommands.packsAndPoints().forEach(this::ask);
        keep("packs-and-points");
    }

    @Test
    void keepsAllotmentsAndLines() {
        openTheRoomWith(10);
        SampleCommands.allotmentsAndLines().forEach(this::ask);
        keep("allotments-and-lines");
    }

    @Test
    void keepsCoupons() {
        openTheRoomWith(10);
        final Map<String, CommandWriter> samples = SampleCommands.byName();
        for (final String name :
                List.of("NOTE_WATCHED", "PUT_CAMPAIGN", "INVITE_TO_CAMPAIGN", "START_RAIN", "CLAIM_COUPON")) {
            ask(samples.get(name));
        }
        final long held =
                ask(Commands.placeOrder(SampleCommands.VIEWER, "k1", 3, "1")).order();
        assertThat(held).isPositive();
        keep("coupons");
    }

    private void openTheBrand() {
        final Map<String, CommandWriter> samples = SampleCommands.byName();
        for (final String name :
                List.of("PUT_STORE", "PUT_GUIDE", "PUT_GROUP", "PUT_ATTRIBUTION_POLICY", "PUT_VIEWERS", "HOST_ROOM")) {
            ask(samples.get(name));
        }
        ask(samples.get("NOTE_TOUCH"));
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
