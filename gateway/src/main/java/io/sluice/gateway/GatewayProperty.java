package io.sluice.gateway;

import io.sluice.gateway.admission.ClientAddresses;

/** The gateway's properties as a configuration file names them: name, default, unit, range and meaning. */
public enum GatewayProperty {
    /** Address of the public server. */
    HOST("host", "0.0.0.0", "Address the public server listens at"),
    /** Port of the public server. */
    PORT("port", "8080", "", 0, 65_535, "Port of the public server, 0 for any that is free"),
    /** Address of the management port. */
    MANAGEMENT_HOST("managementHost", "127.0.0.1", "Address the management port listens at; not for the world"),
    /** Port for health and metrics. */
    MANAGEMENT_PORT(
            "managementPort",
            "9090",
            "",
            0,
            65_535,
            "Port of health and metrics, another than port, 0 for any that is free"),
    /** Event loops. */
    EVENT_LOOPS(
            "eventLoops",
            "0",
            "threads",
            0,
            128,
            "Event loops of the public server, 0 for half the processors, at most 8"),
    /** Demo endpoints. */
    DEMO("demo", "false", "Whether tokens and payments are handed to whoever asks: true or false"),

    /** Largest body. */
    MAX_BODY_BYTES("maxBodyBytes", "16384", "bytes", 1_024, 1_048_576, "The largest body of a request"),
    /** Largest headers. */
    MAX_HEADER_BYTES("maxHeaderBytes", "8192", "bytes", 1_024, 65_536, "All headers of a request together"),
    /** Longest first line. */
    MAX_LINE_BYTES("maxLineBytes", "4096", "bytes", 256, 65_536, "A request's first line"),
    /** Time to send a request. */
    REQUEST_TIMEOUT_MS("requestTimeoutMs", "10000", "ms", 100, 600_000, "Time from a request's first byte to its last"),
    /** Silence of a connection. */
    IDLE_TIMEOUT_SECONDS("idleTimeoutSeconds", "60", "s", 1, 3_600, "Silence after which a connection is closed"),
    /** Time for an answer. */
    ANSWER_TIMEOUT_MS("answerTimeoutMs", "10000", "ms", 100, 600_000, "Time the engine has for an answer"),
    /** Commands in flight. */
    MAX_IN_FLIGHT("maxInFlight", "8192", "commands", 1, 65_536, "Commands of one event loop without an answer"),
    /** Time for a stop. */
    STOP_MS("stopMs", "10000", "ms", 1, 600_000, "Time a stop gives requests to be answered"),

    /** Secret of HS256. */
    TOKEN_SECRET("token.secret", "", "Shared secret of HS256 tokens, 32 characters or more; or token.jwks"),
    /** Keys of RS256 and EdDSA. */
    TOKEN_JWKS("token.jwks", "", "File or URL of the keys of RS256 and EdDSA tokens; or token.secret"),
    /** Time between two readings of the keys. */
    TOKEN_JWKS_REFRESH_SECONDS(
            "token.jwksRefreshSeconds", "300", "s", 1, 86_400, "Time between two readings of the keys"),
    /** Issuer. */
    TOKEN_ISSUER("token.issuer", "sluice", "What a token's iss has to be"),
    /** Audience. */
    TOKEN_AUDIENCE("token.audience", "sluice", "What a token's aud has to hold"),
    /** Tokens kept. */
    TOKENS_KEPT("token.kept", "20000", "tokens", 1, 10_000_000, "Verified tokens one event loop keeps"),
    /** Secret of the payment provider. */
    WEBHOOK_SECRET("webhook.secret", "", "Shared with the payment provider, 16 characters or more"),
    /** Secret of share codes. */
    SHARE_SECRET(
            "share.secret", "", "Signs share codes, 16 characters or more; with another no code of before is good"),
    /** Foreign pages. */
    ORIGINS("origins", "", "Origins besides this host that may connect to live rooms, parted by commas"),

    /** Certificate of the public server. */
    TLS_CERTIFICATE(
            "tls.certificate",
            "",
            "PEM file of the public server's certificate, then of those between it and its root; empty for plain HTTP"),
    /** Key of the certificate. */
    TLS_KEY("tls.key", "", "PEM file of the certificate's key, without a password; for who serves to read alone"),
    /** Time between two looks at both. */
    TLS_RELOAD_SECONDS(
            "tls.reloadSeconds",
            "60",
            "s",
            1,
            86_400,
            "Time between two looks at both files; a renewed certificate is shown without a restart"),
    /** Who tells of others. */
    PROXY_ADDRESSES(
            "proxy.addresses",
            "",
            "Proxies whose word on a client's address is taken: addresses or networks as 10.0.0.0/8, parted by commas"),
    /** How they tell. */
    PROXY_HEADER(
            "proxy.header",
            ClientAddresses.FORWARDED_FOR,
            "Header that those proxies write the client's address into: X-Forwarded-For or Forwarded"),

    /** Requests of an address. */
    ADDRESS_PER_SECOND("rate.address", "500", "a second", 0, 1_000_000, "Requests of one address; 0 for no limit"),
    /** Requests of an address at once. */
    ADDRESS_BURST("rate.addressBurst", "1000", "requests", 1, 1_000_000, "Requests of one address at once"),
    /** Orders of a viewer. */
    ORDER_PER_SECOND("rate.order", "5", "a second", 0, 1_000_000, "Orders of one viewer; 0 for no limit"),
    /** Orders of a viewer at once. */
    ORDER_BURST("rate.orderBurst", "10", "orders", 1, 1_000_000, "Orders of one viewer at once"),
    /** Claims of a viewer. */
    CLAIM_PER_SECOND(
            "rate.claim",
            "2",
            "a second",
            0,
            1_000_000,
            "Coupons and places in line claimed by one viewer; 0 for no limit"),
    /** Claims of a viewer at once. */
    CLAIM_BURST(
            "rate.claimBurst", "5", "claims", 1, 1_000_000, "Coupons and places in line claimed by one viewer at once"),
    /** Comments of a viewer. */
    COMMENT_PER_SECOND("rate.comment", "1", "a second", 0, 1_000_000, "Comments of one viewer; 0 for no limit"),
    /** Comments of a viewer at once. */
    COMMENT_BURST("rate.commentBurst", "3", "comments", 1, 1_000_000, "Comments of one viewer at once"),
    /** Like frames of a viewer. */
    LIKE_PER_SECOND("rate.like", "2", "a second", 0, 1_000_000, "Like frames of one viewer; 0 for no limit"),
    /** Like frames of a viewer at once. */
    LIKE_BURST("rate.likeBurst", "4", "frames", 1, 1_000_000, "Like frames of one viewer at once"),
    /** Touches of a viewer. */
    TOUCH_PER_SECOND("rate.touch", "2", "a second", 0, 1_000_000, "Touches, share codes of one viewer; 0 for no limit"),
    /** Touches of a viewer at once. */
    TOUCH_BURST("rate.touchBurst", "10", "touches", 1, 1_000_000, "Touches and share codes of one viewer at once"),
    /** Queries of a viewer. */
    QUERY_PER_SECOND("rate.query", "10", "a second", 0, 1_000_000, "Queries of one viewer; 0 for no limit"),
    /** Queries of a viewer at once. */
    QUERY_BURST("rate.queryBurst", "20", "queries", 1, 1_000_000, "Queries of one viewer at once"),
    /** Tickets of a viewer. */
    TICKET_PER_SECOND("rate.ticket", "1", "a second", 0, 1_000_000, "Tickets of one viewer; 0 for no limit"),
    /** Tickets of a viewer at once. */
    TICKET_BURST("rate.ticketBurst", "5", "tickets", 1, 1_000_000, "Tickets of one viewer at once"),
    /** Who is remembered. */
    RATE_BUCKETS("rate.buckets", "65536", "buckets", 8, 1 << 24, "Viewers, and addresses, remembered; a power of two"),

    /** Tickets in all. */
    TICKETS_PER_SECOND("tickets.perSecond", "2000", "a second", 0, 1_000_000, "Tickets issued to all; 0 for no limit"),
    /** Tickets in all at once. */
    TICKETS_BURST("tickets.burst", "2000", "tickets", 1, 1_000_000, "Tickets issued to all at once"),
    /** Tickets out. */
    TICKETS_OUT("tickets.out", "100000", "tickets", 1, 10_000_000, "Tickets issued and not used yet"),
    /** How long a ticket is good. */
    TICKET_LIFETIME_MS("tickets.lifetimeMs", "30000", "ms", 1_000, 600_000, "How long a ticket is good"),

    /** From when on claims are shed. */
    CLAIM_SHED_PERCENT(
            "shed.claimPercent", "75", "%", 0, 100, "Ring occupancy from which claims of coupons and places are shed"),
    /** From when on comments are shed. */
    COMMENT_SHED_PERCENT(
            "shed.commentPercent", "50", "%", 0, 100, "Ring occupancy from which comments, touches are shed"),
    /** From when on likes are shed. */
    LIKE_SHED_PERCENT("shed.likePercent", "25", "%", 0, 100, "Ring occupancy from which likes are shed"),
    /** Time between two ticks. */
    ROOM_TICK_MS("room.tickMs", "250", "ms", 10, 5_000, "Time between two ticks of a room"),
    /** Time between two ticks at worst. */
    ROOM_SLOWEST_TICK_MS(
            "room.slowestTickMs",
            "1000",
            "ms",
            10,
            5_000,
            "Time between two ticks while event loops take long over them"),
    /** Comments in a tick. */
    ROOM_COMMENTS("room.comments", "20", "comments", 1, 20, "Comments shown in one tick of a room"),
    /** Live connections. */
    ROOM_CONNECTIONS("room.connections", "18000", "connections", 1, 1_000_000, "Live connections of this process"),
    /** Live connections of a viewer. */
    ROOM_CONNECTIONS_PER_VIEWER(
            "room.connectionsPerViewer", "4", "connections", 1, 64, "Live connections of one viewer"),
    /** Patience with who does not read. */
    ROOM_STUCK_MS("room.stuckMs", "30000", "ms", 5_000, 600_000, "How long a viewer may take nothing"),
    /** Span of the return. */
    ROOM_RECONNECT_SPREAD_MS(
            "room.reconnectSpreadMs", "10000", "ms", 1, 600_000, "Span over which a stop spreads its viewers' return"),

    /** Readers of the journal. */
    MAX_FEEDS("maxFeeds", "16", "readers", 0, 1_024, "Readers of the journal at once, a thread each"),

    /** Largest list. */
    MAX_IMPORT_BYTES(
            "maxImportBytes",
            "536870912",
            "bytes",
            1_024,
            Integer.MAX_VALUE,
            "The largest list of stores, guides, groups or viewers that is loaded at once"),

    /** Collector of traces. */
    TRACE_ENDPOINT(
            "trace.endpoint",
            "",
            "Where traces of orders are sent, OTLP over HTTP with its path, as in http://127.0.0.1:4318/v1/traces; nowhere when empty"),
    /** Share of orders that are traced. */
    TRACE_RATIO(
            "trace.ratio", "0.01", "Share of orders that are traced, from 0 to 1; there has to be a trace.endpoint"),

    /** Where the brand's days begin. */
    BRAND_TIME_ZONE("brand.timeZone", "Asia/Shanghai", "Time zone in which the days of commission statements begin"),
    /** Postings kept. */
    LEDGER_MAX_POSTINGS(
            "ledger.maxPostings",
            "4000000",
            "postings",
            1,
            100_000_000,
            "Postings of commission that the ledger holds, 64 bytes each, outside the heap");

    /** What every name begins with. */
    public static final String PREFIX = "sluice.gateway.";

    private static final String SECRET_SUFFIX = ".secret";

    private final String shortName;
    private final String defaultValue;
    private final boolean number;
    private final String unit;
    private final int least;
    private final int most;
    private final String sentence;

    GatewayProperty(final String shortName, final String defaultValue, final String sentence) {
        this(shortName, defaultValue, false, "", 0, 0, sentence);
    }

    GatewayProperty(
            final String shortName,
            final String defaultValue,
            final String unit,
            final int least,
            final int most,
            final String sentence) {
        this(shortName, defaultValue, true, unit, least, most, sentence);
    }

    GatewayProperty(
            final String shortName,
            final String defaultValue,
            final boolean number,
            final String unit,
            final int least,
            final int most,
            final String sentence) {
        this.shortName = shortName;
        this.defaultValue = defaultValue;
        this.number = number;
        this.unit = unit;
        this.least = least;
        this.most = most;
        this.sentence = sentence;
    }

    /** The name in a configuration file. */
    public String propertyName() {
        return PREFIX + shortName;
    }

    /** The value when nothing is said. */
    public String defaultValue() {
        return defaultValue;
    }

    /** What a number counts, empty for none. */
    public String unit() {
        return unit;
    }

    /** Whether nobody may see its value; such names, and no others, end so. */
    public boolean isSecret() {
        return shortName.endsWith(SECRET_SUFFIX);
    }

    /** Meaning, and range if it is a number. */
    public String sentence() {
        return number ? sentence + "; from " + least + " to " + most : sentence;
    }

    /** The property of a name; IllegalArgumentException naming it when there is none. */
    static GatewayProperty named(final String name) {
        for (final GatewayProperty property : values()) {
            if (property.propertyName().equals(name)) {
                return property;
            }
        }
        throw new IllegalArgumentException(name + ": there is no such property");
    }

    /** Refuses a value that is none of this property's. */
    void check(final String value) {
        if (number && !isInRange(value)) {
            throw off(value);
        }
    }

    /** The refusal of a value, name=value and what is allowed. */
    IllegalArgumentException off(final String value) {
        return new IllegalArgumentException(propertyName() + "=" + value + ": " + sentence());
    }

    private boolean isInRange(final String value) {
        try {
            final int parsed = Integer.parseInt(value);
            return parsed >= least && parsed <= most;
        } catch (final NumberFormatException notOne) {
            return false;
        }
    }
}
