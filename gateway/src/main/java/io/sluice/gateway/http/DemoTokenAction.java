package io.sluice.gateway.http;

import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.TokenIssuer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** {@code POST /demo/tokens}. Any event loop. */
final class DemoTokenAction implements Action {
    private static final int OK = 200;
    private static final int MAX_NAME_BYTES = 64;
    private static final long LIFETIME_MS = Duration.ofDays(1).toMillis();
    /** Newcomers' ids are random and above those that seeds and demos use; that two meet is next to impossible. */
    private static final long FIRST_NEWCOMER = 1L << 40;

    private static final long LAST_NEWCOMER = 1L << 52;

    private final TokenIssuer issuer;
    private final LongSupplier wallClockMs;

    DemoTokenAction(final TokenIssuer issuer, final LongSupplier wallClockMs) {
        this.issuer = issuer;
        this.wallClockMs = wallClockMs;
    }

    @Override
    public void run(final Exchange exchange) {
        final JsonBody body = JsonBody.open(exchange.body(), exchange.body().length);
        Role role = null;
        long subject = 0;
        String name = null;
        for (String field = body.nextName(); field != null; field = body.nextName()) {
            switch (field) {
                case "role" -> role = role(body);
                case "subject" -> subject = body.id();
                case "name" -> name = name(body);
                default -> throw body.unknown();
            }
        }
        body.end();
        body.require(role != null, "role");
        answer(exchange, role, subject == 0 ? newcomer() : subject, name);
    }

    private void answer(final Exchange exchange, final Role role, final long subject, final String name) {
        final long expiresAtMs = (wallClockMs.getAsLong() + LIFETIME_MS) / 1_000 * 1_000;
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("token").value(issuer.issue(role, subject, name, expiresAtMs));
        json.name("role").value(role.claim());
        json.name("subject").value(subject);
        json.name("expiresAt").time(expiresAtMs);
        json.endObject();
        exchange.answer(OK);
    }

    private static String name(final JsonBody body) {
        final String name = body.text(MAX_NAME_BYTES);
        if (name.isBlank()) {
            throw body.invalid("must not be blank");
        }
        return name;
    }

    private static Role role(final JsonBody body) {
        final Role role = Role.ofClaim(body.string());
        if (role == null) {
            throw body.invalid("must be " + Role.CLAIMS);
        }
        return role;
    }

    private static long newcomer() {
        return ThreadLocalRandom.current().nextLong(FIRST_NEWCOMER, LAST_NEWCOMER);
    }
}
