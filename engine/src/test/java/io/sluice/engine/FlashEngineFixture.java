package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.Answers.Answer;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * An engine on a directory of its own, with its answers, its reason to halt and a wall clock that a test sets between two
 * launches.
 */
abstract class FlashEngineFixture {
    private static final long START_MS = 1_700_000_000_000L;

    @TempDir
    Path data;

    final AtomicReference<Throwable> haltReason = new AtomicReference<>();
    private final AtomicLong replyTo = new AtomicLong();
    Answers answers = new Answers();
    long wallMs = START_MS;
    FlashEngine engine;

    @AfterEach
    void closeTheEngine() {
        if (engine != null) {
            engine.close();
        }
    }

    void openTheRoomWith(final long units) {
        launch();
        openTheRoom(units);
    }

    void openTheRoom(final long units) {
        for (final CommandWriter command : List.of(
                Commands.putRoom(),
                Commands.goLive(),
                Commands.putItem(),
                Commands.restock(units),
                Commands.putOffer())) {
            assertThat(ask(command).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    void launch() {
        launch(engineContext());
    }

    void launch(final EngineContext context) {
        engine = FlashEngine.launch(context);
    }

    EngineContext engineContext() {
        return new EngineContext()
                .dataDirectory(data)
                .listener(answers)
                .wallClock(() -> wallMs)
                .onHalt(haltReason::set)
                .blockBytes(1 << 20)
                .lowSpaceBytes(1 << 20)
                .writeOff(0);
    }

    Answer ask(final CommandWriter command) {
        final long address = offerUntilTaken(command);
        await().pollInterval(Duration.ofMillis(1)).until(() -> answers.to(address) != null);
        return answers.to(address);
    }

    long offerUntilTaken(final CommandWriter command) {
        final long address = replyTo.incrementAndGet();
        while (engine.offer(command, address) == EngineLink.FULL) {
            Thread.onSpinWait();
        }
        engine.wake();
        return address;
    }
}
