package io.sluice.gateway.http;

/** Every code a problem may carry: the contract's schema Code, with its status and its sentence. */
public enum ProblemCode {
    MALFORMED_REQUEST(400, "This is not a well-formed HTTP request."),
    MALFORMED_JSON(400, "This is not well-formed JSON in UTF-8."),
    UNKNOWN_FIELD(400, "A field is not known here."),
    FIELD_MISSING(400, "A field is missing."),
    FIELD_INVALID(400, "A field has a value that is not allowed."),
    KEY_MISSING(400, "The idempotency key is missing."),
    KEY_INVALID(400, "The idempotency key is not 1 to 64 visible ASCII characters."),
    FRAME_UNKNOWN(400, "There is no such frame."),
    NOT_FOUND(404, "There is nothing here."),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here."),
    REQUEST_TIMEOUT(408, "The request took too long to arrive."),
    BODY_TOO_LARGE(413, "The body is too large."),
    URI_TOO_LONG(414, "The address is too long."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has a media type that is not taken here."),
    UPGRADE_REQUIRED(426, "This address is for WebSocket connections."),
    HEADERS_TOO_LARGE(431, "The headers are too large."),
    TOKEN_MISSING(401, "A token is needed."),
    TOKEN_INVALID(401, "The token is not valid."),
    TOKEN_EXPIRED(401, "The token has expired."),
    SIGNATURE_INVALID(401, "The signature is missing, wrong or too old."),
    TICKET_INVALID(401, "The ticket is unknown, used or expired."),
    ROLE_NOT_ALLOWED(403, "Your role may not do this."),
    ORIGIN_FOREIGN(403, "This page may not connect here."),
    IDEMPOTENCY_KEY_REUSED(422, "This key or reference was used with another body."),
    ROOM_UNKNOWN(404, "There is no such room."),
    ROOM_NOT_OPEN(409, "The room is not open yet."),
    OFFER_UNKNOWN(404, "There is no such offer in this room."),
    SALE_NOT_OPEN(409, "The sale has not begun."),
    SALE_CLOSED(409, "The sale is over."),
    PACK_SIZE(409, "This is sold in whole packs."),
    COUPON_UNKNOWN(409, "There is no such coupon."),
    COUPON_EXPIRED(409, "The coupon has expired."),
    COUPON_TAKEN(409, "Another order has the coupon."),
    COUPON_NOT_FOR_THIS(409, "The coupon is for other offers."),
    LIMIT_REACHED(409, "You have reached the limit of this offer."),
    COUPON_MINIMUM(409, "The order is too small for the coupon."),
    PRICE_CHANGED(409, "The price has changed."),
    SOLD_OUT(409, "There is not enough stock left."),
    CAPACITY(503, "The shop has no room for more right now."),
    ORDER_UNKNOWN(404, "There is no such order of yours."),
    ORDER_NOT_CANCELLABLE(409, "This order cannot be cancelled any more."),
    ORDER_NOT_FREE(409, "The order has to be paid for."),
    ORDER_NOT_CONFIRMABLE(409, "The order can no longer be confirmed."),
    REFUND_BY_PROVIDER(409, "The payment provider refunds this order."),
    ORDER_NOT_REFUNDABLE(409, "This order has nothing to refund."),
    LINE_UNKNOWN(409, "The order has no line of this offer."),
    REFUND_EXCEEDS_LINE(409, "There are fewer units left to refund."),
    CAMPAIGN_UNKNOWN(404, "There is no such campaign."),
    CLAIM_NOT_OPEN(409, "Its coupons cannot be claimed yet."),
    CLAIM_CLOSED(409, "Its coupons cannot be claimed any more."),
    NOT_ELIGIBLE(403, "The coupons are for others."),
    TOO_FAR(403, "You are too far away from the store."),
    CLAIM_LIMIT(409, "You have claimed as many as one may."),
    POINTS_TOO_FEW(409, "You have too few points."),
    COUPONS_GONE(409, "There are no coupons left."),
    NO_RAIN(409, "These coupons do not rain."),
    RAIN_FALLS(409, "These coupons rain already."),
    VIEWER_MUTED(403, "You may not comment at the moment."),
    ROOM_ENDED(409, "The room has ended."),
    STORE_UNKNOWN(404, "There is no such store."),
    GUIDE_UNKNOWN(404, "There is no such guide at work."),
    GROUP_UNKNOWN(404, "There is no such group."),
    GUIDE_ELSEWHERE(409, "The guide does not work in that store."),
    SELF_REFERRAL(422, "Nobody brings themselves."),
    CIRCLE_REFERRAL(422, "The viewer brought that inviter."),
    TRAIL_TOO_LONG(422, "The trail of inviters is too long."),
    PLAN_OVER_WHOLE(422, "The shares are more than the whole."),
    PAYOUT_UNKNOWN(404, "There is no such payout."),
    PAYOUT_STATE_FIXED(409, "A payout goes from OPEN to APPROVED to PAID."),
    PAYOUT_PENDING(409, "Another payout is neither paid nor cancelled."),
    PAYOUT_NOT_DUE(409, "That time has not come yet."),
    VIEWER_UNKNOWN(404, "Nothing is known of this viewer."),
    SHARE_UNKNOWN(404, "There is no such share code."),
    SHARE_TOO_LONG(422, "The share code would be too long."),
    PACK_FIXED(409, "A pack stays what it is."),
    ITEM_UNKNOWN(404, "There is no such item."),
    ROOM_STATE_FIXED(409, "A room goes from SCHEDULED to LIVE to ENDED."),
    OFFER_IN_OTHER_ROOM(409, "This offer belongs to another room."),
    OFFER_ITEM_FIXED(409, "An offer keeps its item."),
    STOCK_TOO_LOW(409, "There is less stock than that."),
    STOCK_LEFT(409, "There is enough left to order."),
    NO_LINE(409, "There is no waiting line for this offer."),
    NOT_WAITING(404, "You do not wait for this offer."),
    ALLOTMENT_UNKNOWN(404, "Nothing of the item is set aside there."),
    COMMAND_INVALID(500, "The gateway sent what the core does not take."),
    SEQUENCE_AHEAD(409, "The journal does not reach that far."),
    SEQUENCE_PRUNED(410, "The journal does not go back that far any more."),
    TOO_FAST(429, "You are too fast."),
    TALK_SHED(503, "Orders go first right now; this was not taken."),
    RING_FULL(503, "The shop is very busy."),
    STORAGE_LOW(503, "The shop cannot take orders right now."),
    ROOM_FULL(503, "The room is full."),
    FEEDS_FULL(503, "There are too many readers of the journal."),
    LEDGER_NOT_READY(503, "The ledger is still reading the journal."),
    LEDGER_FULL(503, "The ledger has no room for more postings."),
    LEDGER_INCOMPLETE(409, "The ledger lacks records that were pruned."),
    IMPORT_RUNNING(409, "Another list is being loaded."),
    IMPORT_REFUSED(422, "The list has lines that are wrong."),
    STOPPING(503, "The server is stopping; another will take over."),
    INTERNAL(500, "Something went wrong here."),
    ANSWER_LATE(504, "The answer took too long; ask again with the same key.");

    private final int status;
    private final String title;

    ProblemCode(final int status, final String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The English sentence. */
    public String title() {
        return title;
    }
}
