package io.sluice.gateway.roles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.sluice.gateway.Api;
import io.sluice.gateway.admission.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of the contract, asked for by everybody, beside what {@code docs/ROLES.md} says of it. */
class RoleMatrixTest {
    private static final long VIEWER = 42;
    /** Guide 3. */
    private static final long GUIDE = 43;

    private static final long FIRST_STAFF = 900;
    private static final ObjectReader JSON = new ObjectMapper().reader();

    @TempDir
    private static Path data;

    private static LiveShop shop;
    private static Requests requests;

    private final List<String> differences = new ArrayList<>();

    @BeforeAll
    static void openTheShop() {
        shop = new LiveShop(data);
        requests = new Requests(shop);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void everyOperationOfTheContractHasARowAndEveryRowAnOperation() {
        final Set<String> operations = new TreeSet<>();
        Api.contract().document().path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(method -> {
                    if (method.getValue().has("operationId")) {
                        operations.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));

        assertThat(RolesPage.rows().stream().map(RolesPage.Row::operation))
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void everybodyMayWhatThePageSaysAndNothingElse() {
        for (final RolesPage.Row row : RolesPage.rows()) {
            check(row, null);
            for (final Role role : Role.values()) {
                check(row, role);
            }
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void whoWorksHereIsToldWhatThePageSays() {
        for (final Role role : Role.STAFF) {
            final Set<String> may = new TreeSet<>();
            final Api.Reply told = shop.api()
                    .get("/api/v1/operator/me")
                    .as(role, subject(role))
                    .answers(200);
            told.at("/may").forEach(operation -> may.add(operation.asText()));

            final Set<String> wanted = new TreeSet<>();
            RolesPage.rows().stream()
                    .filter(row -> row.of(role).equals("✓") && row.of(null).equals("–"))
                    .forEach(
                            row -> wanted.add(operation(row).path("operationId").asText()));
            assertThat(may).as(role.claim()).isEqualTo(wanted);
            assertThat(told.at("/role").asText()).isEqualTo(role.claim());
            assertThat(told.at("/subject").asLong()).isEqualTo(subject(role));
        }
    }

    @Test
    void everyCommandOfWhoWorksHereSaysWhoGaveIt() throws IOException {
        final Map<Long, String> given = new HashMap<>();
        for (final RolesPage.Row row : RolesPage.rows()) {
            if (row.path().startsWith("/operator") && !row.method().equals("GET")) {
                final Api.Reply reply = as(Role.OPERATOR, requests.own(row, subject(Role.OPERATOR)))
                        .send();
                given.put(reply.at("/sequence").asLong(), row.operation());
            }
        }
        // A list that is loaded is many commands, of which its answer names none.
        given.remove(0L);

        final String journal =
                as(Role.DOWNSTREAM, shop.api().get("/api/v1/journal")).send().text();
        for (final String line : journal.strip().split("\n", -1)) {
            final JsonNode event = JSON.readTree(line);
            final String operation = given.remove(event.at("/data/sequence").asLong());
            if (operation != null) {
                assertThat(event.at("/data/actor").asLong())
                        .as("%s: %s", operation, line)
                        .isEqualTo(subject(Role.OPERATOR));
            }
        }
        assertThat(given).isEmpty();
    }

    @Test
    void anothersCouponIsNone() {
        final String coupon = shop.api()
                .post("/api/v1/campaigns/5/claims", "{}")
                .viewer(VIEWER)
                .key("mine")
                .answers(201)
                .at("/coupon")
                .asText();
        final String body = "{\"lines\":[{\"offer\":1001,\"quantity\":1}],\"coupon\":\"" + coupon + "\"}";

        shop.api()
                .post("/api/v1/rooms/7/orders", body)
                .viewer(GUIDE)
                .key("theirs")
                .isRefused(409, "COUPON_UNKNOWN");
        shop.api()
                .post("/api/v1/rooms/7/orders", body)
                .viewer(VIEWER)
                .key("own")
                .answers(201);
    }

    private void check(final RolesPage.Row row, final Role role) {
        switch (row.of(role)) {
            case "✓" -> expect(row, role, "2xx", as(role, requests.own(row, subject(role))));
            case "own" -> {
                expect(row, role, "2xx", as(role, requests.own(row, subject(role))));
                expect(row, role, "404", as(role, requests.others(row)));
            }
            case "–" -> expect(row, role, role == null ? "401" : "403", as(role, requests.own(row, subject(role))));
            case "signed" -> {
                expect(row, role, "401", as(role, requests.own(row, subject(role))));
                expect(row, role, "2xx", as(role, requests.signed(row)));
            }
            case "ticket" -> {
                expect(row, role, "401", upgrade("none"), "");
                expect(row, role, "101", upgrade(ticket()), "");
            }
            default -> differences.add(row.operation() + " has a cell that nobody understands: " + row.of(role));
        }
    }

    private void expect(final RolesPage.Row row, final Role role, final String wanted, final Api.Call call) {
        final Api.Reply reply = call.send();
        expect(row, role, wanted, reply.status(), reply.text());
        if (wanted.equals("403") && !reply.text().contains("ROLE_NOT_ALLOWED")) {
            differences.add(row.operation() + " is refused for another reason: " + reply.text());
        }
    }

    private void expect(
            final RolesPage.Row row, final Role role, final String wanted, final int status, final String text) {
        final String got = status / 100 == 2 ? "2xx" : Integer.toString(status);
        if (!got.equals(wanted)) {
            differences.add("%s as %s: %s and not %s: %s"
                    .formatted(row.operation(), role == null ? "nobody" : role.claim(), got, wanted, text));
        }
    }

    private static Api.Call as(final Role role, final Api.Call call) {
        return role == null ? call : call.as(role, subject(role));
    }

    private static long subject(final Role role) {
        if (role == Role.VIEWER) {
            return VIEWER;
        }
        return role == Role.GUIDE ? GUIDE : FIRST_STAFF + (role == null ? 0 : 1 + role.ordinal());
    }

    private static JsonNode operation(final RolesPage.Row row) {
        return Api.contract()
                .document()
                .path("paths")
                .path(row.path())
                .path(row.method().toLowerCase(Locale.ROOT));
    }

    private static String ticket() {
        return shop.api()
                .post("/api/v1/rooms/7/tickets")
                .viewer(VIEWER)
                .answers(201)
                .at("/ticket")
                .asText();
    }

    /** The status of a handshake, for which the ticket says who comes. */
    private static int upgrade(final String ticket) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
            final String request = "GET /api/v1/rooms/7/live?ticket=" + ticket + " HTTP/1.1\r\nhost: x\r\n"
                    + "connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n"
                    + "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            final byte[] head = socket.getInputStream().readNBytes("HTTP/1.1 101".length());
            return Integer.parseInt(new String(head, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length()));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
