package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.gateway.Api;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    private static final String IMPORTS = "/api/v1/operator/imports/";
    private static final String VIEWERS = "viewer,member_since,guide,group,inviter\n";
    private static final int MAX_BYTES = 65_536;

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheGateway() {
        final GatewayContext context = TestGateway.context().set(GatewayProperty.MAX_IMPORT_BYTES, MAX_BYTES);
        gateway = TestGateway.launch(data, context);
        api = gateway.api();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aBrandIsLoadedListByList() {
        loadBrand();

        final Api.Reply loaded = list("viewers", VIEWERS + "42,2024-05-01T00:00:00Z,340,5501,88001\n")
                .answers(200);

        assertThat(loaded.json().toString())
                .isEqualTo(
                        "{\"kind\":\"viewers\",\"mode\":\"all\",\"lines\":1,\"applied\":1,\"refused\":0,\"errors\":[],"
                                + "\"firstSequence\":%d,\"lastSequence\":%d}"
                                        .formatted(
                                                loaded.at("/firstSequence").asLong(),
                                                loaded.at("/lastSequence").asLong()));
        final Api.Reply viewer =
                api.get("/api/v1/operator/viewers/42").operator().answers(200);
        assertThat(viewer.text()).contains("340", "5501", "88001", "2024-05-01T00:00:00.000Z");
    }

    @Test
    void manyViewersFillManyCommands() {
        final String lines = IntStream.rangeClosed(1, 1_234)
                .mapToObj(viewer -> viewer + ",,,,\n")
                .collect(Collectors.joining());

        final Api.Reply loaded = list("viewers", VIEWERS + lines).answers(200);

        assertThat(loaded.at("/applied").asInt()).isEqualTo(1_234);
        assertThat(loaded.at("/lastSequence").asLong()
                        - loaded.at("/firstSequence").asLong())
                .isEqualTo(24);
    }

    @Test
    void nothingIsAppliedWhenAnyLineIsWrong() {
        final Api.Reply refused =
                list("viewers", VIEWERS + "42,,,,88001\n43,,9,,\n").isRefused(422, "IMPORT_REFUSED");

        assertThat(refused.at("/applied").asInt()).isZero();
        assertThat(refused.at("/lines").asInt()).isEqualTo(2);
        assertThat(refused.at("/errors/0").toString())
                .isEqualTo(
                        "{\"line\":3,\"field\":\"guide\",\"code\":\"GUIDE_UNKNOWN\",\"detail\":\"There is no guide 9.\"}");
        assertThat(refused.json().has("firstSequence")).isFalse();
    }

    @Test
    void theValidLinesAreAppliedWhenThatIsAskedFor() {
        final Api.Reply loaded = list("viewers?mode=valid", VIEWERS + "42,,,,88001\n43,,9,,\n44,,,,42\n")
                .answers(200);

        assertThat(loaded.at("/applied").asInt()).isEqualTo(2);
        assertThat(loaded.at("/refused").asInt()).isEqualTo(1);
        assertThat(loaded.at("/errors").size()).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeReadIsRefusedInEitherMode() {
        list("viewers?mode=valid", VIEWERS + "42,,,,\n\"43,,,,\n").isRefused(422, "IMPORT_REFUSED");
        list("viewers?mode=valid", "").isRefused(422, "IMPORT_REFUSED");
    }

    @Test
    void nothingIsAppliedWhenALineGoesInACircleWithWhatTheCoreHas() {
        list("viewers", VIEWERS + "1,,,,2\n").answers(200);
        final long before = gateway.sequence();

        final Api.Reply told =
                list("viewers", VIEWERS + "50,,,,\n2,,,,1\n51,,,,\n").isRefused(422, "IMPORT_REFUSED");

        assertThat(gateway.sequence()).isEqualTo(before);
        assertThat(told.at("/applied").asInt()).isZero();
        assertThat(told.at("/errors").size()).isEqualTo(1);
        assertThat(told.at("/errors/0/line").asInt()).isEqualTo(3);
        assertThat(told.at("/errors/0/field").asText()).isEqualTo("inviter");
        assertThat(told.at("/errors/0/code").asText()).isEqualTo("CIRCLE_REFERRAL");
    }

    @Test
    void theOthersAreAppliedWhenOnlyTheCoreKnewAndThatIsAskedFor() {
        list("viewers", VIEWERS + "1,,,,2\n2,,,,3\n").answers(200);

        final Api.Reply told =
                list("viewers?mode=valid", VIEWERS + "50,,,,\n3,,,,1\n51,,,,\n").answers(200);

        assertThat(told.at("/applied").asInt()).isEqualTo(2);
        assertThat(told.at("/errors/0/line").asInt()).isEqualTo(3);
        assertThat(told.at("/errors/0/code").asText()).isEqualTo("CIRCLE_REFERRAL");
    }

    @Test
    void nothingIsAppliedWhenATrailGrowsTooLongFromBelow() {
        final String lines = IntStream.rangeClosed(0, ProtocolLimits.MAX_TRAIL)
                .mapToObj(below -> ProtocolLimits.MAX_TRAIL + 2 - below)
                .map(viewer -> viewer + ",,,," + (viewer - 1) + "\n")
                .collect(Collectors.joining());
        final long before = gateway.sequence();

        final Api.Reply told = list("viewers", VIEWERS + lines).isRefused(422, "IMPORT_REFUSED");

        assertThat(gateway.sequence()).isEqualTo(before);
        assertThat(told.at("/errors").size()).isEqualTo(1);
        assertThat(told.at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(told.at("/errors/0/field").asText()).isEqualTo("inviter");
        assertThat(told.at("/errors/0/code").asText()).isEqualTo("TRAIL_TOO_LONG");
    }

    @Test
    void nothingIsAppliedWhenTheTableHasNoRoomForAll() {
        list("viewers", VIEWERS + "1,,,,2\n").answers(200);
        final String more = IntStream.rangeClosed(1, TestGateway.MAX_VIEWERS)
                .mapToObj(viewer -> viewer + ",,,,\n")
                .collect(Collectors.joining());
        list("viewers", VIEWERS + more).answers(200);
        final long before = gateway.sequence();

        final Api.Reply told = list("viewers", VIEWERS + "1,,,,\n2,,,,\n" + (TestGateway.MAX_VIEWERS + 1) + ",,,,\n")
                .isRefused(422, "IMPORT_REFUSED");

        assertThat(gateway.sequence()).isEqualTo(before);
        assertThat(told.at("/errors").size()).isEqualTo(1);
        assertThat(told.at("/errors/0/line").asInt()).isEqualTo(4);
        assertThat(told.at("/errors/0").has("field")).isFalse();
        assertThat(told.at("/errors/0/code").asText()).isEqualTo("CAPACITY");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        loadBrand();
        final String lines = VIEWERS + "42,2024-05-01T00:00:00Z,340,5501,88001\n";
        list("viewers", lines).answers(200);
        final String before =
                api.get("/api/v1/operator/viewers/42").operator().answers(200).text();

        list("viewers", lines).answers(200);

        assertThat(api.get("/api/v1/operator/viewers/42")
                        .operator()
                        .answers(200)
                        .text())
                .isEqualTo(before);
    }

    @Test
    void aLongerFileIsRefusedWithItsLimit() {
        final Api.Reply refused =
                list("viewers", VIEWERS + "1,,,,\n".repeat(MAX_BYTES / 6)).isRefused(413, "BODY_TOO_LARGE");

        assertThat(refused.at("/limit").asInt()).isEqualTo(MAX_BYTES);
    }

    @Test
    void aLongerFileOfUnknownLengthIsRefusedAtTheFirstByteTooMany() throws IOException {
        try (Socket socket = upload("transfer-encoding: chunked", "")) {
            final String chunk = "x".repeat(MAX_BYTES + 1);
            write(socket, Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n");

            assertThat(statusOf(socket)).startsWith("HTTP/1.1 413");
        }
        list("viewers", VIEWERS + "1,,,,\n").answers(200);
    }

    @Test
    void oneListIsLoadedAtATime() throws IOException {
        try (Socket socket = upload("content-length: 60\r\nexpect: 100-continue", "")) {
            // It has the place once it is told to go on.
            assertThat(statusOf(socket)).startsWith("HTTP/1.1 100");

            list("viewers", VIEWERS + "1,,,,\n").isRefused(409, "IMPORT_RUNNING");
        }
        // Who leaves gives the place back.
        await().until(() -> list("viewers", VIEWERS + "1,,,,\n").send().status() == 200);
    }

    @Test
    void aListThatTheDiskDoesNotTakeIsNotLoaded() throws IOException {
        // The body ends before the disk has said that it is full.
        Files.createSymbolicLink(
                Files.createDirectories(data.resolve("imports")).resolve("1.csv"), Path.of("/dev/full"));

        list("viewers", VIEWERS + "1,,,,\n").isRefused(500, "INTERNAL");

        list("viewers", VIEWERS + "1,,,,\n").answers(200);
        awaitNoFile();
    }

    @Test
    void aListForWhichNoFileCanBeMadeGivesThePlaceBack() throws IOException {
        final Path inTheWay = Files.createFile(data.resolve("imports"));

        list("viewers", VIEWERS + "1,,,,\n").isRefused(500, "INTERNAL");

        Files.delete(inTheWay);
        list("viewers", VIEWERS + "1,,,,\n").answers(200);
    }

    @Test
    void noFileIsLeft() throws IOException {
        list("viewers", VIEWERS + "1,,,,\n").answers(200);
        awaitNoFile();
        list("viewers", VIEWERS + "x,,,,\n").answers(422);
        awaitNoFile();
        try (Socket socket = upload("content-length: 60\r\nexpect: 100-continue", "")) {
            assertThat(statusOf(socket)).startsWith("HTTP/1.1 100");
            assertThat(data.resolve("imports")).isNotEmptyDirectory();
        }
        awaitNoFile();
    }

    private void awaitNoFile() {
        await().untilAsserted(() -> assertThat(data.resolve("imports")).isEmptyDirectory());
    }

    @Test
    void onlyOperatorsLoadLists() {
        for (final Role role : Role.values()) {
            if (role != Role.OPERATOR) {
                api.post(IMPORTS + "viewers", VIEWERS)
                        .header("Content-Type", "text/csv")
                        .as(role, 1)
                        .isRefused(403, "ROLE_NOT_ALLOWED");
            }
        }
        api.post(IMPORTS + "viewers", VIEWERS)
                .header("Content-Type", "text/csv")
                .isRefused(401, "TOKEN_MISSING");
    }

    @Test
    void anotherKindModeOrMediaTypeIsRefused() {
        list("coupons", "x\n").isRefused(400, "FIELD_INVALID");
        list("viewers?mode=some", VIEWERS).isRefused(400, "FIELD_INVALID");
        list("viewers?moed=all", VIEWERS).isRefused(400, "UNKNOWN_FIELD");
        api.post(IMPORTS + "viewers", "{}").operator().isRefused(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    private void loadBrand() {
        list("stores", "store,name,latitude_e6,longitude_e6\n12,南京东路店,31235929,121480541\n13,网店,,\n")
                .answers(200);
        list("guides", "guide,name,stores,viewer,active\n340,李,12;13,7,\n").answers(200);
        list("groups", "group,name,store,guide,owner\n5501,会员群,12,340,\n").answers(200);
    }

    private Api.Call list(final String kindAndMode, final String csv) {
        return api.post(IMPORTS + kindAndMode, csv)
                .header("Content-Type", "text/csv")
                .operator();
    }

    private Socket upload(final String header, final String body) throws IOException {
        final Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
        write(
                socket,
                "POST " + IMPORTS + "viewers HTTP/1.1\r\nhost: x\r\ncontent-type: text/csv\r\nauthorization: Bearer "
                        + gateway.token(Role.OPERATOR, 1) + "\r\n" + header + "\r\n\r\n" + body);
        return socket;
    }

    private static void write(final Socket socket, final String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String statusOf(final Socket socket) throws IOException {
        final StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next > 0 && next != '\n';
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString();
    }
}
