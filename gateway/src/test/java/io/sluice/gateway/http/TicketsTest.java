package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Identity;
import io.sluice.gateway.admission.Rate;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.Shed;
import io.sluice.gateway.admission.TicketOffice;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.ScriptedEngine;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private static final String TICKETS = "/api/v1/rooms/7/tickets";
    private static final int REQUEST_TIMEOUT_MS = 400;

    private final Vertx client = Vertx.vertx();
    /** Held here: a client that nobody holds is closed when it is collected, in the middle of a handshake too. */
    private final WebSocketClient sockets = client.createWebSocketClient();

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void open() {
        final LinkListener link = new LinkListener();
        gateway = TestGateway.launch(
                new ScriptedEngine(link),
                link,
                TestGateway.context()
                        .set(GatewayProperty.TICKETS_PER_SECOND, 1)
                        .set(GatewayProperty.TICKETS_BURST, 3)
                        .set(GatewayProperty.REQUEST_TIMEOUT_MS, REQUEST_TIMEOUT_MS)
                        .set(GatewayProperty.ORIGINS, "https://shop.example"));
        gateway.rooms().put(7, "{}");
        gateway.rooms().put(8, "{}");
        api = gateway.api();
    }

    @AfterEach
    void close() {
        gateway.close();
        TestGateway.await(client.close());
    }

    @Test
    void aTicketOpensOneConnection() throws Exception {
        final String ticket = ticket();

        connect(7, ticket, null).close();

        assertThat(refusalOf(7, ticket, null)).contains("TICKET_INVALID");
    }

    @Test
    void aTicketIsForItsRoomAndForAShortTime() {
        final String ticket = ticket();

        assertThat(refusalOf(8, ticket, null)).contains("TICKET_INVALID");
        gateway.pass(30_000);
        assertThat(refusalOf(7, ticket, null)).contains("TICKET_INVALID");
        assertThat(refusalOf(7, "x".repeat(200), null)).contains("TICKET_INVALID");
    }

    @Test
    void aForeignPageIsRefusedAndKeepsItsTicket() throws Exception {
        final String ticket = ticket();

        assertThat(refusalOf(7, ticket, "https://evil.example")).contains("ORIGIN_FOREIGN");
        assertThat(refusalOf(7, ticket, "null")).contains("ORIGIN_FOREIGN");
        connect(7, ticket, "https://shop.example").close();
    }

    @Test
    void aPageOfThisHostIsLetIn() throws Exception {
        connect(7, ticket(), "http://127.0.0.1:" + gateway.port()).close();
    }

    @Test
    void aConnectionOutlivesTheTimeARequestHas() throws Exception {
        final WebSocket socket = connect(7, ticket(), null);
        final AtomicLong closed = new AtomicLong();
        socket.closeHandler(nothing -> closed.set(1));

        socket.writeTextMessage("{}");
        TestGateway.await(client.timer(3 * REQUEST_TIMEOUT_MS, TimeUnit.MILLISECONDS));

        assertThat(closed.get()).isZero();
        socket.close();
    }

    @Test
    void whatIsNoUpgradeIsToldSo() {
        api.get("/api/v1/rooms/7/live?ticket=x").isRefused(426, "UPGRADE_REQUIRED");
        assertThat(refusalOf(7, null, null)).contains("FIELD_MISSING");
    }

    @Test
    void aHerdIsMetered() {
        for (int i = 0; i < 3; i++) {
            ticket();
        }

        final Api.Reply refused = api.post(TICKETS).viewer(42).isRefused(429, "TOO_FAST");

        assertThat(refused.header("Retry-After"))
                .isEqualTo(refused.at("/retryAfterSeconds").asText());
    }

    @Test
    void thereAreTicketsForRoomsThatExistOnly() {
        api.post("/api/v1/rooms/9/tickets").viewer(42).isRefused(404, "ROOM_UNKNOWN");
        api.post(TICKETS).as(Role.DOWNSTREAM, 1).isRefused(403, "ROLE_NOT_ALLOWED");
    }

    @Test
    void onlySoManyTicketsAreOut() {
        final AtomicLong nowMs = new AtomicLong(1_000);
        final TicketOffice office = new TicketOffice(Rate.UNLIMITED, 100, 2, nowMs::get);
        final Identity viewer = new Identity(42, Role.VIEWER, null, 10_000);
        office.issue(7, viewer);
        office.issue(7, viewer);

        assertThat(office.meter()).isEqualTo(Shed.TICKETS_OUT);
        nowMs.addAndGet(100);

        assertThat(office.meter()).isEqualTo(Shed.ADMITTED);
        assertThat(office.ticketsOut()).isZero();
    }

    private String ticket() {
        return api.post(TICKETS).viewer(42).answers(201).at("/ticket").asText();
    }

    private WebSocket connect(final long room, final String ticket, final String origin) throws Exception {
        final WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(gateway.port())
                .setURI("/api/v1/rooms/" + room + "/live" + (ticket == null ? "" : "?ticket=" + ticket));
        if (origin == null) {
            options.setAllowOriginHeader(false);
        } else {
            options.addHeader("Origin", origin);
        }
        return sockets.connect(options)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private String refusalOf(final long room, final String ticket, final String origin) {
        try {
            connect(room, ticket, origin).close();
            return "let in";
        } catch (final ExecutionException e) {
            return ((UpgradeRejectedException) e.getCause()).getBody().toString();
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
