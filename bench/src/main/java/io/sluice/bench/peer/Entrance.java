package io.sluice.bench.peer;

import io.sluice.bench.load.client.HttpLanes;
import io.sluice.bench.load.client.JsonScan;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where a viewer's socket is opened. On the loop's thread. */
@FunctionalInterface
interface Entrance {
    /** The path of a viewer's socket, of 0 to one less than there are viewers. */
    CompletableFuture<String> pathOf(int viewer);

    /** Everybody goes in by one path. */
    static Entrance open(final String path) {
        return viewer -> CompletableFuture.completedFuture(path);
    }

    /** Everybody fetches a ticket of Sluice's room 1 with a token of their own. */
    static Entrance byTicket(final HttpLanes lanes, final List<String> tokens) {
        final byte[] ticketField = JsonScan.field("ticket");
        return viewer -> {
            final CompletableFuture<String> path = new CompletableFuture<>();
            final String token = "Authorization: Bearer " + tokens.get(viewer) + "\r\n";
            lanes.send("POST", "/api/v1/rooms/1/tickets", token, "", (status, body, from, end) -> {
                final String ticket = JsonScan.text(body, from, end, ticketField);
                if (ticket == null) {
                    path.completeExceptionally(
                            new LoadException("no ticket for viewer " + viewer + ", status " + status));
                } else {
                    path.complete("/api/v1/rooms/1/live?ticket=" + ticket);
                }
            });
            return path;
        };
    }
}
