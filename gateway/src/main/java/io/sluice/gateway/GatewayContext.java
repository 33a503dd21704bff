package io.sluice.gateway;

import io.sluice.gateway.admission.AdmissionLimits;
import io.sluice.gateway.admission.ClientAddresses;
import io.sluice.gateway.admission.Rate;
import io.sluice.gateway.admission.TokenIssuer;
import io.sluice.gateway.http.HttpLimits;
import io.sluice.gateway.room.RoomOptions;
import io.sluice.gateway.share.ShareCodec;
import io.sluice.gateway.trace.OrderTraces;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Everything a gateway can be told before it starts; {@link GatewayProperty} says what there is. Filled by one thread,
 * then given to {@link Gateway#launch}, which {@linkplain #conclude concludes} it.
 */
public final class GatewayContext {
    private static final int MAX_DEFAULT_LOOPS = 8;
    private static final int MIN_SIGNING_SECRET = 16;

    private final Map<GatewayProperty, String> values = new EnumMap<>(GatewayProperty.class);
    private LongSupplier wallClockMs = System::currentTimeMillis;

    /** A context with the default of every property. */
    public GatewayContext() {
        for (final GatewayProperty property : GatewayProperty.values()) {
            values.put(property, property.defaultValue());
        }
    }

    /**
     * Sets a property by its name.
     *
     * @throws IllegalArgumentException naming the property, when there is none of that name or the value is no value of
     *     it.
     */
    public GatewayContext set(final String name, final String value) {
        return set(GatewayProperty.named(name), value);
    }

    /** Sets a property; refuses what is no value of it, by name=value. */
    public GatewayContext set(final GatewayProperty property, final String value) {
        property.check(value);
        values.put(property, value);
        return this;
    }

    /** Sets a number; as the other. */
    public GatewayContext set(final GatewayProperty property, final int value) {
        return set(property, Integer.toString(value));
    }

    /**
     * What a start prints that was told its settings by code and not by a file.
     *
     * @param data    the data directory.
     * @param source  a word for who told them.
     */
    public StartSettings settings(final Path data, final String source) {
        final Map<String, String> given = new HashMap<>();
        given.put(SluiceConfig.DATA, data.toString());
        values.forEach((property, value) -> {
            if (!value.equals(property.defaultValue())) {
                given.put(property.propertyName(), value);
            }
        });
        return new StartSettings(given, source);
    }

    /** The clock that tokens, tickets and signatures go by, epoch ms. */
    public GatewayContext wallClockMs(final LongSupplier clock) {
        wallClockMs = clock;
        return this;
    }

    /** The clock that tokens, tickets and signatures go by, epoch ms. */
    public LongSupplier wallClockMs() {
        return wallClockMs;
    }

    /**
     * Checks how the values stand to each other.
     *
     * @throws IllegalArgumentException with name=value of the first that is off.
     */
    public GatewayContext conclude() {
        requirePowerOfTwo(GatewayProperty.RATE_BUCKETS);
        require(isFlag(text(GatewayProperty.DEMO)), GatewayProperty.DEMO);
        final int port = number(GatewayProperty.PORT);
        // Vert.x would let both answer in turn.
        require(port == 0 || port != number(GatewayProperty.MANAGEMENT_PORT), GatewayProperty.MANAGEMENT_PORT);
        require(
                number(GatewayProperty.LIKE_SHED_PERCENT) <= number(GatewayProperty.COMMENT_SHED_PERCENT),
                GatewayProperty.LIKE_SHED_PERCENT);
        require(
                number(GatewayProperty.COMMENT_SHED_PERCENT) <= number(GatewayProperty.CLAIM_SHED_PERCENT),
                GatewayProperty.COMMENT_SHED_PERCENT);
        final boolean hasSecret = !text(GatewayProperty.TOKEN_SECRET).isEmpty();
        require(hasSecret == text(GatewayProperty.TOKEN_JWKS).isEmpty(), GatewayProperty.TOKEN_JWKS);
        if (hasSecret) {
            requireSecret(GatewayProperty.TOKEN_SECRET, TokenIssuer.MIN_SECRET_BYTES);
        }
        if (isDemo() && !hasSecret) {
            throw GatewayProperty.DEMO.off("true, without token.secret");
        }
        requireSecret(GatewayProperty.WEBHOOK_SECRET, MIN_SIGNING_SECRET);
        requireSecret(GatewayProperty.SHARE_SECRET, MIN_SIGNING_SECRET);
        concludeConnections();
        require(isZone(text(GatewayProperty.BRAND_TIME_ZONE)), GatewayProperty.BRAND_TIME_ZONE);
        // It comes to be logged when nobody answers there.
        if (text(GatewayProperty.TRACE_ENDPOINT).contains("@")) {
            throw GatewayProperty.TRACE_ENDPOINT.off("(with who calls)");
        }
        require(isHttpUrl(text(GatewayProperty.TRACE_ENDPOINT)), GatewayProperty.TRACE_ENDPOINT);
        require(isRatio(text(GatewayProperty.TRACE_RATIO)), GatewayProperty.TRACE_RATIO);
        return this;
    }

    private void concludeConnections() {
        final boolean isTls = !text(GatewayProperty.TLS_CERTIFICATE).isEmpty();
        require(isTls != text(GatewayProperty.TLS_KEY).isEmpty(), GatewayProperty.TLS_KEY);
        certificate();
        final String header = text(GatewayProperty.PROXY_HEADER);
        require(
                header.equals(ClientAddresses.FORWARDED_FOR) || header.equals(ClientAddresses.FORWARDED),
                GatewayProperty.PROXY_HEADER);
        try {
            clientAddresses();
        } catch (final IllegalArgumentException off) {
            throw GatewayProperty.PROXY_ADDRESSES.off(text(GatewayProperty.PROXY_ADDRESSES));
        }
    }

    /** The value of a number. */
    public int number(final GatewayProperty property) {
        return Integer.parseInt(values.get(property));
    }

    /** The value of a text, empty for none. */
    public String text(final GatewayProperty property) {
        return values.get(property);
    }

    /** See {@link GatewayProperty#DEMO}. */
    public boolean isDemo() {
        return Boolean.parseBoolean(text(GatewayProperty.DEMO));
    }

    /** See {@link GatewayProperty#EVENT_LOOPS}; never 0. The other half of the processors is the core's and the sealer's. */
    public int eventLoops() {
        final int wanted = number(GatewayProperty.EVENT_LOOPS);
        return wanted > 0
                ? wanted
                : Math.max(1, Math.min(MAX_DEFAULT_LOOPS, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** See {@link GatewayProperty#TOKEN_SECRET}. */
    public byte[] tokenSecret() {
        return text(GatewayProperty.TOKEN_SECRET).getBytes(StandardCharsets.UTF_8);
    }

    /** See {@link GatewayProperty#WEBHOOK_SECRET}. */
    public byte[] webhookSecret() {
        return text(GatewayProperty.WEBHOOK_SECRET).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes and reads share codes; one for each thread. */
    public ShareCodec shareCodec() {
        return new ShareCodec(text(GatewayProperty.SHARE_SECRET).getBytes(StandardCharsets.UTF_8));
    }

    /** Issues tokens that this gateway takes; there has to be a shared secret. */
    public TokenIssuer tokenIssuer() {
        return new TokenIssuer(tokenSecret(), text(GatewayProperty.TOKEN_ISSUER), text(GatewayProperty.TOKEN_AUDIENCE));
    }

    /** See {@link GatewayProperty#BRAND_TIME_ZONE}. */
    public ZoneId timeZone() {
        return ZoneId.of(text(GatewayProperty.BRAND_TIME_ZONE));
    }

    OrderTraces traces() {
        return OrderTraces.to(
                text(GatewayProperty.TRACE_ENDPOINT), Double.parseDouble(text(GatewayProperty.TRACE_RATIO)));
    }

    /**
     * What the public server shows, read from its files; null for plain HTTP.
     *
     * @throws IllegalArgumentException with name=value and what is wrong with the file.
     */
    public ServerCertificate certificate() {
        return ServerCertificate.of(this);
    }

    Set<String> origins() {
        return listed(GatewayProperty.ORIGINS);
    }

    ClientAddresses clientAddresses() {
        return new ClientAddresses(listed(GatewayProperty.PROXY_ADDRESSES), text(GatewayProperty.PROXY_HEADER));
    }

    private Set<String> listed(final GatewayProperty property) {
        return Arrays.stream(text(property).split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    Rate ticketRate() {
        return new Rate(number(GatewayProperty.TICKETS_PER_SECOND), number(GatewayProperty.TICKETS_BURST));
    }

    AdmissionLimits admissionLimits() {
        return new AdmissionLimits(
                rate(GatewayProperty.ADDRESS_PER_SECOND, GatewayProperty.ADDRESS_BURST),
                rate(GatewayProperty.ORDER_PER_SECOND, GatewayProperty.ORDER_BURST),
                rate(GatewayProperty.CLAIM_PER_SECOND, GatewayProperty.CLAIM_BURST),
                rate(GatewayProperty.COMMENT_PER_SECOND, GatewayProperty.COMMENT_BURST),
                rate(GatewayProperty.LIKE_PER_SECOND, GatewayProperty.LIKE_BURST),
                rate(GatewayProperty.TOUCH_PER_SECOND, GatewayProperty.TOUCH_BURST),
                rate(GatewayProperty.QUERY_PER_SECOND, GatewayProperty.QUERY_BURST),
                rate(GatewayProperty.TICKET_PER_SECOND, GatewayProperty.TICKET_BURST),
                number(GatewayProperty.RATE_BUCKETS),
                number(GatewayProperty.CLAIM_SHED_PERCENT),
                number(GatewayProperty.COMMENT_SHED_PERCENT),
                number(GatewayProperty.LIKE_SHED_PERCENT));
    }

    /** The live rooms' options; every other is at its default. */
    public RoomOptions roomOptions() {
        return new RoomOptions()
                .tickMs(number(GatewayProperty.ROOM_TICK_MS))
                .slowestTickMs(number(GatewayProperty.ROOM_SLOWEST_TICK_MS))
                .maxComments(number(GatewayProperty.ROOM_COMMENTS))
                .maxConnections(number(GatewayProperty.ROOM_CONNECTIONS))
                .maxConnectionsPerViewer(number(GatewayProperty.ROOM_CONNECTIONS_PER_VIEWER))
                .idleMs(number(GatewayProperty.IDLE_TIMEOUT_SECONDS) * 1_000)
                .stuckMs(number(GatewayProperty.ROOM_STUCK_MS))
                .reconnectSpreadMs(number(GatewayProperty.ROOM_RECONNECT_SPREAD_MS));
    }

    HttpLimits httpLimits() {
        return new HttpLimits(
                text(GatewayProperty.HOST),
                number(GatewayProperty.PORT),
                number(GatewayProperty.MAX_BODY_BYTES),
                number(GatewayProperty.MAX_HEADER_BYTES),
                number(GatewayProperty.MAX_LINE_BYTES),
                number(GatewayProperty.REQUEST_TIMEOUT_MS),
                number(GatewayProperty.IDLE_TIMEOUT_SECONDS),
                number(GatewayProperty.ANSWER_TIMEOUT_MS),
                number(GatewayProperty.MAX_IN_FLIGHT),
                number(GatewayProperty.TOKENS_KEPT));
    }

    private Rate rate(final GatewayProperty perSecond, final GatewayProperty burst) {
        return new Rate(number(perSecond), number(burst));
    }

    private void requirePowerOfTwo(final GatewayProperty property) {
        require(Integer.bitCount(number(property)) == 1, property);
    }

    /** A secret is never printed. */
    private void requireSecret(final GatewayProperty property, final int leastBytes) {
        final int bytes = text(property).getBytes(StandardCharsets.UTF_8).length;
        if (bytes < leastBytes) {
            throw property.off("(" + bytes + " bytes)");
        }
    }

    private void require(final boolean holds, final GatewayProperty property) {
        if (!holds) {
            throw property.off(text(property));
        }
    }

    private static boolean isZone(final String value) {
        try {
            return ZoneId.of(value) != null;
        } catch (final DateTimeException none) {
            return false;
        }
    }

    /** Empty, or a URL that spans can be sent to. */
    private static boolean isHttpUrl(final String value) {
        try {
            final URI uri = new URI(value);
            final boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return value.isEmpty() || (isHttp && uri.getHost() != null);
        } catch (final URISyntaxException none) {
            return false;
        }
    }

    private static boolean isRatio(final String value) {
        try {
            final double ratio = Double.parseDouble(value);
            return ratio >= 0 && ratio <= 1;
        } catch (final NumberFormatException none) {
            return false;
        }
    }

    private static boolean isFlag(final String value) {
        return value.equals("true") || value.equals("false");
    }
}
