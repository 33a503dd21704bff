package io.sluice.gateway.http;

import io.sluice.gateway.admission.OriginPolicy;
import io.sluice.gateway.admission.Shed;
import io.sluice.gateway.admission.Ticket;
import io.sluice.gateway.admission.TicketOffice;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code GET /rooms/{room}/live}: checks all there is to check before the upgrade. One event loop's. */
final class JoinLiveAction implements Action {
    private static final Set<String> PARAMETERS = Set.of("ticket", "room");
    private static final CharSequence VERSION = HttpHeaders.createOptimized("sec-websocket-version");
    private static final CharSequence VERSION_13 = HttpHeaders.createOptimized("13");
    private static final CharSequence KEY = HttpHeaders.createOptimized("sec-websocket-key");
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int MAX_TICKET_LENGTH = 128;

    private final TicketOffice office;
    private final OriginPolicy origins;
    private final LiveEndpoint live;

    JoinLiveAction(final TicketOffice office, final OriginPolicy origins, final LiveEndpoint live) {
        this.office = office;
        this.origins = origins;
        this.live = live;
    }

    @Override
    public void run(final Exchange exchange) {
        final HttpServerRequest request = exchange.request();
        final long room = exchange.pathId("room");
        if (!isHandshake(request.headers()) || !RequestDeadlines.isLast(request.connection())) {
            request.response().headers().set(VERSION, VERSION_13);
            exchange.refuse(new Problem(ProblemCode.UPGRADE_REQUIRED, "Connect with a WebSocket."));
            return;
        }
        if (!origins.allows(request.getHeader(HttpHeaders.ORIGIN), request.getHeader(HttpHeaders.HOST))) {
            exchange.refuse(new Problem(ProblemCode.ORIGIN_FOREIGN, "The page is of another origin.").field("Origin"));
            return;
        }
        final Shed shed = exchange.loop().admission().connect();
        final Problem full = live.refusal(room);
        if (shed != Shed.ADMITTED) {
            exchange.refuse(shed);
        } else if (full != null) {
            exchange.refuse(full);
        } else {
            join(exchange, room);
        }
    }

    /** Whatever a handshake lacks is found here: past the ticket it would cost the viewer its ticket as well. */
    private static boolean isHandshake(final MultiMap headers) {
        return headers.contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)
                && namesUpgrade(headers.getAll(HttpHeaders.CONNECTION))
                && headers.contains(VERSION, VERSION_13, false)
                && headers.contains(KEY)
                && !hasBody(headers);
    }

    /** It would be read as frames. */
    private static boolean hasBody(final MultiMap headers) {
        final String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return headers.contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }

    /** The header is a list, and may come in several lines. */
    private static boolean namesUpgrade(final List<String> connection) {
        return connection.stream().flatMap(line -> Stream.of(line.split(","))).anyMatch(option -> option.strip()
                .equalsIgnoreCase("upgrade"));
    }

    private void join(final Exchange exchange, final long room) {
        final String code = QueryParameters.of(exchange, PARAMETERS).get("ticket");
        if (code == null) {
            exchange.refuse(new Problem(ProblemCode.FIELD_MISSING, "ticket is missing.").field("ticket"));
            return;
        }
        final Ticket ticket = code.length() > MAX_TICKET_LENGTH ? null : office.redeem(code, room);
        if (ticket == null) {
            exchange.refuse(new Problem(ProblemCode.TICKET_INVALID, "Ask for a new ticket."));
        } else {
            RequestDeadlines.release(exchange.request().connection());
            live.join(exchange.request(), ticket);
            exchange.count(SWITCHING_PROTOCOLS);
        }
    }
}
