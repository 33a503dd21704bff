package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the people behind the room may on its live connection. */
class LiveRolesTest {
    private static final long STAFF = 900;
    private static final String LIKE = "{\"t\":\"like\",\"n\":1}";

    @TempDir
    private Path data;

    private LiveFixture fixture;

    @BeforeEach
    void open() {
        fixture = new LiveFixture(data, new RoomOptions()).sell(1);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ANALYST", "OBSERVER"})
    void whoOnlyWatchesIsNotHeard(final Role role) {
        final TestViewer watcher = fixture.join(role, STAFF);
        for (final String frame : new String[] {LIKE, "{\"t\":\"comment\",\"text\":\"hm\"}"}) {
            watcher.send(frame);
            assertThat(watcher.next("refused").get("code").asText()).isEqualTo("ROLE_NOT_ALLOWED");
        }
        assertThat(fixture.count(RoomCounter.LIKES_TAKEN)).isZero();
    }

    @Test
    void whoTalksForTheBrandIsHeard() {
        final Role[] talkers = {Role.OPERATOR, Role.MODERATOR, Role.SERVICE};
        for (final Role role : talkers) {
            fixture.join(role, STAFF + role.ordinal()).send(LIKE);
        }

        await().until(() -> fixture.count(RoomCounter.LIKES_TAKEN) == talkers.length);
    }
}
