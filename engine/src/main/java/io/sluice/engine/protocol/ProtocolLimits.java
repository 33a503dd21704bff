package io.sluice.engine.protocol;

/** The sizes that one command may have. The gateway refuses more by name; the core refuses it as COMMAND_INVALID. */
public final class ProtocolLimits {
    /** Lines of one order. */
    public static final int MAX_LINES = 16;
    /** Units of one line. */
    public static final int MAX_QUANTITY = 100_000;
    /** Bytes of an idempotency key or a payment reference, visible ASCII; at least 1. */
    public static final int MAX_KEY_BYTES = 64;
    /** Bytes of a share code, visible ASCII. */
    public static final int MAX_SHARE_BYTES = 32;
    /** Bytes of a coupon code, visible ASCII. */
    public static final int MAX_COUPON_BYTES = 32;
    /** Code points of a comment; at least 1. */
    public static final int MAX_COMMENT_CODE_POINTS = 50;
    /** Bytes of a comment in UTF-8. */
    public static final int MAX_COMMENT_BYTES = 200;
    /** Bytes of a room's or item's title in UTF-8; at least 1. */
    public static final int MAX_TITLE_BYTES = 200;
    /** Bytes of a stream's or image's URL. */
    public static final int MAX_URL_BYTES = 512;
    /** Bytes of the reason an operator gives, in UTF-8. */
    public static final int MAX_REASON_BYTES = 200;
    /** Price windows of one offer. */
    public static final int MAX_PRICE_WINDOWS = 8;
    /** The dearest price, in fen. */
    public static final long MAX_PRICE_FEN = 1_000_000_000_000L;
    /** The shortest hold. */
    public static final int MIN_HOLD_SECONDS = 5;
    /** The longest hold. */
    public static final int MAX_HOLD_SECONDS = 86_400;
    /** The most units one offer may allow one viewer. */
    public static final int MAX_PER_VIEWER = 1_000_000;
    /** The most units an item may have been stocked with. */
    public static final long MAX_STOCK = 1_000_000_000_000L;
    /** Write-offs that wait for a second person at one time. */
    public static final int MAX_PROPOSALS = 50;
    /** How long one waits. */
    public static final long PROPOSAL_MS = 3_600_000;
    /** The most likes in one command. */
    public static final int MAX_LIKES = 10_000_000;
    /** The largest id: JavaScript's largest safe integer. */
    public static final long MAX_ID = (1L << 53) - 1;
    /** Orders of one page of a viewer's orders. */
    public static final int MAX_PAGE = 50;

    /** Bytes of a store's, guide's or group's name in UTF-8; at least 1. */
    public static final int MAX_NAME_BYTES = 120;
    /** Stores of the brand. */
    public static final int MAX_STORES = 100_000;
    /** Guides of the brand, those who work no more included. */
    public static final int MAX_GUIDES = 1_000_000;
    /** Groups of the brand. */
    public static final int MAX_GROUPS = 1_000_000;
    /** Stores that one guide works in; at least 1. */
    public static final int MAX_STORES_OF_GUIDE = 8;
    /** Viewers in one PutViewers; at least 1. */
    public static final int MAX_VIEWERS_A_COMMAND = 50;
    /** Viewers in one FindInviters. */
    public static final int MAX_VIEWERS_A_QUERY = 100;
    /** The longest time of a policy. */
    public static final long MAX_POLICY_MS = 10L * 366 * 86_400_000;
    /** Hands that a viewer may have been passed on by, and that one answer shows of a trail. */
    public static final int MAX_TRAIL = 100;
    /** Northernmost latitude, in millionths of a degree; the southernmost is as far below 0. */
    public static final int MAX_LATITUDE_E6 = 90_000_000;
    /** Easternmost longitude, in millionths of a degree; the westernmost is as far below 0. */
    public static final int MAX_LONGITUDE_E6 = 180_000_000;
    /** In place of a latitude and of a longitude: there is no position. */
    public static final int NO_POSITION = Integer.MIN_VALUE;

    /** Commission plans, of offers, categories and the brand. */
    public static final int MAX_PLANS = 200_000;
    /** The whole of a line, in basis points. */
    public static final int WHOLE_BASIS_POINTS = 10_000;

    /** Payouts, also those that were cancelled. */
    public static final int MAX_PAYOUTS = 100_000;
    /** Coupon campaigns. */
    public static final int MAX_CAMPAIGNS = 10_000;
    /** Offers that a campaign is for. */
    public static final int MAX_OFFERS_OF_CAMPAIGN = 32;
    /** Coupons of one campaign. */
    public static final int MAX_COUPONS_OF_CAMPAIGN = 100_000_000;
    /** Coupons that one viewer may claim of a campaign. */
    public static final int MAX_COUPONS_PER_VIEWER = 100;
    /** Viewers in one InviteToCampaign or NoteWatched; at least 1. */
    public static final int MAX_LISTED_A_COMMAND = 100;
    /** The longest that one NoteWatched says of a viewer: a day. */
    public static final int MAX_WATCHED_SECONDS = 86_400;
    /** The widest circle around a store. */
    public static final int MAX_RADIUS_METRES = 1_000_000;
    /** The longest coupon rain. */
    public static final long MAX_RAIN_MS = 3_600_000;
    /** Vouchers of one pack, and of all packs of one order. */
    public static final int MAX_VOUCHERS = 1_000;
    /** Coupons of one page of a viewer's coupons. */
    public static final int MAX_COUPON_PAGE = 20;

    /** Points that one move may bring. */
    public static final int MAX_POINTS = 100_000_000;
    /** Moves of one page of a viewer's points. */
    public static final int MAX_POINT_PAGE = 50;

    /** Allotments of all items, those that were closed included. */
    public static final int MAX_ALLOTMENTS = 1_000_000;
    /** The longest turn of who is first in a waiting line. */
    public static final int MAX_TURN_SECONDS = 3_600;
    /** Viewers waiting or having a turn, in all lines together. */
    public static final int MAX_PLACES = 1_000_000;
    /** Places of one viewer that one answer shows. */
    public static final int MAX_PLACE_PAGE = 50;

    /** Reviews of all items. */
    public static final int MAX_REVIEWS = 1_000_000;
    /** Reviews that wait to be judged. */
    public static final int MAX_WAITING_REVIEWS = 10_000;
    /** Customer cases of one item. */
    public static final int MAX_CASES = 20;
    /** The most stars a review may give; the least is 1. */
    public static final int MAX_STARS = 5;
    /** Bytes of a review's text in UTF-8; at least 1. */
    public static final int MAX_REVIEW_BYTES = 600;
    /** Comments that are known at one time, in all rooms together, each room with its own: those can be hidden. */
    public static final int MAX_COMMENTS = 1 << 16;
    /** Reports of comments that are remembered at one time; one more overwrites the oldest. */
    public static final int MAX_REPORTS = 1 << 16;
    /** Bytes of what a muted viewer says to be heard again, in UTF-8; at least 1. */
    public static final int MAX_APPEAL_BYTES = 600;
    /** Words that no comment may have in it. */
    public static final int MAX_WORDS = 1_000;
    /** Bytes of such a word in UTF-8; at least 1. */
    public static final int MAX_WORD_BYTES = 60;
    /** The longest that a viewer has to wait from one comment to the next. */
    public static final int MAX_SLOW_SECONDS = 600;

    private ProtocolLimits() {}
}
