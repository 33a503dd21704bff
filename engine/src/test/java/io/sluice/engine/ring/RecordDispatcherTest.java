package io.sluice.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.journal.Horizon;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalFollower;
import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kept journal of an evening, told to a visitor. */
class RecordDispatcherTest {
    private static final Set<String> BEHIND_A_DECISION =
            Set.of("onCommission", "onPointMoves", "onLineMoves", "onReviewMoves");

    @TempDir
    private Path data;

    @BeforeEach
    void layOut() throws IOException {
        JournalFixture.ofVersion(MessageHeaderDecoder.SCHEMA_VERSION).unpackInto(data);
    }

    @Test
    void tellsEveryRecordByTheKindOfItsCommand() {
        final Set<String> told = new HashSet<>();
        final Set<String> behind = new HashSet<>();
        final RecordVisitor visitor = (RecordVisitor) Proxy.newProxyInstance(
                RecordVisitor.class.getClassLoader(),
                new Class<?>[] {RecordVisitor.class},
                (self, method, arguments) -> {
                    if (BEHIND_A_DECISION.contains(method.getName())) {
                        behind.add(method.getName());
                        return null;
                    }
                    final RecordFlyweight record = (RecordFlyweight) arguments[0];
                    final String shape =
                            CommandShape.ofTemplate(record.commandType()).name();
                    final String kind = "on" + shape.replace("_", "");
                    final boolean isInvalid = record.outcome() == Outcome.COMMAND_INVALID;
                    assertThat(method.getName().toUpperCase(Locale.ROOT))
                            .isEqualTo(isInvalid ? "ONUNKNOWN" : kind.toUpperCase(Locale.ROOT));
                    told.add(shape);
                    return null;
                });

        follow(visitor);

        assertThat(told).hasSameSizeAs(CommandShape.values());
        assertThat(behind).isEqualTo(BEHIND_A_DECISION);
    }

    @Test
    void decodesCommandAndDecision() {
        final long[] units = {0, 0};
        follow(new RecordVisitor() {
            @Override
            public void onPlaceOrder(
                    final RecordFlyweight record,
                    final PlaceOrderDecoder command,
                    final OrderDecisionDecoder decision) {
                if (record.outcome() == Outcome.RESERVED) {
                    command.lines().forEach(line -> units[0] += line.quantity());
                    decision.lines().forEach(line -> units[1] += line.quantity());
                }
            }
        });

        assertThat(units[0]).isPositive().isEqualTo(units[1]);
    }

    private void follow(final RecordVisitor visitor) {
        try (JournalFollower follower = JournalFollower.behind(new JournalDirectory(data), 0, Horizon.FORCED)) {
            assertThat(follower.poll(new RecordDispatcher(visitor), 1_000)).isPositive();
        }
    }
}
