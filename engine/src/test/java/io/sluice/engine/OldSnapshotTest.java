package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.StateBytes;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.SnapshotHeaderDecoder;
import io.sluice.engine.protocol.codec.SnapshotHeaderEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots that earlier builds wrote: what came since adds nothing to a state that has none of it, and moves nothing. */
class OldSnapshotTest {
    private static final Path SNAPSHOTS = Path.of("src", "test", "resources", "snapshots");
    private static final int STATE = MessageHeaderEncoder.ENCODED_LENGTH + SnapshotHeaderEncoder.BLOCK_LENGTH;

    @ParameterizedTest
    @ValueSource(strings = {"1/sale.snapshot", "2/brand.snapshot"})
    void hasTheStateHashThatItsHeaderNames(final String file) throws IOException {
        final UnsafeBuffer snapshot = new UnsafeBuffer(Files.readAllBytes(SNAPSHOTS.resolve(file)));
        final SnapshotHeaderDecoder header =
                new SnapshotHeaderDecoder().wrapAndApplyHeader(snapshot, 0, new MessageHeaderDecoder());
        final StateBytes state = new StateBytes();
        state.putBytes(snapshot, STATE, (int) header.stateLength());
        final FlashCore core = new FlashCore(CoreReserves.NONE);

        core.load(state);

        assertThat(core.orders()).isPositive();
        assertThat(core.stateHash()).isEqualTo(header.stateHash());
        assertThat(core.digest().bytes()).isEqualTo(header.stateLength());
    }
}
