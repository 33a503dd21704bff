package io.sluice.ops.journal;

/** The columns of an exported table: the fields most asked for, and the event's whole data as JSON in the last. */
enum ExportColumn {
    /** Number of the record. */
    SEQUENCE("sequence", "BIGINT"),
    /** Core time of the decision, UTC. */
    TIME("time", "TIMESTAMP"),
    /** The event's type, as in order.place. */
    TYPE("type", "VARCHAR"),
    /** The decision's outcome. */
    OUTCOME("outcome", "VARCHAR"),
    /** What the event is about, as in orders/12. */
    SUBJECT("subject", "VARCHAR"),
    /** The room. */
    ROOM("room", "BIGINT"),
    /** The viewer. */
    VIEWER("viewer", "BIGINT"),
    /** The order. */
    ORDER("order", "BIGINT"),
    /** The offer, where the event is about one; those of an order stand in its lines. */
    OFFER("offer", "BIGINT"),
    /** The item, where the event is about one. */
    ITEM("item", "BIGINT"),
    /** State of the order or room behind the decision. */
    STATE("state", "VARCHAR"),
    /** What the order costs. */
    TOTAL_FEN("totalFen", "BIGINT"),
    /** The store an order is put down to, or that the event is about. */
    STORE("store", "BIGINT"),
    /** The guide, in the same way. */
    GUIDE("guide", "BIGINT"),
    /** The group, in the same way. */
    GROUP("group", "BIGINT"),
    /** The viewer who invited the buyer, or by whose code a viewer came. */
    INVITER("inviter", "BIGINT"),
    /** The rule that put the order down to them. */
    RULE("rule", "VARCHAR"),
    /** What all payees together earn by the event, below 0 for what is taken back. */
    COMMISSION_FEN("commissionFen", "BIGINT"),
    /** The coupons' campaign, where the event is about one. */
    CAMPAIGN("campaign", "BIGINT"),
    /** How many points all viewers together have more by the event, below 0 for fewer. */
    POINTS_MOVED("pointsMoved", "BIGINT"),
    /** The event's data, a JSON object. */
    DATA("data", "VARCHAR");

    private final String title;
    private final String sqlType;

    ExportColumn(final String title, final String sqlType) {
        this.title = title;
        this.sqlType = sqlType;
    }

    /** The column's name. */
    String title() {
        return title;
    }

    /** Its type where a table has types. */
    String sqlType() {
        return sqlType;
    }

    /** The event's value in words, empty for none. */
    String valueOf(final JournalEvent event) {
        return switch (this) {
            case TIME -> event.time();
            case TYPE -> event.type();
            case SUBJECT -> event.subject();
            case DATA -> event.dataJson();
            case COMMISSION_FEN -> event.commissionFen();
            case POINTS_MOVED -> event.pointsMoved();
            case STORE, GUIDE, GROUP, INVITER, RULE -> event.attribution(title);
            default -> event.field(title);
        };
    }
}
