package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.Answers.Answer;
import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines with other limits from start to start. */
class EngineLimitsTest {
    @TempDir
    private Path data;

    private final Answers answers = new Answers();
    private FlashEngine engine;
    private long replyTo;

    @AfterEach
    void closeTheEngine() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void anotherLimitIsTakenAtAnyStartAndWhatTheOldOneRefusedIsReplayed() throws IOException {
        launch(engineContext().orders(0, 1));
        openTheRoom();
        ask(Commands.placeOrder(42, "k1", 1));
        assertThat(ask(Commands.placeOrder(42, "k2", 1)).outcome()).isEqualTo(Outcome.CAPACITY);
        engine.close();
        deleteSnapshots();

        launch(engineContext().orders(0, 2));
        assertThat(ask(Commands.placeOrder(42, "k2", 1)).outcome()).isEqualTo(Outcome.RESERVED);
        engine.close();

        assertThat(engine.closedCore().limits().maxOrders()).isEqualTo(2);
        final JournalAudit audit = JournalAudit.of(engineContext().directory());
        assertThat(audit.fault()).isNull();
        assertThat(audit.stateHash()).isEqualTo(engine.closedCore().stateHash());
    }

    @Test
    void theBuiltInLimitsAreNotWorthARecord() {
        launch(engineContext());
        engine.close();

        assertThat(engine.closedCore().limits()).isEqualTo(CoreLimits.DEFAULT);
        assertThat(engine.durableSequence()).isZero();
    }

    @Test
    void limitsAreTheFirstRecordOfTheFirstStartThatHasThemAndReservesNone() {
        launch(engineContext().keys(0, 10, 48));
        engine.close();
        launch(engineContext().keys(5, 10, 48));
        engine.close();

        assertThat(engine.durableSequence()).isEqualTo(1);
        assertThat(answers.all()).extracting(Answer::replyTo).containsExactly(EngineLink.NO_REPLY);
        assertThat(answers.all()).extracting(Answer::outcome).containsExactly(Outcome.ACCEPTED);
    }

    @Test
    void theLimitOfRefusedKeysIsTakenLikeAnyOther() {
        launch(engineContext().set("sluice.engine.maxRefusedKeys", "7"));
        engine.close();

        assertThat(engine.closedCore().limits().maxRefusedKeys()).isEqualTo(7);
        assertThat(engine.durableSequence()).isEqualTo(1);
    }

    @Test
    void theLimitOfViewersIsTakenLikeAnyOtherAndStaysInASnapshot() {
        launch(engineContext().set("sluice.engine.maxViewers", "7"));
        engine.close();
        assertThat(engine.closedCore().limits().maxViewers()).isEqualTo(7);

        launch(engineContext().set("sluice.engine.maxViewers", "7"));
        engine.close();
        assertThat(engine.closedCore().limits().maxViewers()).isEqualTo(7);
        assertThat(engine.durableSequence()).isEqualTo(1);
    }

    @Test
    void whatOnePersonMayWriteOffIsTakenLikeAnyOtherAndStaysInASnapshot() {
        launch(engineContext().set("sluice.engine.maxWriteOff", "7"));
        engine.close();
        launch(engineContext().set("sluice.engine.maxWriteOff", "7"));
        engine.close();

        assertThat(engine.closedCore().limits().maxWriteOff()).isEqualTo(7);
        assertThat(engine.durableSequence()).isEqualTo(1);
    }

    @Test
    void belowTheDisksWatermarkTheCoreKeepsTheLimitsItHas() {
        launch(engineContext().orders(0, 1).lowSpaceBytes(Long.MAX_VALUE / 2));
        engine.close();

        assertThat(engine.durableSequence()).isZero();
        assertThat(engine.closedCore().limits()).isEqualTo(CoreLimits.DEFAULT);
    }

    @Test
    void noMoreMemoryIsSetAsideThanTheLimitsAllow() {
        assertRefused(engineContext().orders(11, 10), "sluice.engine.reservedOrders=11");
        assertRefused(engineContext().keys(11, 10, 24), "sluice.engine.reservedKeys=11");
        assertRefused(engineContext().viewerOffers(11, 10), "sluice.engine.reservedViewerOffers=11");
    }

    private static void assertRefused(final EngineContext context, final String message) {
        assertThatThrownBy(() -> FlashEngine.launch(context))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private void openTheRoom() {
        for (final CommandWriter command : List.of(
                Commands.putRoom(), Commands.goLive(), Commands.putItem(), Commands.restock(10), Commands.putOffer())) {
            assertThat(ask(command).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    private void launch(final EngineContext context) {
        engine = FlashEngine.launch(context);
    }

    private EngineContext engineContext() {
        return new EngineContext()
                .dataDirectory(data)
                .listener(answers)
                .blockBytes(1 << 20)
                .lowSpaceBytes(1 << 20)
                .writeOff(0);
    }

    private Answer ask(final CommandWriter command) {
        final long address = ++replyTo;
        assertThat(engine.offer(command, address)).isNotNegative();
        engine.wake();
        await().pollInterval(Duration.ofMillis(1)).until(() -> answers.to(address) != null);
        return answers.to(address);
    }

    private void deleteSnapshots() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("snapshots"))) {
            for (final Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
