package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists loaded into a demo from the command line. */
class ImportCommandIT {
    private static final int FINE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;
    private static final String STORES = "store,name,latitude_e6,longitude_e6\n900012,店,,\n";

    @TempDir
    private Path folder;

    @Test
    void aListIsLoadedAndWhatIsWrongIsTold() throws IOException {
        try (DemoProcess demo = DemoProcess.start(folder.resolve("data"))) {
            final SluiceProcess stores = load(demo, "stores", STORES);
            assertThat(stores.exitCode()).as(stores.err()).isEqualTo(FINE);
            assertThat(stores.out()).contains("applied    1, records").contains("refused    0");

            final SluiceProcess guides =
                    load(demo, "guides", "guide,name,stores,viewer,active\n900340,李,900012,,\n900341,王,900013,,\n");
            assertThat(guides.exitCode()).isEqualTo(REFUSED);
            assertThat(guides.out()).contains("line 3: stores, STORE_UNKNOWN: There is no store 900013.");

            final SluiceProcess valid = load(
                    demo,
                    "viewers",
                    "viewer,member_since,guide,group,inviter\n900042,,,,\n900043,,900340,,\n",
                    "--mode",
                    "valid",
                    "--json");
            assertThat(valid.exitCode()).isEqualTo(REFUSED);
            assertThat(new JsonObject(valid.out()).getLong("applied")).isEqualTo(1);
        }
    }

    @Test
    void aTokenIsTakenFromAFileAndNeverFromTheCommandLine() throws IOException {
        final Path token = folder.resolve("token.txt");
        try (DemoProcess demo = DemoProcess.start(folder.resolve("data"))) {
            Files.writeString(token, demo.shop().viewer(42) + "\n");
            final SluiceProcess noOperator = load(demo, "stores", STORES, "--token-file", token.toString());
            assertThat(noOperator.exitCode()).isEqualTo(REFUSED);
            assertThat(noOperator.err()).contains("ROLE_NOT_ALLOWED");

            Files.writeString(token, demo.shop().token("operator", 1) + "\n");
            final SluiceProcess operator = load(demo, "stores", STORES, "--token-file", token.toString());
            assertThat(operator.exitCode()).as(operator.err()).isEqualTo(FINE);

            final SluiceProcess argument = load(demo, "stores", STORES, "--token", "eyJ.secret");
            assertThat(argument.exitCode()).isEqualTo(WRONG_USAGE);
            assertThat(argument.err())
                    .contains("use --token-file FILE or SLUICE_TOKEN")
                    .doesNotContain("eyJ");
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws IOException {
        final Path file = Files.writeString(folder.resolve("viewers.csv"), "viewer\n");
        final SluiceProcess refused =
                SluiceProcess.run("import", "viewers", file.toString(), "--url", "http://127.0.0.1:" + FreePort.next());

        assertThat(refused.exitCode()).isEqualTo(REFUSED);
        assertThat(refused.err()).contains("nobody answers there").doesNotContain("\tat ");
    }

    private SluiceProcess load(final DemoProcess demo, final String kind, final String lines, final String... options)
            throws IOException {
        final Path file = Files.writeString(folder.resolve(kind + ".csv"), lines);
        final String[] command = new String[options.length + 5];
        command[0] = "import";
        command[1] = kind;
        command[2] = file.toString();
        command[3] = "--url";
        command[4] = "http://127.0.0.1:" + demo.port();
        System.arraycopy(options, 0, command, 5, options.length);
        return SluiceProcess.run(command);
    }
}
