package io.sluice.engine.core;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.Arrays;

/** What a campaign's coupons are worth, how many there are and for what. Filled by a command's caller, copied by the campaign. */
public final class CampaignTerms {
    private final long[] offers = new long[ProtocolLimits.MAX_OFFERS_OF_CAMPAIGN];
    private final CampaignAudience audience = new CampaignAudience();
    private int size;
    private long discountFen;
    private int basisPoints;
    private long minimumFen;
    private long budgetFen;
    private int count;
    private int perViewer;
    private int points;
    private long claimFromMs;
    private long claimToMs;
    private long validMs;
    private boolean rain;
    private FlashRule flash = FlashRule.ON_TOP;
    private boolean comesBack;

    /** Starts over with what a coupon takes off, for everything; {@code newFlash} is null for a rule that does not exist. */
    public CampaignTerms discount(
            final long newDiscountFen,
            final int newBasisPoints,
            final long newMinimumFen,
            final FlashRule newFlash,
            final boolean newComesBack) {
        discountFen = newDiscountFen;
        basisPoints = newBasisPoints;
        minimumFen = newMinimumFen;
        flash = newFlash;
        comesBack = newComesBack;
        points = 0;
        size = 0;
        audience.set(Audience.EVERYBODY);
        return this;
    }

    /** How much there is of it. */
    public CampaignTerms supply(final long newBudgetFen, final int newCount, final int newPerViewer) {
        budgetFen = newBudgetFen;
        count = newCount;
        perViewer = newPerViewer;
        return this;
    }

    /** How many points a coupon costs, 0 for none. */
    public CampaignTerms cost(final int newPoints) {
        points = newPoints;
        return this;
    }

    /** When it can be claimed, and for how long a coupon is good then. */
    public CampaignTerms claims(
            final long newClaimFromMs, final long newClaimToMs, final long newValidMs, final boolean newRain) {
        claimFromMs = newClaimFromMs;
        claimToMs = newClaimToMs;
        validMs = newValidMs;
        rain = newRain;
        return this;
    }

    /** Adds an offer that it is for; more than there may be make it invalid. */
    public CampaignTerms addOffer(final long offer) {
        if (size < offers.length) {
            offers[size] = offer;
        }
        size++;
        return this;
    }

    /** Who may claim, to be filled. */
    public CampaignAudience audience() {
        return audience;
    }

    /** What a coupon takes off an order; of a share the most. Fen. */
    public long discountFen() {
        return discountFen;
    }

    /** The share that a coupon takes off, 0 for an amount. */
    public int basisPoints() {
        return basisPoints;
    }

    /** What the lines it is for have to cost at least, fen. */
    public long minimumFen() {
        return minimumFen;
    }

    /** What all coupons may cost together, fen. */
    public long budgetFen() {
        return budgetFen;
    }

    /** Coupons there are. */
    public int count() {
        return count;
    }

    /** Coupons that one viewer may claim. */
    public int perViewer() {
        return perViewer;
    }

    /** Points that a coupon costs. */
    public int points() {
        return points;
    }

    /** First moment to claim, epoch ms. */
    public long claimFromMs() {
        return claimFromMs;
    }

    /** First moment when it is too late to claim, epoch ms. */
    public long claimToMs() {
        return claimToMs;
    }

    /** How long a coupon is good from its claim on. */
    public long validMs() {
        return validMs;
    }

    /** Whether they are claimed in a coupon rain only. */
    public boolean isRain() {
        return rain;
    }

    /** What becomes of lines at a flash price. */
    public FlashRule flash() {
        return flash;
    }

    /** Whether a coupon comes back with the refund of the whole order. */
    public boolean comesBack() {
        return comesBack;
    }

    /** Number of offers that they are for, 0 for everything. */
    public int offers() {
        return size;
    }

    /** An offer that they are for. */
    public long offer(final int index) {
        return offers[index];
    }

    /** Whether a coupon of the other terms is worth the same, for the same, to the same people. */
    boolean isSameWorth(final CampaignTerms other) {
        return discountFen == other.discountFen
                && basisPoints == other.basisPoints
                && minimumFen == other.minimumFen
                && validMs == other.validMs
                && flash == other.flash
                && comesBack == other.comesBack
                && audience.kind() == other.audience.kind()
                && size == other.size
                && Arrays.equals(offers, 0, size, other.offers, 0, size);
    }

    boolean isFor(final long offer) {
        boolean found = size == 0;
        for (int i = 0; i < size && !found; i++) {
            found = offers[i] == offer;
        }
        return found;
    }

    boolean isValid() {
        return isMoney(discountFen)
                && discountFen > 0
                && basisPoints >= 0
                && basisPoints <= ProtocolLimits.WHOLE_BASIS_POINTS
                && isMoney(minimumFen)
                && budgetFen > 0
                && isBetween(1, count, ProtocolLimits.MAX_COUPONS_OF_CAMPAIGN)
                && isBetween(1, perViewer, ProtocolLimits.MAX_COUPONS_PER_VIEWER)
                && claimFromMs >= 0
                && claimFromMs < claimToMs
                && isBetween(0, points, ProtocolLimits.MAX_POINTS)
                && isBetween(1, validMs, ProtocolLimits.MAX_POLICY_MS)
                && flash != null
                && size <= offers.length
                && audience.isValid();
    }

    static boolean isBetween(final long least, final long value, final long most) {
        return value >= least && value <= most;
    }

    void copyFrom(final CampaignTerms other) {
        discount(other.discountFen, other.basisPoints, other.minimumFen, other.flash, other.comesBack);
        supply(other.budgetFen, other.count, other.perViewer);
        cost(other.points);
        claims(other.claimFromMs, other.claimToMs, other.validMs, other.rain);
        audience.copyFrom(other.audience);
        for (int i = 0; i < other.size; i++) {
            addOffer(other.offers[i]);
        }
    }

    void save(final StateOutput output) {
        output.putLong(discountFen);
        output.putInt(basisPoints);
        output.putLong(minimumFen);
        output.putInt(flash.code());
        output.putInt(comesBack ? 1 : 0);
        output.putLong(budgetFen);
        output.putInt(count);
        output.putInt(perViewer);
        output.putInt(points);
        output.putLong(claimFromMs);
        output.putLong(claimToMs);
        output.putLong(validMs);
        output.putInt(rain ? 1 : 0);
        audience.save(output);
        output.putInt(size);
        for (int i = 0; i < size; i++) {
            output.putLong(offers[i]);
        }
    }

    void load(final StateInput input) {
        discount(
                input.getLong(),
                input.getInt(),
                input.getLong(),
                FlashRule.ofCode(input.getInt()),
                input.getInt() != 0);
        supply(input.getLong(), input.getInt(), input.getInt());
        cost(input.getInt());
        claims(input.getLong(), input.getLong(), input.getLong(), input.getInt() != 0);
        audience.load(input);
        for (int i = Brand.count(input, offers.length); i > 0; i--) {
            addOffer(input.getLong());
        }
    }

    private static boolean isMoney(final long fen) {
        return isBetween(0, fen, ProtocolLimits.MAX_PRICE_FEN);
    }
}
