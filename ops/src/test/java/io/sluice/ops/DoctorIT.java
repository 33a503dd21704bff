package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor on this machine, in a shell with few descriptors. */
class DoctorIT {
    private static final int FAILED = 1;

    @TempDir
    private Path folder;

    @Test
    void aLowDescriptorLimitIsSaidWithWhatChangesIt() {
        final SluiceProcess doctor = SluiceProcess.runWithDescriptors(512, "doctor", "--data", folder.toString());
        assertThat(doctor.exitCode()).as(doctor.err()).isEqualTo(FAILED);
        assertThat(doctor.out())
                .containsPattern("FAIL +descriptors +soft 512, hard 512")
                .contains("LimitNOFILE=19000")
                .containsPattern("net.ipv4.ip_local_port_range +\\d+ to \\d+");
        assertThat(doctor.err()).isEmpty();
    }

    @Test
    void itsJsonSaysTheSame() {
        final SluiceProcess doctor =
                SluiceProcess.runWithDescriptors(512, "doctor", "--json", "--data", folder.toString());
        assertThat(doctor.exitCode()).as(doctor.err()).isEqualTo(FAILED);
        final JsonObject json = new JsonObject(doctor.out());
        assertThat(json.getString("verdict")).isEqualTo("FAIL");
        assertThat(json.getJsonArray("checks")).anySatisfy(check -> {
            assertThat(((JsonObject) check).getString("check")).isEqualTo("descriptors");
            assertThat(((JsonObject) check).getString("verdict")).isEqualTo("FAIL");
        });
    }
}
