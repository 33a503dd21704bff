package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.codec.AddLikesEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.Api;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.ScriptedEngine;
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

    private static int likes(final MutableDirectBuffer buffer, final int offset) {
        final AddLikesEncoder likes =
                new AddLikesEncoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder());
        likes.room(7).count(1);
        return MessageHeaderEncoder.ENCODED_LENGTH + likes.encodedLength();
    }
}
