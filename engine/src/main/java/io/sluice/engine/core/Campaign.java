package io.sluice.engine.core;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** A coupon campaign: its terms, and how much of it is taken. A claim takes all that its coupon may cost, for good. */
public final class Campaign {
    private final long id;
    private final CampaignTerms terms = new CampaignTerms();
    private byte[] title = Text.EMPTY;
    private int claimed;
    private long takenFen;
    private long rainRoom;
    private long rainUntilMs;
    private int rainLeft;

    Campaign(final long id) {
        this.id = id;
    }

    /** The campaign's id. */
    public long id() {
        return id;
    }

    /** Its terms, to be read. */
    public CampaignTerms terms() {
        return terms;
    }

    /** Title in UTF-8. */
    public byte[] title() {
        return title;
    }

    /** Coupons claimed. */
    public int claimed() {
        return claimed;
    }

    /** What they may cost at most, fen. */
    public long takenFen() {
        return takenFen;
    }

    /** The room of the newest rain, 0 before the first. */
    public long rainRoom() {
        return rainRoom;
    }

    /** When the newest rain ends or has ended, epoch ms, exclusive. */
    public long rainUntilMs() {
        return rainUntilMs;
    }

    /** Coupons of the newest rain that nobody has claimed. */
    public int rainLeft() {
        return rainLeft;
    }

    void describe(final byte[] newTitle, final CampaignTerms newTerms) {
        title = newTitle;
        terms.copyFrom(newTerms);
    }

    boolean isRainingAt(final long nowMs) {
        return rainLeft > 0 && nowMs < rainUntilMs;
    }

    void rain(final long room, final int count, final long untilMs) {
        rainRoom = room;
        rainLeft = count;
        rainUntilMs = untilMs;
    }

    /** Whether one more may be claimed. */
    boolean hasOne() {
        return claimed < terms.count()
                && terms.discountFen() <= terms.budgetFen() - takenFen
                && (!terms.isRain() || rainLeft > 0);
    }

    /** Whether its coupons are vouchers, which are bought and not claimed. */
    boolean isSold() {
        return terms.audience().kind() == Audience.BUYERS;
    }

    /** Whether it stays what it is against such terms: vouchers keep what was paid for, and no gifts become vouchers. */
    boolean isFixedAgainst(final CampaignTerms other) {
        return isSold() ? !terms.isSameWorth(other) : other.audience().kind() == Audience.BUYERS;
    }

    /** One more is paid for: that takes nothing of what there is to give. */
    void sell() {
        claimed++;
    }

    void take() {
        claimed++;
        takenFen += terms.discountFen();
        if (terms.isRain()) {
            rainLeft--;
        }
    }

    void save(final StateOutput output) {
        output.putLong(id);
        Text.save(title, output);
        terms.save(output);
        output.putInt(claimed);
        output.putLong(takenFen);
        output.putLong(rainRoom);
        output.putLong(rainUntilMs);
        output.putInt(rainLeft);
    }

    static Campaign load(final StateInput input) {
        final Campaign campaign = new Campaign(input.getLong());
        campaign.title = Text.load(input);
        campaign.terms.load(input);
        if (!campaign.terms.isValid()) {
            throw new IllegalStateException("campaign=" + campaign.id + " has terms that no command makes");
        }
        campaign.claimed = input.getInt();
        campaign.takenFen = input.getLong();
        campaign.rain(input.getLong(), 0, input.getLong());
        campaign.rainLeft = input.getInt();
        return campaign;
    }
}
