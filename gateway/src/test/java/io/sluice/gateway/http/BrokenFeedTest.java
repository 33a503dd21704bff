package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.codec.AddLikesEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.Api;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.ScriptedEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BrokenFeedTest {
    private TestGateway gateway;

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aFaultInTheJournalIsNoEndOfTheJournal() {
        final LinkListener link = new LinkListener();
        open(link, new ScriptedEngine(link) {
            @Override
            public JournalReader reader(final long fromSequence) {
                throw new IllegalStateException("the journal is not to be read");
            }
        });

        assertIsCutOff("");
    }

    @Test
    void aMomentThatCannotBeFoundTakesNoPlace() {
        final LinkListener link = new LinkListener();
        open(link, new ScriptedEngine(link) {
            @Override
            public long sequenceAtOrAfter(final long timeMs) {
                throw new IllegalStateException("the index is not to be read");
            }
        });

        get("?at=2026-11-21T12:00:00Z").isRefused(500, "INTERNAL");
        assertThat(gateway.gateway().openFeeds()).isZero();
    }

    @Test
    void aDurableRecordThatCannotBeFoundIsNotWaitedFor() {
        final LinkListener link = new LinkListener();
        final ScriptedEngine engine = new ScriptedEngine(link);
        open(link, engine);
        append(engine, 3);
        engine.willLose(2);

        assertIsCutOff("?follow=true");
    }

    @Test
    void aConfirmationOfWhatIsPrunedMeanwhileIsRefusedAsPruned() {
        final LinkListener link = new LinkListener();
        final AtomicLong first = new AtomicLong(1);
        final ScriptedEngine engine = new ScriptedEngine(link) {
            @Override
            public long firstSequence() {
                return first.get();
            }

            @Override
            public void confirm(final String consumer, final long position) {
                first.set(3);
                throw new IllegalArgumentException("the journal holds 3 to 3");
            }
        };
        open(link, engine);
        append(engine, 3);

        final Api.Reply refused = get("?consumer=orders&from=2").isRefused(410, "SEQUENCE_PRUNED");

        assertThat(refused.at("/sequence").asLong()).isEqualTo(3);
    }

    private static void append(final ScriptedEngine engine, final int records) {
        for (int i = 0; i < records; i++) {
            engine.append(BrokenFeedTest::like);
        }
    }

    private static int like(final MutableDirectBuffer buffer, final int offset) {
        return MessageHeaderEncoder.ENCODED_LENGTH
                + new AddLikesEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .room(7)
                        .count(1)
                        .encodedLength();
    }

    private void open(final LinkListener link, final ScriptedEngine engine) {
        gateway = TestGateway.launch(engine, link, TestGateway.context());
    }

    private void assertIsCutOff(final String query) {
        assertThatThrownBy(get(query)::send)
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(IOException.class);
        await().untilAsserted(() -> assertThat(gateway.gateway().openFeeds()).isZero());
    }

    private Api.Call get(final String query) {
        return gateway.api().get("/api/v1/journal" + query).as(Role.DOWNSTREAM, 1);
    }
}
