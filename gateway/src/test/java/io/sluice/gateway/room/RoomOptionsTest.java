package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoomOptionsTest {
    @Test
    void theDefaultsAreInRange() {
        assertThatCode(() -> new RoomOptions().conclude()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void aValueOutOfRangeIsNamed(final String name, final UnaryOperator<RoomOptions> wrong) {
        assertThatThrownBy(() -> wrong.apply(new RoomOptions()).conclude())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + "=");
    }

    private static Stream<Arguments> outOfRange() {
        return Stream.of(
                wrong("tickMs", options -> options.tickMs(9)),
                wrong("slowestTickMs", options -> options.slowestTickMs(9)),
                wrong("heartbeatMs", options -> options.tickMs(500).heartbeatMs(499)),
                wrong("maxComments", options -> options.maxComments(21)),
                wrong("maxBought", options -> options.maxBought(0)),
                wrong("maxConnections", options -> options.maxConnections(0)),
                wrong("maxConnectionsPerViewer", options -> options.maxConnectionsPerViewer(65)),
                wrong("idleMs", options -> options.idleMs(999)),
                wrong("stuckMs", options -> options.stuckMs(249)),
                wrong("maxOwnFrames", options -> options.maxOwnFrames(0)),
                wrong("maxWaitingTicks", options -> options.maxWaitingTicks(65)),
                wrong("maxBadFrames", options -> options.maxBadFrames(0)),
                wrong("maxTooFast", options -> options.maxTooFast(0)),
                wrong("reconnectSpreadMs", options -> options.reconnectSpreadMs(0)));
    }

    private static Arguments wrong(final String name, final UnaryOperator<RoomOptions> setting) {
        return Arguments.of(name, setting);
    }
}
