package io.sluice.bench.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.AuditFinding.Kind;
import io.sluice.bench.load.RunResult;
import io.sluice.bench.load.ScenarioReader;
import io.sluice.bench.load.TestTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole rehearsals against a server with one fault in one order: each time the audit says which. */
class BrokenEngineTest {
    private static final String PLACED = "(\"type\":\"io\\.sluice\\.order\\.place\"[^\\n]*";

    private static final String ANSWERED_AGAIN = "(?is).*idempotency-replayed: true\r.*\"order\":\"[1-8].*";

    @TempDir
    private static Path directory;

    private static TestTarget sound;

    private volatile Rehearsal rehearsal;

    @BeforeAll
    static void launch() throws Exception {
        sound = TestTarget.launch(directory);
    }

    @AfterAll
    static void close() {
        sound.close();
    }

    @Test
    void anEngineThatIsSoundHasNoFindingAndARunThatIsToldToEndDuringItsAuditWasPlayedWhole() throws Exception {
        final RunResult result = rehearse(feed -> {
            rehearsal.end();
            return feed;
        });

        assertThat(result.findings()).isEmpty();
        assertThat(result.endedEarly()).isFalse();
    }

    @Test
    void oneUnitTooManyIsFound() throws Exception {
        final RunResult result = rehearse(feed -> feed.replace("\"change\":20,", "\"change\":19,"));

        assertThat(result.findings()).extracting(AuditFinding::kind).containsOnly(Kind.OVERSOLD);
    }

    @Test
    void oneReplyThatNeverCameIsFound() throws Exception {
        final RunResult result = rehearse(
                0,
                request -> request.matches("(?s).*Idempotency-Key: rehearsal-[0-9a-z]+-5\r.*"),
                answer -> answer,
                feed -> feed);

        assertThat(result.findings()).extracting(AuditFinding::kind).containsExactly(Kind.UNANSWERED);
    }

    @Test
    void oneOrderThatTheJournalDoesNotHaveIsFound() throws Exception {
        final RunResult result =
                rehearse(feed -> feed.replaceFirst(PLACED + "\"key\":\"rehearsal-[0-9a-z]+-)5\"", "$1x\""));

        assertThat(result.findings()).extracting(AuditFinding::kind).containsExactly(Kind.LOST);
    }

    @Test
    void oneOrderOfTwoKeysIsFound() throws Exception {
        final RunResult result = rehearse(feed -> feed.replaceFirst(PLACED + "\"order\":\"[0-9]*)3\"", "$12\""));

        assertThat(result.findings()).extracting(AuditFinding::kind).contains(Kind.DOUBLED);
    }

    @Test
    void oneKeyThatIsAnsweredTwiceWithDifferentOrdersIsFound() throws Exception {
        final AtomicBoolean isDone = new AtomicBoolean();
        final RunResult result = rehearse(
                1,
                request -> false,
                answer -> answer.matches(ANSWERED_AGAIN) && isDone.compareAndSet(false, true)
                        ? answer.replaceFirst("\"order\":\"[1-8]", "\"order\":\"9")
                        : answer,
                feed -> feed);

        assertThat(isDone).isTrue();
        // The other order is not in the journal: where its answer overtook the first one, that is found as well.
        assertThat(result.findings()).extracting(AuditFinding::kind).contains(Kind.CONTRADICTED);
    }

    private RunResult rehearse(final UnaryOperator<String> feed) throws Exception {
        return rehearse(0, request -> false, answer -> answer, feed);
    }

    /** Sells twenty units to more presses than that, over HTTP, of which a share is pressed twice. */
    private RunResult rehearse(
            final double twiceShare,
            final Predicate<String> unanswered,
            final UnaryOperator<String> answers,
            final UnaryOperator<String> feed)
            throws Exception {
        try (FaultyGateway gateway = new FaultyGateway(sound.url(), unanswered, answers, feed)) {
            rehearsal = new Rehearsal(
                    ScenarioReader.parse("""
                                    target: {url: "%s", config: "%s", offers: [{offer: 1, stock: 20}]}
                                    crowd: {viewers: 20, http-share: 1, pay-share: 0, cancel-share: 0, max-lines: 1,
                                            twice-share: %s, answer-timeout: 1s}
                                    stages: [{lasts: 500ms, joins: 100/s}, {lasts: 500ms, orders: 100/s}]
                                    """.formatted(gateway.url(), sound.config(), twiceShare)),
                    List.of(),
                    directory);
            return rehearsal.run(figures -> {});
        }
    }
}
