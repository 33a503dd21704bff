package io.sluice.gateway.link;

import static io.sluice.gateway.link.EngineClientTest.likes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.RecordFlyweight;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkListenerTest {
    private final LinkListener listener = new LinkListener();
    private final ScriptedEngine engine = new ScriptedEngine(listener);
    private final AtomicBoolean ended = new AtomicBoolean();

    @BeforeEach
    void follow() {
        final RecordStream stream = listener.stream(engine, this::run, 1_024);
        stream.subscribe(1, new RecordListener() {
            @Override
            public void onRecord(final RecordFlyweight record) {}

            @Override
            public void onBatchEnd() {}
        });
    }

    @Test
    void anEventLoopThatEndsUnaskedIsAFault() {
        ended.set(true);
        engine.append(likes(1));

        assertThatThrownBy(engine::endBatch).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void whatIsDecidedBehindTheCloseIsJournalledThoughNoEventLoopIsLeftToHearIt() {
        listener.close();
        ended.set(true);

        engine.append(likes(1));
        engine.endBatch();

        assertThat(engine.durableSequence()).isEqualTo(1);
    }

    private void run(final Runnable task) {
        if (ended.get()) {
            throw new RejectedExecutionException("ended");
        }
        task.run();
    }
}
