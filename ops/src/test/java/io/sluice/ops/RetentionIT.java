package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal of a running demo is archived and pruned beside it; then the demo is killed, and starts from what is left. */
class RetentionIT {
    /** Nothing but the position at its end. */
    private static final String FEED = "/journal?type=io.sluice.command.invalid";

    private static final long VIEWER = 50_000;
    private static final int STARTS = 4;

    @TempDir
    private Path data;

    @Test
    void aJournalThatWasArchivedAndPrunedBesideItsEngineIsStartedFromAgain() throws IOException {
        final List<Long> ends = new ArrayList<>();
        DemoProcess demo = DemoProcess.start(data);
        try {
            SaleRoom.open(demo.shop(), 100);
            ends.add(order(demo, 0));
            for (int start = 1; start < STARTS; start++) {
                demo.process().terminate();
                assertThat(demo.process().exitCode()).as(demo.process().err()).isZero();
                demo = demo.startAgain();
                ends.add(order(demo, start));
            }
            assertRetention(demo, ends);
            ends.add(order(demo, STARTS));

            demo.process().kill();
            demo = demo.startAgain();

            SaleRoom.of(demo.shop()).awaitAvailable(100 - ends.size());
            order(demo, STARTS + 1);
            final Verdict verdict = Verdict.of(data);
            assertThat(verdict.json().getLong("firstSequence")).isEqualTo(ends.get(0) + 1);
            assertThat(verdict.json().getLong("snapshot")).isPositive();
        } finally {
            demo.close();
        }
    }

    private void assertRetention(final DemoProcess demo, final List<Long> ends) throws IOException {
        final long first = ends.get(0) + 1;
        final String below = Long.toString(first);
        assertThat(journal(0, "archive", "--below", Long.toString(ends.get(1) + 1))
                        .out()
                        .lines())
                .hasSize(2);
        assertThat(archives()).hasSize(2);

        journal(0, "consumers", "--register", "inventory");
        assertThat(journal(1, "prune", "--below", below).err()).contains("the consumer inventory is at 0");
        final String downstream = demo.shop().token("downstream", 1);
        demo.shop().get(FEED + "&consumer=inventory&from=" + first, downstream).expect(200);
        assertThat(new JsonObject(journal(0, "consumers", "--json").out())
                        .getJsonArray("consumers")
                        .getJsonObject(0)
                        .getLong("position"))
                .isEqualTo(first - 1);

        assertThat(journal(0, "prune", "--below", below).out()).startsWith("pruned  ");
        assertThat(archives()).hasSize(1);
        assertThat(demo.shop()
                        .get("/journal?from=1", downstream)
                        .expect(410)
                        .body()
                        .getLong("sequence"))
                .isEqualTo(first);
        demo.shop().get(FEED + "&from=" + first, downstream).expect(200);
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.toString().endsWith(".archive")).toList();
        }
    }

    private SluiceProcess journal(final int exitCode, final String command, final String... options) {
        final List<String> arguments = new ArrayList<>(List.of("journal", command, "--data", data.toString()));
        arguments.addAll(List.of(options));
        final SluiceProcess process = SluiceProcess.run(arguments.toArray(String[]::new));
        assertThat(process.exitCode()).as(process.out() + process.err()).isEqualTo(exitCode);
        return process;
    }

    /** Number of the record. */
    private static long order(final DemoProcess demo, final int number) {
        final String token = demo.shop().token("viewer", VIEWER + number);
        return demo.shop()
                .order(token, SaleRoom.ROOM, "order-" + number, SaleRoom.order(1))
                .join()
                .expect(201)
                .body()
                .getLong("sequence");
    }
}
