package io.sluice.bench.load.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.bench.load.client.TrustedRoots;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The target's API as an operator uses it. A target that is too busy is asked again some times; what was not answered is not,
 * for nobody knows what became of it. One thread.
 */
final class OperatorApi {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final int MAX_TRIES = 6;
    private static final long MAX_RETRY_SECONDS = 10;
    private static final int SHOWN_CHARS = 200;
    private static final int TOO_FAST = 429;
    private static final int UNAVAILABLE = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final URI url;
    private final String token;

    OperatorApi(final URI url, final TrustedRoots roots, final String token) {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .sslContext(roots.context())
                .build();
        this.url = url;
        this.token = token;
    }

    /** Asks for what may not be there: an answer of another status than 2xx is handed back too. */
    Answer ask(final String path) throws StageException {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** Does something; answers the number of its record. */
    long put(final String path, final String body) throws StageException {
        return done(send("PUT", path, BodyPublishers.ofString(body)));
    }

    /** Does something; answers the number of its record. */
    long post(final String path, final String body) throws StageException {
        return done(send("POST", path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private static long done(final Answer answer) throws StageException {
        answer.requireSuccess();
        final JsonNode sequence = answer.body().path("sequence");
        if (!sequence.canConvertToLong() || sequence.asLong() < 1) {
            throw answer.off("names no sequence");
        }
        return sequence.asLong();
    }

    private Answer send(final String method, final String path, final BodyPublisher body) throws StageException {
        final HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v1" + path))
                .method(method, body)
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .build();
        final String name = method + " " + request.uri();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            for (int tries = 1; tries < MAX_TRIES && isBusy(response); tries++) {
                Pause.of(retrySeconds(response), TimeUnit.SECONDS);
                response = client.send(request, BodyHandlers.ofString());
            }
            return answer(name, response);
        } catch (final IOException none) {
            throw new StageException(name + ": there is no answer, " + none, none);
        } catch (final InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StageException(name + ": interrupted", interrupted);
        }
    }

    private static boolean isBusy(final HttpResponse<String> response) {
        return response.statusCode() == TOO_FAST || response.statusCode() == UNAVAILABLE;
    }

    private static long retrySeconds(final HttpResponse<String> response) {
        final String seconds = response.headers().firstValue("Retry-After").orElse("");
        return seconds.matches("[0-9]{1,6}") ? Math.min(MAX_RETRY_SECONDS, Long.parseLong(seconds)) : 1;
    }

    private static Answer answer(final String request, final HttpResponse<String> response) throws StageException {
        final String text = response.body();
        try {
            return new Answer(request, response.statusCode(), JSON.readTree(text));
        } catch (final JsonProcessingException garbage) {
            throw new StageException(
                    request + ": status " + response.statusCode() + ", with what is no JSON: '"
                            + text.substring(0, Math.min(SHOWN_CHARS, text.length())) + "'",
                    garbage);
        }
    }

    /**
     * What the target said.
     *
     * @param request  method and address, for a complaint.
     * @param status   of HTTP.
     * @param body     JSON; missing where there was none.
     */
    record Answer(String request, int status, JsonNode body) {
        String code() {
            return body.path("code").asText();
        }

        void requireSuccess() throws StageException {
            if (status >= 300) {
                throw new StageException(request + ": status " + status + " " + code() + ": "
                        + body.path("detail").asText());
            }
        }

        /** The complaint that an answer is not what it has to be. */
        StageException off(final String why) {
            final String text = body.toString();
            return new StageException(request + ": status " + status + ", but the answer " + why + ": '"
                    + text.substring(0, Math.min(SHOWN_CHARS, text.length())) + "'");
        }
    }
}
