package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.codec.AddLikesEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.view.TalkBoard;
import io.sluice.gateway.Api;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Identity;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.ScriptedEngine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the ledger answers, and when it cannot. */
class LedgerDeskTest {
    private static final String LEDGER = "/api/v1/operator/ledger";

    private final LinkListener link = new LinkListener();
    private final ScriptedEngine engine = new ScriptedEngine(link);
    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void open() {
        gateway = TestGateway.launch(engine, link, TestGateway.context());
        api = gateway.api();
        api.get(LEDGER).operator().answers(200);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void anAnswerHasWhatWasDurableWhenItWasAskedFor() {
        engine.append(LedgerDeskTest::likes);
        engine.append(LedgerDeskTest::likes);
        engine.endBatch();

        assertThat(api.get(LEDGER).operator().answers(200).at("/asOf").asLong()).isEqualTo(2);
    }

    @Test
    void aLedgerThatIsBehindSaysHowFarItIsAndAnswersOnceItHasCaughtUp() {
        engine.append(LedgerDeskTest::likes);

        final Api.Reply refused = api.get(LEDGER).operator().isRefused(503, "LEDGER_NOT_READY");
        assertThat(refused.header("retry-after")).isEqualTo("1");
        assertThat(refused.at("/detail").asText()).isEqualTo("It has read up to record 0 of 1.");

        engine.endBatch();
        assertThat(api.get(LEDGER).operator().answers(200).at("/asOf").asLong()).isEqualTo(1);
    }

    @Test
    void aLedgerThatCannotReadTheJournalGivesUpAndTheShopStaysOpen() {
        // Behind what its buffer has room for, so that it has to read the journal there.
        engine.willLose(20_000);
        for (int i = 0; i < 25_000; i++) {
            engine.append(LedgerDeskTest::likes);
        }
        engine.endBatch();

        api.get(LEDGER).operator().isRefused(500, "INTERNAL");
        assertThat(api.get("/docs").send().status()).isEqualTo(200);
    }

    /** Of a desk that has not begun to read, so that every question waits. */
    @Test
    void viewersWhoAskForAllAtOnceKeepNoOperatorFromAsking() {
        final LedgerDesk desk = new LedgerDesk(engine, link, ZoneOffset.UTC, 1);
        final Vertx vertx = Vertx.vertx();
        final CompletableFuture<List<Future<Long>>> asked = new CompletableFuture<>();
        try {
            vertx.runOnContext(none -> {
                final List<Future<Long>> questions = new ArrayList<>();
                for (int i = 0; i <= LedgerDesk.MAX_QUESTIONS; i++) {
                    questions.add(ask(desk, Role.VIEWER));
                }
                questions.add(ask(desk, Role.OBSERVER));
                asked.complete(questions);
            });
            final List<String> refusals =
                    asked.join().stream().map(LedgerDeskTest::refusal).toList();

            assertThat(refusals.subList(0, LedgerDesk.MAX_QUESTIONS)).allMatch(each -> each.contains("It has read"));
            assertThat(refusals.get(LedgerDesk.MAX_QUESTIONS)).contains("As many ask as may.");
            assertThat(refusals.get(LedgerDesk.MAX_QUESTIONS + 1)).contains("It has read");
        } finally {
            desk.stop();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static Future<Long> ask(final LedgerDesk desk, final Role role) {
        return desk.askTalk(new Identity(42, role, null, Long.MAX_VALUE), TalkBoard::sequence);
    }

    private static String refusal(final Future<Long> question) {
        return question.toCompletionStage()
                .handle((answer, refused) -> ((RequestRefusedException) refused)
                        .problem()
                        .toBuffer(new JsonWriter())
                        .toString())
                .toCompletableFuture()
                .join();
    }

    private static int likes(final MutableDirectBuffer buffer, final int offset) {
        final AddLikesEncoder likes =
                new AddLikesEncoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder());
        likes.room(7).count(1);
        return MessageHeaderEncoder.ENCODED_LENGTH + likes.encodedLength();
    }
}
