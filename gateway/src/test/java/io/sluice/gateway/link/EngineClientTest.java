package io.sluice.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.EngineLink;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.AddLikesEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineClientTest {
    private final LinkListener listener = new LinkListener();
    private final ScriptedEngine engine = new ScriptedEngine(listener);
    private final Deque<Runnable> loop = new ArrayDeque<>();
    private final EngineClient client = listener.connect(engine, loop::add, 2);
    private final List<Long> answers = new ArrayList<>();

    @Test
    void anAnswerComesOnTheLoopThatAskedAndOnce() {
        client.send(likes(1), reply -> answers.add(reply.sequence()));

        engine.acceptNext();
        assertThat(answers).isEmpty();
        turn();

        assertThat(answers).containsExactly(1L);
        assertThat(client.inFlight()).isZero();
    }

    @Test
    void anAnswerHoldsTheCommandAndItsDecision() {
        client.send(likes(7), reply -> {
            assertThat(reply.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(reply.decisionType()).isEqualTo(64);
            assertThat(reply.commandOffset()).isPositive();
            assertThat(reply.timeMs()).isPositive();
            answers.add(reply.sequence());
        });

        engine.acceptNext();
        turn();

        assertThat(answers).hasSize(1);
    }

    @Test
    void aBatchWakesTheLoopOnce() {
        client.send(likes(1), reply -> answers.add(1L));
        client.send(likes(1), reply -> answers.add(2L));

        turn();
        engine.acceptAll();

        assertThat(loop).hasSize(1);
        turn();
        assertThat(answers).containsExactly(1L, 2L);
    }

    @Test
    void aTurnWakesTheCoreOnceBehindAllItSent() {
        client.send(likes(1), reply -> answers.add(1L));
        client.send(likes(1));

        assertThat(engine.wakes()).isZero();
        turn();
        assertThat(engine.wakes()).isEqualTo(1);

        client.send(likes(1));
        turn();
        assertThat(engine.wakes()).isEqualTo(2);
    }

    @Test
    void aLongTurnWakesTheCoreInBetween() {
        for (int i = 0; i < EngineClient.MAX_ASLEEP; i++) {
            client.send(likes(1));
        }

        assertThat(engine.wakes()).isEqualTo(1);
    }

    @Test
    void aRefusedOfferWakesNobody() {
        engine.willAnswer(EngineLink.FULL);

        client.send(likes(1));
        turn();

        assertThat(engine.wakes()).isZero();
    }

    @Test
    void aRefusalThatTookASlotWakesTheCoreToFreeIt() {
        engine.willAnswer(EngineLink.STORAGE_LOW);

        client.send(likes(1));
        turn();

        assertThat(engine.wakes()).isEqualTo(1);
    }

    @Test
    void moreThanMayBeInFlightIsFull() {
        client.send(likes(1), reply -> answers.add(1L));
        client.send(likes(1), reply -> answers.add(2L));

        assertThat(Pressure.of(client.send(likes(1), reply -> answers.add(3L)))).isEqualTo(Pressure.FULL);

        engine.acceptAll();
        turn();
        assertThat(Pressure.of(client.send(likes(1), reply -> answers.add(4L)))).isEqualTo(Pressure.NONE);
        assertThat(answers).containsExactly(1L, 2L);
    }

    @Test
    void whatTheEngineRefusesLeavesNothingInFlight() {
        engine.willAnswer(EngineLink.STORAGE_LOW);

        assertThat(Pressure.of(client.send(likes(1), reply -> answers.add(1L)))).isEqualTo(Pressure.STORAGE_LOW);

        assertThat(client.inFlight()).isZero();
    }

    @Test
    void aWriterThatThrowsLeavesNothingInFlight() {
        assertThatThrownBy(() -> client.send(
                        (buffer, offset) -> {
                            throw new IllegalStateException("a bug");
                        },
                        reply -> answers.add(1L)))
                .hasMessage("a bug");

        assertThat(client.inFlight()).isZero();
    }

    @Test
    void aLateAnswerIsGivenUpOnceAndNotDeliveredAnyMore() {
        client.send(likes(1), new ReplyHandler() {
            @Override
            public void onReply(final Reply reply) {
                answers.add(1L);
            }

            @Override
            public void onLate() {
                answers.add(-1L);
            }
        });

        client.expireLate(0);
        client.expireLate(0);
        engine.acceptNext();
        turn();

        assertThat(answers).containsExactly(-1L);
        assertThat(client.inFlight()).isZero();
    }

    @Test
    void anAnswerMeantForAnEarlierCommandOfTheSamePlaceIsDropped() {
        client.send(likes(1), reply -> answers.add(1L));
        final long first = engine.newestAddress();
        engine.acceptNext();
        turn();
        client.send(likes(1), reply -> answers.add(2L));

        engine.answerAgain(first);
        turn();

        assertThat(answers).containsExactly(1L);
    }

    @Test
    void aHandlerThatThrowsKeepsNobodyElseWaiting() {
        client.send(likes(1), reply -> {
            throw new IllegalStateException("a bug");
        });
        client.send(likes(1), reply -> answers.add(2L));
        engine.acceptAll();

        assertThatThrownBy(this::turn).hasMessage("a bug");
        turn();

        assertThat(answers).containsExactly(2L);
        assertThat(client.inFlight()).isZero();
    }

    @Test
    void anAddressIsNeverTheOneNobodyWaitsAt() {
        final long address = ReplyAddress.of(0, 0, 1);

        assertThat(address).isNotEqualTo(EngineLink.NO_REPLY);
        assertThat(ReplyAddress.client(ReplyAddress.of(255, 65_535, 9))).isEqualTo(255);
        assertThat(ReplyAddress.slot(ReplyAddress.of(255, 65_535, 9))).isEqualTo(65_535);
        assertThat(ReplyAddress.generation(ReplyAddress.of(255, 65_535, 9))).isEqualTo(9);
    }

    static CommandWriter likes(final int count) {
        return (buffer, offset) -> {
            final AddLikesEncoder encoder = new AddLikesEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .room(7)
                    .count(count);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        };
    }

    private void turn() {
        for (int tasks = loop.size(); tasks > 0; tasks--) {
            loop.remove().run();
        }
    }
}
