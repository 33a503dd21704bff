package io.sluice.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Answers;
import io.sluice.engine.Answers.Answer;
import io.sluice.engine.Commands;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutOfferEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall clock is set back and forward an hour around midnight, while the engine runs and while it does not. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ClockFaultsTest {
    private static final long HOUR_MS = TimeUnit.HOURS.toMillis(1);
    private static final long MIDNIGHT_MS = TimeUnit.DAYS.toMillis(20_000);
    private static final int STEPS = 12;

    private final Answers answers = new Answers();
    private final AtomicReference<Throwable> haltReason = new AtomicReference<>();
    private final AtomicLong wallMs = new AtomicLong(MIDNIGHT_MS - HOUR_MS / 2);
    private final CoreTimeBounds bounds = new CoreTimeBounds();
    private long replyTo;

    @TempDir
    private Path data;

    private FlashEngine engine;

    @BeforeEach
    void beginTheRoom() {
        engine = launch();
        SaleScript.opening().forEach(this::ask);
    }

    @Test
    void aClockSetForwardWhileTheEngineRunsSellsNothingEarly() {
        ask(offerFrom(wallMs.get() + HOUR_MS / 2));

        assertThat(ask(order()).outcome()).isEqualTo(Outcome.SALE_NOT_OPEN);
        wallMs.addAndGet(HOUR_MS);
        assertThat(ask(order()).outcome()).isEqualTo(Outcome.SALE_NOT_OPEN);
        engine.close();
        assertNoFault();
    }

    @Test
    void aClockSetBackBehindARollNeitherReopensTheDayNorClosesTheSale() throws IOException {
        ask(offerFrom(MIDNIGHT_MS));
        startAgainAt(wallMs.get() + HOUR_MS);
        assertThat(ask(order()).outcome()).isEqualTo(Outcome.RESERVED);

        startAgainAt(wallMs.get() - HOUR_MS);
        assertThat(ask(order()).outcome()).isEqualTo(Outcome.RESERVED);

        engine.close();
        assertNoFault();
        assertThat(days()).containsExactly("20241003F.cq4", "20241004F.cq4");
    }

    /** Steps of an hour either way, with or without a start behind them, from a seed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noStepSellsEarlyOrBreaksTheJournal(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final long opensAtMs = wallMs.get() + HOUR_MS + HOUR_MS / 4;
        ask(offerFrom(opensAtMs));
        for (int step = 0; step < STEPS; step++) {
            final long setMs = wallMs.get() + (random.nextBoolean() ? HOUR_MS : -HOUR_MS);
            if (random.nextInt(3) > 0) {
                startAgainAt(setMs);
            } else {
                wallMs.set(setMs);
            }
            final Outcome outcome = ask(order()).outcome();
            // Every step ends a quarter of an hour off the opening, so both bounds lie on the same side of it.
            assertThat(outcome).isEqualTo(bounds.latestMs() < opensAtMs ? Outcome.SALE_NOT_OPEN : Outcome.RESERVED);
        }
        engine.close();
        assertNoFault();
    }

    @AfterEach
    void closeTheEngine() {
        engine.close();
    }

    private void startAgainAt(final long setMs) {
        engine.close();
        wallMs.set(setMs);
        engine = launch();
    }

    private void assertNoFault() {
        assertThat(haltReason.get()).isNull();
        assertThat(answers.all()).extracting(Answer::timeMs).isSorted();
        Aftermath.assertSound(data);
    }

    private Answer ask(final CommandWriter command) {
        replyTo++;
        final Answer answer = Aftermath.ask(engine, answers, command, replyTo);
        assertThat(answer.timeMs()).as("core time").isBetween(bounds.earliestMs(), bounds.latestMs());
        return answer;
    }

    /** An order with a key of its own. */
    private CommandWriter order() {
        return Commands.placeOrder(1, "k" + replyTo, 1);
    }

    private FlashEngine launch() {
        bounds.onStartAt(wallMs.get());
        return FlashEngine.launch(Aftermath.context(data, answers, haltReason).wallClock(wallMs::get));
    }

    private List<String> days() throws IOException {
        try (Stream<Path> files = Files.walk(new JournalDirectory(data).journal())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".cq4"))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static CommandWriter offerFrom(final long opensAtMs) {
        return (buffer, offset) -> {
            final PutOfferEncoder encoder =
                    new PutOfferEncoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder());
            encoder.actor(1)
                    .room(Commands.ROOM)
                    .offer(Commands.OFFER)
                    .item(Commands.ITEM)
                    .listPriceFen(9_900)
                    .opensAtMs(opensAtMs)
                    .closesAtMs(Long.MAX_VALUE)
                    .perViewerLimit(0)
                    .holdSeconds(Commands.HOLD_SECONDS)
                    .turnSeconds(0)
                    .priceWindowsCount(0);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        };
    }

    /**
     * Core time as ARCHITECTURE's "Time" has it, reckoned without the engine: the wall clock at a start, but never before
     * the last record's time, and from then on later by what has gone by. Records have to follow each start.
     */
    private static final class CoreTimeBounds {
        private long earliestMs;
        private long latestAtStartMs;
        private long startNs = System.nanoTime();

        /** To be called before the engine looks at the wall clock. */
        void onStartAt(final long wallMs) {
            earliestMs = Math.max(earliestMs, wallMs);
            latestAtStartMs = Math.max(latestMs(), wallMs);
            startNs = System.nanoTime();
        }

        long earliestMs() {
            return earliestMs;
        }

        long latestMs() {
            return latestAtStartMs + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
        }
    }
}
