package io.sluice.gateway.admission;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Issues tickets for live connections and takes each back once. Here a herd is metered: only so many are issued a second,
 * and only so many may be out. Shared by all event loops; any thread.
 */
public final class TicketOffice {
    private static final int CODE_BYTES = 16;
    private static final long ONE_KEY = 1;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Ticket> out = new LinkedHashMap<>();
    private final RateTable meter;
    private final LongSupplier wallClockMs;
    private final long lifetimeMs;
    private final int capacity;
    private final long originNs = System.nanoTime() - 1;

    /**
     * An office.
     *
     * @param rate         tickets issued, to whomever.
     * @param lifetimeMs   how long a ticket is good.
     * @param capacity     tickets that may be out at once.
     * @param wallClockMs  the clock they expire by.
     */
    public TicketOffice(final Rate rate, final long lifetimeMs, final int capacity, final LongSupplier wallClockMs) {
        meter = rate.table(Byte.SIZE);
        this.lifetimeMs = lifetimeMs;
        this.capacity = capacity;
        this.wallClockMs = wallClockMs;
    }

    /** Whether a ticket can be had now: ADMITTED, TICKET_RATE or TICKETS_OUT. ADMITTED takes one of the second's. */
    public synchronized Shed meter() {
        dropExpired();
        if (out.size() >= capacity) {
            return Shed.TICKETS_OUT;
        }
        return meter.take(ONE_KEY, System.nanoTime() - originNs) ? Shed.ADMITTED : Shed.TICKET_RATE;
    }

    /** Issues a ticket that was metered before; its code is of 22 characters, 128 random bits. */
    public String issue(final long room, final Identity identity) {
        final byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        final String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        final Ticket ticket = new Ticket(room, identity, wallClockMs.getAsLong() + lifetimeMs);
        synchronized (this) {
            out.put(code, ticket);
        }
        return code;
    }

    /** The ticket if it is good for this room, which uses it up; null otherwise, and then it stays as it is. */
    public synchronized Ticket redeem(final String code, final long room) {
        final Ticket ticket = out.get(code);
        if (ticket == null || ticket.room() != room || ticket.expiresAtMs() <= wallClockMs.getAsLong()) {
            return null;
        }
        out.remove(code);
        return ticket;
    }

    /** How long a ticket is good, in ms. */
    public long lifetimeMs() {
        return lifetimeMs;
    }

    /** Tickets that are out, those that expired unused not yet taken off. */
    public synchronized int ticketsOut() {
        return out.size();
    }

    /** They expire in the order they were issued. */
    private void dropExpired() {
        final long nowMs = wallClockMs.getAsLong();
        final Iterator<Ticket> oldest = out.values().iterator();
        while (oldest.hasNext() && oldest.next().expiresAtMs() <= nowMs) {
            oldest.remove();
        }
    }
}
