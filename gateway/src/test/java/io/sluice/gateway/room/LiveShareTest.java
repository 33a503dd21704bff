package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.share.ShareCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveShareTest {
    private static final long LI = 42;
    private static final String ORDER =
            "{\"t\":\"order\",\"key\":\"press-1\",\"lines\":[{\"offer\":1001,\"quantity\":1}],\"share\":\"%s\"}";

    @TempDir
    private Path data;

    private LiveFixture fixture;

    @BeforeEach
    void open() {
        fixture = new LiveFixture(data, new RoomOptions()).sell(10);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anOrderCountsForWhomItsCodeNames() {
        final TestViewer viewer = fixture.join(LI);
        final String share = TestGateway.shares().encode(new ShareCode(0, 0, 12, 340, 0, 0, 88));
        viewer.send(ORDER.formatted(share));

        final JsonNode attribution = viewer.next("order").get("attribution");
        assertThat(attribution.get("store").asLong()).isEqualTo(12);
        assertThat(attribution.get("guide").asLong()).isEqualTo(340);
        assertThat(attribution.get("inviter").asLong()).isEqualTo(88);
        assertThat(attribution.get("share").asText()).isEqualTo(share);
    }

    @Test
    void anOrderWithACodeThatIsNotOursIsRefused() {
        final TestViewer viewer = fixture.join(LI);
        viewer.send(ORDER.formatted("g7Kx2"));

        final JsonNode refused = viewer.next("refused");
        assertThat(refused.get("code").asText()).isEqualTo("SHARE_UNKNOWN");
        assertThat(refused.get("field").asText()).isEqualTo("share");
        assertThat(refused.get("key").asText()).isEqualTo("press-1");
    }
}
