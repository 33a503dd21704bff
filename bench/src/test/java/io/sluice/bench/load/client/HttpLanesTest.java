package io.sluice.bench.load.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpLanesTest implements LaneListener {
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> failures = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> waits = new LinkedBlockingQueue<>();
    private final Loop loop = new Loop();
    private final TestServer server = new TestServer(HttpLanesTest::answer);
    private final HttpLanes lanes = new HttpLanes(loop, ServerAddress.plain("127.0.0.1", server.port()), 1, 400, this);

    @AfterEach
    void end() throws IOException {
        loop.close();
        server.close();
    }

    @Test
    void requestsAreAnsweredInTurnByOneLane() throws InterruptedException {
        send("/late");
        send("/well");

        assertThat(next()).isEqualTo("/late 504 ANSWER_LATE");
        assertThat(next()).isEqualTo("/well 200 hello");
        assertThat(waits).hasSize(2);
    }

    @Test
    void aStalledServerIsGivenUpAndItsLaneReplaced() throws InterruptedException {
        send("/silence");
        assertThat(next()).isEqualTo("/silence " + HttpAnswer.LATE + " ");

        send("/well");
        assertThat(next()).isEqualTo("/well 200 hello");
    }

    @Test
    void aConnectionThatEndsInItsAnswerIsBroken() throws InterruptedException {
        send("/half");

        assertThat(next()).startsWith("/half " + HttpAnswer.BROKEN + " ");
    }

    @Test
    void aConnectionThatEndsBeforeTheAnswerLeavesItUnheard() throws InterruptedException {
        send("/end");

        assertThat(next()).isEqualTo("/end " + HttpAnswer.UNHEARD + " ");
    }

    @Test
    void aConnectionThatHasBeenIdleIsReplacedAndCostsNoRequest() throws Exception {
        final HttpLanes forgetful =
                new HttpLanes(loop, ServerAddress.plain("127.0.0.1", server.port()), 2, 400, 60, this);

        assertThat(server.hasHadConnections(5))
                .as("one of the others, two, and two in their place")
                .isTrue();
        loop.thread()
                .execute(() -> forgetful.send(
                        "POST", "/well", "", "", (status, buffer, from, end) -> heard.add("/well " + status)));

        assertThat(next()).isEqualTo("/well 200");
        assertThat(failures).isEmpty();
    }

    @Test
    void chunksAreNotTakenForTheNextAnswer() throws InterruptedException {
        send("/chunks");
        send("/well");

        assertThat(next()).startsWith("/chunks " + HttpAnswer.BROKEN + " ");
        assertThat(next()).isEqualTo("/well 200 hello");
    }

    @Test
    void bytesBehindAnAnswerAreNotTakenForTheNext() throws InterruptedException {
        send("/more");
        send("/well");

        assertThat(next()).isEqualTo("/more 200 hello");
        assertThat(next()).isEqualTo("/well 200 hello");
        assertThat(failures).containsExactly("failure");
    }

    @Test
    void aTargetThatIsNotThereIsHeardOf() throws IOException, InterruptedException {
        server.close();

        assertThat(failures.poll(10, TimeUnit.SECONDS)).isEqualTo("failure");
    }

    @Test
    void nothingIsSentBehindTheClose() throws InterruptedException {
        loop.thread().execute(lanes::close);
        send("/well");

        assertThat(next()).isEqualTo("/well " + HttpAnswer.BROKEN + " ");
    }

    @Override
    public void onWaited(final long waitedNs) {
        waits.add(waitedNs);
    }

    @Override
    public void onFailure() {
        failures.add("failure");
    }

    @Override
    public void onBug(final Throwable bug) {
        failures.add(bug.toString());
    }

    private static String answer(final String line) {
        return switch (line.substring(line.indexOf("/"), line.lastIndexOf(" "))) {
            case "/late" -> TestServer.answer(504, "ANSWER_LATE");
            case "/silence" -> TestServer.SILENCE;
            case "/half" -> "HTTP/1.1 200 OK\r\nConte" + TestServer.END;
            case "/end" -> TestServer.END;
            case "/chunks" -> CHUNKED;
            case "/more" -> TestServer.answer(200, "hello") + TestServer.answer(500, "not asked for");
            default -> TestServer.answer(200, "hello");
        };
    }

    private void send(final String path) {
        loop.thread()
                .execute(() -> lanes.send(
                        "POST",
                        path,
                        "",
                        "{}",
                        (status, buffer, from, end) -> heard.add(path + " " + status + " "
                                + buffer.toString(from, end - from, StandardCharsets.US_ASCII))));
    }

    private String next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }
}
