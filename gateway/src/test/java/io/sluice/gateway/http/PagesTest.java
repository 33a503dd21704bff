package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.ScriptedEngine;
import io.sluice.gateway.share.ShareCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static TestGateway gateway;
    private static Api api;

    @BeforeAll
    static void open() {
        final LinkListener link = new LinkListener();
        gateway = TestGateway.launch(new ScriptedEngine(link), link, TestGateway.context());
        gateway.rooms().put(7, "{\"room\":7}");
        api = gateway.api();
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/rooms/7, text/html",
        "/earnings, text/html",
        "/console, text/html",
        "/assets/js/console-main.js, text/javascript",
        "/assets/js/earnings-main.js, text/javascript",
        "/docs, text/html",
        "/docs/docs.js, text/javascript",
        "/openapi.yaml, application/yaml",
        "/webjars/preact/10.28.0/dist/preact.module.js, text/javascript",
        "/webjars/swagger-ui/5.34.1/swagger-ui-bundle.js, text/javascript"
    })
    void whatAPageNeedsIsThere(final String path, final String type) {
        final Api.Reply reply = api.get(path).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).startsWith(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rooms/7", "/earnings", "/console", "/docs", "/docs/docs.js"})
    void aPageRunsNoScriptButOursAndIsNobodysFrame(final String path) {
        final Api.Reply reply = api.get(path).send();

        assertThat(reply.header("content-security-policy"))
                .contains("default-src 'self'", "script-src 'self';", "frame-ancestors 'none'");
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.header("x-frame-options")).isEqualTo("DENY");
    }

    @ParameterizedTest
    @CsvSource({"/rooms/7, geolocation=(self)", "/docs, geolocation=()"})
    void onlyTheRoomMayAskWhereSomebodyIs(final String path, final String permission) {
        assertThat(api.get(path).send().header("permissions-policy"))
                .isEqualTo("camera=(), microphone=(), " + permission);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rooms/0",
                "/rooms/x",
                "/assets/../io/sluice/gateway/Gateway.class",
                "/assets/%2e%2e/io/sluice/gateway/Gateway.class",
                "/webjars/../../MANIFEST.MF",
                "/assets/js",
                "/assets/js/",
                "/assets/.hidden.js",
                "/nothing"
            })
    void whatIsNoPageIsNotFound(final String path) {
        assertThat(api.get(path).send().status()).isEqualTo(404);
    }

    @Test
    void aFileOfTheWorkingDirectoryIsNoPage() throws IOException {
        final Path directory = Path.of("docs");
        final boolean isOurs = Files.notExists(directory);
        final Path file = Files.createDirectories(directory).resolve("private-" + System.nanoTime() + ".txt");
        Files.writeString(file, "not for the world");
        try {
            assertThat(api.get("/docs/" + file.getFileName()).send().status()).isEqualTo(404);
        } finally {
            Files.delete(file);
            if (isOurs) {
                Files.delete(directory);
            }
        }
    }

    @Test
    void aFileThatTheBrowserHasIsNotSentAgain() {
        final Api.Reply first = api.get("/assets/js/main.js").send();

        assertThat(first.header("cache-control")).isEqualTo("no-cache");
        assertThat(api.get("/assets/js/main.js")
                        .header("If-None-Match", first.header("etag"))
                        .send()
                        .status())
                .isEqualTo(304);
        assertThat(api.get("/assets/js/main.js")
                        .header("If-None-Match", "\"another\"")
                        .send()
                        .text())
                .isEqualTo(first.text());
    }

    @Test
    void theFrontDoorLeadsToTheDocs() {
        gateway.rooms().front(7);

        assertThat(api.get("/").send().status()).isEqualTo(302);
        assertThat(ledTo("/")).isEqualTo("/docs");
        assertThat(ledTo("/?from=poster")).isEqualTo("/docs");
    }

    @Test
    void aCodeOfTheWholeBrandLeadsToTheRoomToBeIn() {
        final String share = TestGateway.shares().encode(new ShareCode(0, 0, 0, 3, 0, 0, 0));
        gateway.rooms().front(7);

        assertThat(ledTo("/?share=" + share)).isEqualTo("/rooms/7?share=" + share);

        gateway.rooms().front(0);
        assertThat(ledTo("/?share=" + share)).isEqualTo("/docs");
    }

    @Test
    void aCodeOfARoomLeadsThereWhateverRoomIsToBeIn() {
        final String share = TestGateway.shares().encode(new ShareCode(8, 0, 0, 3, 0, 0, 0));
        gateway.rooms().front(7);

        assertThat(ledTo("/?share=" + share)).isEqualTo("/rooms/8?share=" + share);
    }

    @Test
    void aCodeThatIsNotOursStaysOneParameter() {
        gateway.rooms().front(7);

        assertThat(ledTo("/?share=a%0d%0ab%26c")).isEqualTo("/rooms/7?share=a%0D%0Ab%26c");
    }

    @Test
    void theContractIsServedAsItIsWritten() {
        assertThat(api.get("/openapi.yaml").send().text()).startsWith("openapi: 3.1.0");
    }

    @Test
    void aRoomsPictureIsWhatTheTickerLeft() {
        assertThat(api.get("/api/v1/rooms/7").send().text()).isEqualTo("{\"room\":7}");
        api.get("/api/v1/rooms/8").isRefused(404, "ROOM_UNKNOWN");
    }

    private static String ledTo(final String path) {
        return api.get(path).send().header("location");
    }
}
