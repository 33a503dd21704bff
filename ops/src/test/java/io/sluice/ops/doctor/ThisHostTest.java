package io.sluice.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.ops.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor's hands on a real machine. */
class ThisHostTest {
    @TempDir
    private Path folder;

    private final Host host = new ThisHost();

    @Test
    void aDiskIsForcedWhereTheDataWillLieAndLeftAsItWas() throws IOException {
        final ForceTimes times = host.forceTimes(folder.resolve("not/there/yet"));
        assertThat(times.count()).isPositive();
        assertThat(times.percentileMs(50)).isPositive().isLessThanOrEqualTo(times.percentileMs(99));
        assertThat(folder).isEmptyDirectory();
        assertThat(host.disk(folder.resolve("not/there/yet")).directory()).isEqualTo(folder);
    }

    @Test
    void aPortThatIsTakenSaysWhy() throws IOException {
        try (ServerSocket taken = new ServerSocket(FreePort.next(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(host.listenFault("127.0.0.1", taken.getLocalPort())).contains("in use");
        }
        assertThat(host.listenFault("127.0.0.1", FreePort.next())).isNull();
    }

    @Test
    void whatCannotBeHadIsNull() {
        assertThat(host.text(folder.resolve("nothing"))).isNull();
        assertThat(host.told("sh", "-c", "exit 1")).isNull();
        assertThat(host.told("sh", "-c", "echo yes")).isEqualTo("yes");
        assertThat(host.told("there-is-no-such-command")).isNull();
    }

    @Test
    void percentilesAreTimesThatWereMeasured() {
        final ForceTimes times = new ForceTimes(new long[] {4_000_000, 1_000_000, 3_000_000, 2_000_000});
        assertThat(times.percentileMs(50)).isEqualTo(2.0);
        assertThat(times.percentileMs(99)).isEqualTo(4.0);
    }
}
