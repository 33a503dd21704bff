package io.sluice.engine.protocol;

/**
 * What the core answers to one command: accepted in one of several ways, or refused for exactly one reason.
 *
 * <p>The refusals of an order stand in their order of precedence: the core checks them from {@link #KEY_REUSED} to
 * {@link #SOLD_OUT} and answers the first that applies, for any of the lines, before it looks at the next.
 * {@code docs/OUTCOMES.md} holds the same table and a test compares the two. Codes are written to the journal: they are
 * never changed nor used twice.
 */
public enum Outcome {
    /** Done; of a command that is not about an order. */
    ACCEPTED(0, Kind.ACCEPTED),
    /** The order is placed, its stock held until payBy. */
    RESERVED(1, Kind.ACCEPTED),
    /** The order is paid. */
    PAID(2, Kind.ACCEPTED),
    /** Money came after the hold had ended, the stock was still there and is sold now. */
    PAID_LATE(3, Kind.ACCEPTED),
    /** The order is given back, its stock is on sale again. */
    CANCELLED(4, Kind.ACCEPTED),
    /** The hold ran out, its stock is on sale again. */
    EXPIRED(5, Kind.ACCEPTED),
    /** Money went back; the returned units are on sale again or written off, as the command says. */
    REFUNDED(6, Kind.ACCEPTED),
    /** Money came for which there is nothing to sell: it has to go back. {@code cause} says why. */
    REFUND_DUE(7, Kind.ACCEPTED),
    /** The picture of an order, answer to a query. */
    FOUND(8, Kind.ACCEPTED),
    /**
     * Same owner, key and body as before: the first answer again. {@code cause} is the first outcome; of a repeated
     * REFUND_DUE {@code detail} is the code of its cause.
     */
    REPEATED(9, Kind.REPEATED),
    /** The provider is asked to pay money back; its word that it did completes it. {@code detail} is the amount, fen. */
    REFUND_REQUESTED(10, Kind.ACCEPTED),
    /** More units than one person may write off: it waits for a second. {@code detail} is until when, in epoch ms. */
    PROPOSED(11, Kind.ACCEPTED),
    /** The provider does not pay back what it was asked for. {@code detail} is the record that asked. */
    REFUND_DECLINED(12, Kind.ACCEPTED),
    /** Nobody wants the provider to pay back any more. {@code detail} is the record that asked. */
    REFUND_WITHDRAWN(13, Kind.ACCEPTED),

    /** The key was used with another body. {@code detail} is the code of the {@link BodyField} that differs. */
    KEY_REUSED(20, Kind.REFUSED),
    /** A table of the engine is at its documented limit. */
    CAPACITY(30, Kind.REFUSED),
    /** There is no such room. */
    ROOM_UNKNOWN(21, Kind.REFUSED),
    /** The room has not gone live yet. */
    ROOM_NOT_OPEN(22, Kind.REFUSED),
    /** There is no such offer in this room. */
    OFFER_UNKNOWN(23, Kind.REFUSED),
    /** The offer is not on sale yet. {@code detail} is the time it opens, in epoch ms. */
    SALE_NOT_OPEN(24, Kind.REFUSED),
    /** The offer is no longer on sale. {@code detail} is the time it closed, in epoch ms. */
    SALE_CLOSED(25, Kind.REFUSED),
    /** The line is no number of whole packs. {@code detail} is how many units a pack has. */
    PACK_SIZE(35, Kind.REFUSED),
    /** There is no such coupon. */
    COUPON_UNKNOWN(26, Kind.REFUSED),
    /** The coupon could be used until then. {@code detail} is the time it expired, in epoch ms. */
    COUPON_EXPIRED(31, Kind.REFUSED),
    /** The coupon is kept by another order, or was used by it. {@code detail} is that order. */
    COUPON_TAKEN(32, Kind.REFUSED),
    /** The coupon is a voucher whose refund is asked for. {@code detail} is the order that it came with. */
    COUPON_REFUNDING(36, Kind.REFUSED),
    /** The coupon is for none of the lines. */
    COUPON_NOT_FOR_THIS(33, Kind.REFUSED),
    /** More than the offer's limit for one viewer. {@code detail} is how many units the viewer may still take. */
    LIMIT_REACHED(27, Kind.REFUSED),
    /** The lines that the coupon is for cost too little. {@code detail} is what they have to cost at least, fen. */
    COUPON_MINIMUM(34, Kind.REFUSED),
    /** The order costs something else than the viewer saw. {@code totalFen} is what it costs now. */
    PRICE_CHANGED(28, Kind.REFUSED),
    /** Not enough stock. {@code detail} is how many units of the line's item are left to this viewer in this room. */
    SOLD_OUT(29, Kind.REFUSED),

    /** There is no such order, or it is another viewer's. */
    ORDER_UNKNOWN(40, Kind.REFUSED),
    /** Only an order that is not paid yet can be cancelled. */
    ORDER_NOT_CANCELLABLE(41, Kind.REFUSED),
    /** Nothing is held there that could expire now, by an order or for a turn in a waiting line. */
    HOLD_NOT_DUE(42, Kind.REFUSED),
    /** Only a paid order can be refunded. */
    ORDER_NOT_REFUNDABLE(43, Kind.REFUSED),
    /** The provider was asked before and has not paid back yet. {@code detail} is the record that asked. */
    REFUND_PENDING(49, Kind.REFUSED),
    /** No refund of that order was asked for by that record. */
    REFUND_REQUEST_UNKNOWN(37, Kind.REFUSED),
    /** What was asked for came to another end before. {@code detail} is the code of the {@link RefundRequestState}. */
    REFUND_REQUEST_ENDED(38, Kind.REFUSED),
    /** The refund names an offer that the order has not. */
    LINE_UNKNOWN(44, Kind.REFUSED),
    /** The refund names more units than are left to refund. {@code detail} is how many are left. */
    REFUND_EXCEEDS_LINE(45, Kind.REFUSED),
    /** The amount is not what the order costs. {@code detail} is what it costs. */
    AMOUNT_DIFFERS(46, Kind.REFUSED),
    /** The order was paid before, by another reference. */
    ALREADY_PAID(47, Kind.REFUSED),
    /** The viewer had given the order back before money came. */
    ORDER_CANCELLED(48, Kind.REFUSED),

    /** There is no such campaign. */
    CAMPAIGN_UNKNOWN(50, Kind.REFUSED),
    /** Its coupons cannot be claimed yet. {@code detail} is the time they can, in epoch ms; Long.MAX_VALUE while none is set. */
    CLAIM_NOT_OPEN(51, Kind.REFUSED),
    /** Its coupons cannot be claimed any more. {@code detail} is the time they could until, in epoch ms. */
    CLAIM_CLOSED(52, Kind.REFUSED),
    /** The viewer is not one of those whom they are for. {@code detail} is the code of the {@link Audience}. */
    NOT_ELIGIBLE(53, Kind.REFUSED),
    /** The viewer has said no position, or one that is too far away. {@code detail} is how near it has to be, metres. */
    TOO_FAR(54, Kind.REFUSED),
    /** The viewer has claimed as many as one may. {@code detail} is how many. */
    CLAIM_LIMIT(55, Kind.REFUSED),
    /** The coupon costs more points than the viewer has. {@code detail} is how many those are. */
    POINTS_TOO_FEW(59, Kind.REFUSED),
    /** The campaign, or the rain, has none left. */
    COUPONS_GONE(56, Kind.REFUSED),
    /** The campaign's coupons do not rain. */
    NO_RAIN(57, Kind.REFUSED),
    /** They rain already. {@code detail} is until when, in epoch ms. */
    RAIN_FALLS(58, Kind.REFUSED),

    /** The viewer may not talk. {@code detail} is the time the mute ends, in epoch ms; Long.MAX_VALUE is for good. */
    VIEWER_MUTED(60, Kind.REFUSED),
    /** The room has ended and takes no comments, likes or allotments. */
    ROOM_ENDED(61, Kind.REFUSED),
    /** The room is slow and the viewer spoke a moment ago. {@code detail} is when the viewer may again, in epoch ms. */
    TALK_SLOWED(62, Kind.REFUSED),
    /** The comment has a word in it that is blocked. */
    COMMENT_BLOCKED(63, Kind.REFUSED),
    /** There is no such comment in the room, or too many came after it. */
    COMMENT_UNKNOWN(64, Kind.REFUSED),
    /** The word is not blocked. */
    WORD_UNKNOWN(65, Kind.REFUSED),
    /** The viewer is not muted. */
    NOT_MUTED(66, Kind.REFUSED),
    /** The viewer has said something against this mute before. */
    APPEAL_MADE(67, Kind.REFUSED),
    /** The viewer's appeal is decided, or the mute that it is about is over. */
    APPEAL_UNKNOWN(68, Kind.REFUSED),

    /** There is no such store. {@code detail} is its id. */
    STORE_UNKNOWN(70, Kind.REFUSED),
    /** There is no such guide at work. {@code detail} is its id. */
    GUIDE_UNKNOWN(71, Kind.REFUSED),
    /** There is no such group. {@code detail} is its id. */
    GROUP_UNKNOWN(72, Kind.REFUSED),
    /** The guide does not work in that store. {@code detail} is the guide's home store. */
    GUIDE_ELSEWHERE(73, Kind.REFUSED),
    /** Nobody brings themselves: the guide or the inviter is the viewer. */
    SELF_REFERRAL(74, Kind.REFUSED),
    /** The viewer brought the inviter, at first or any other hand. {@code detail} is the inviter. */
    CIRCLE_REFERRAL(75, Kind.REFUSED),
    /** More hands than a trail may have. {@code detail} is the inviter. */
    TRAIL_TOO_LONG(76, Kind.REFUSED),

    /** The shares of a plan are more than the whole. {@code detail} is their sum in basis points. */
    PLAN_OVER_WHOLE(77, Kind.REFUSED),

    /** There is no such payout. */
    PAYOUT_UNKNOWN(78, Kind.REFUSED),
    /** A payout goes from OPEN to APPROVED to PAID. {@code detail} is the code of the state it is in. */
    PAYOUT_STATE_FIXED(79, Kind.REFUSED),
    /** Another payout is neither paid nor cancelled. {@code detail} is that one. */
    PAYOUT_PENDING(85, Kind.REFUSED),
    /** A payout is until a time that has come. {@code detail} is the core's time, the latest it may be until, in epoch ms. */
    PAYOUT_NOT_DUE(86, Kind.REFUSED),

    /** A pack stays what it is. {@code detail} is how many units it has. */
    PACK_FIXED(87, Kind.REFUSED),

    /** Enough units are left and nobody waits: they can be ordered. {@code detail} is how many there are. */
    STOCK_LEFT(88, Kind.REFUSED),
    /** The offer has no waiting line. */
    NO_LINE(89, Kind.REFUSED),
    /** The viewer, or whoever it is about, does not wait there. */
    NOT_WAITING(90, Kind.REFUSED),

    /** No units of the item are set aside there. */
    ALLOTMENT_UNKNOWN(91, Kind.REFUSED),

    /** The viewer has no unit of the line that is paid for and not refunded. */
    NOT_BOUGHT(97, Kind.REFUSED),
    /** There is no such review. */
    REVIEW_UNKNOWN(98, Kind.REFUSED),
    /** It was written anew since it was looked at. {@code detail} is the record that did. */
    REVIEW_CHANGED(92, Kind.REFUSED),
    /** Only a review that is approved can become a case. {@code detail} is the code of the {@link ReviewState} it is in. */
    REVIEW_STATE_FIXED(93, Kind.REFUSED),

    /** A show can be booked until it begins. {@code detail} is the code of the {@link RoomState} it is in. */
    SHOW_BEGUN(94, Kind.REFUSED),

    /** There is no such item. */
    ITEM_UNKNOWN(80, Kind.REFUSED),
    /** The offer belongs to another room. {@code detail} is that room. */
    OFFER_IN_OTHER_ROOM(81, Kind.REFUSED),
    /** An offer sells one item for ever. {@code detail} is that item. */
    OFFER_ITEM_FIXED(82, Kind.REFUSED),
    /** A room goes from SCHEDULED to LIVE to ENDED. {@code detail} is the code of the state it is in. */
    ROOM_STATE_FIXED(83, Kind.REFUSED),
    /** More units to write off or to move than are available. {@code detail} is how many are. */
    STOCK_TOO_LOW(84, Kind.REFUSED),
    /** No write-off of that record waits for a second person, or it waited for too long. */
    PROPOSAL_UNKNOWN(95, Kind.REFUSED),
    /** Who proposed it cannot be the second person. {@code detail} is who that is. */
    SECOND_PERSON_NEEDED(96, Kind.REFUSED),

    /** The command has a shape that no gateway of ours sends. Nothing was changed. */
    COMMAND_INVALID(99, Kind.REFUSED);

    /** The three ways an answer can turn out. */
    public enum Kind {
        /** The command took effect. */
        ACCEPTED,
        /** The command took effect before, this answer changes nothing. */
        REPEATED,
        /** The command changed nothing. */
        REFUSED
    }

    private static final Outcome[] BY_CODE = new Outcome[100];

    static {
        for (final Outcome outcome : values()) {
            BY_CODE[outcome.code] = outcome;
        }
    }

    private final short code;
    private final Kind kind;

    Outcome(final int code, final Kind kind) {
        this.code = (short) code;
        this.kind = kind;
    }

    /** The number that stands for this outcome in a record. */
    public short code() {
        return code;
    }

    /** Accepted, repeated or refused. */
    public Kind kind() {
        return kind;
    }

    /** Whether the command changed nothing because of a rule. */
    public boolean isRefusal() {
        return kind == Kind.REFUSED;
    }

    /**
     * The outcome of a code read from a record.
     *
     * @throws IllegalArgumentException for a code that no outcome has.
     */
    public static Outcome ofCode(final int code) {
        final Outcome outcome = code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
        if (outcome == null) {
            throw new IllegalArgumentException("outcome code=" + code);
        }
        return outcome;
    }
}
