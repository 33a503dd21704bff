package io.sluice.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.Answers;
import io.sluice.engine.Answers.Answer;
import io.sluice.engine.Commands;
import io.sluice.engine.EngineContext;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.JournalAudit;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.JournalSettings;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** What has to hold of a data directory once an engine on it has halted. */
final class Aftermath {
    private static final int RING_SIZE = 64;

    private Aftermath() {}

    /**
     * Everything somebody was told is in the journal as it was told, with one order a key and no unit sold twice; and an
     * engine that starts there gives the acknowledged orders again for their keys, sells on, and ends in the state that its
     * journal replays to.
     *
     * @param told    what the halted engine acknowledged.
     * @param script  the commands it was offered; the reply address of each is its place, from 1 on.
     */
    static void assertRestartIsExact(final Path data, final Answers told, final List<CommandWriter> script) {
        assertInJournal(data, told);
        final Answers answers = new Answers();
        final AtomicReference<Throwable> haltReason = new AtomicReference<>();
        final FlashEngine engine = FlashEngine.launch(context(data, answers, haltReason));
        try (engine) {
            for (final Answer placed : placed(told)) {
                final Answer again = ask(engine, answers, script.get((int) placed.replyTo() - 1), placed.replyTo());
                assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
                assertThat(again.order()).isEqualTo(placed.order());
            }
            ask(engine, answers, Commands.putRoom(), Long.MAX_VALUE);
        }
        assertThat(haltReason.get()).isNull();
        final JournalAudit audit = assertSound(data);
        assertThat(audit.stateHash()).isEqualTo(engine.closedCore().stateHash());
    }

    private static void assertInJournal(final Path data, final Answers told) {
        final Map<Long, Answer> recorded = new HashMap<>();
        final Answers records = new Answers();
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(new JournalDirectory(data));
                JournalReader reader = journal.reader(1)) {
            for (RecordFlyweight record = reader.next(); record != null; record = reader.next()) {
                records.onRecord(record, 0);
            }
        }
        final Set<Long> orders = new HashSet<>();
        for (final Answer record : records.all()) {
            recorded.put(record.sequence(), record);
            assertThat(record.outcome() != Outcome.RESERVED || orders.add(record.order()))
                    .isTrue();
        }
        for (final Answer answer : told.all()) {
            if (answer.sequence() > 0) {
                assertThat(recorded.get(answer.sequence()))
                        .usingRecursiveComparison()
                        .ignoringFields("replyTo")
                        .isEqualTo(answer);
            }
        }
        assertSound(data);
    }

    /** Reads the whole journal and decides it again. */
    static JournalAudit assertSound(final Path data) {
        final JournalAudit audit = JournalAudit.of(new JournalDirectory(data));
        assertThat(audit.fault()).isNull();
        assertThat(audit.tally().oversoldUnits()).isZero();
        return audit;
    }

    private static List<Answer> placed(final Answers told) {
        return told.all().stream()
                .filter(answer -> answer.outcome() == Outcome.RESERVED)
                .toList();
    }

    /** A small engine that keeps its reason to halt. */
    static EngineContext context(final Path data, final Answers answers, final AtomicReference<Throwable> haltReason) {
        return new EngineContext()
                .dataDirectory(data)
                .listener(answers)
                .onHalt(haltReason::set)
                .ringSize(RING_SIZE)
                .orders(0, 10_000)
                .keys(0, 10_000, 24)
                .refusedKeys(1_000)
                .viewerOffers(0, 10_000)
                .blockBytes(JournalSettings.MIN_BLOCK_BYTES)
                .lowSpaceBytes(1 << 20)
                .writeOff(0);
    }

    /** Offers a command and waits for its answer. */
    static Answer ask(
            final FlashEngine engine, final Answers answers, final CommandWriter command, final long replyTo) {
        assertThat(engine.offer(command, replyTo)).isNotNegative();
        engine.wake();
        await().pollInterval(Duration.ofMillis(1)).until(() -> answers.to(replyTo) != null);
        return answers.to(replyTo);
    }
}
