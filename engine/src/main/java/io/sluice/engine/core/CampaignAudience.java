package io.sluice.engine.core;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** Who may claim a campaign's coupons. Filled with its terms. */
public final class CampaignAudience {
    private Audience kind = Audience.EVERYBODY;
    private long store;
    private int radiusMetres;
    private long room;
    private int watchedSeconds;
    private long memberMs;

    /** Starts over with a kind that needs nothing more; null for a kind that does not exist. */
    public CampaignAudience set(final Audience newKind) {
        kind = newKind;
        store = 0;
        radiusMetres = 0;
        room = 0;
        watchedSeconds = 0;
        memberMs = 0;
        return this;
    }

    /** Of NEARBY: near which store, and how near. */
    public CampaignAudience near(final long newStore, final int newRadiusMetres) {
        store = newStore;
        radiusMetres = newRadiusMetres;
        return this;
    }

    /** Of WATCHED: which room, and for how long at least. */
    public CampaignAudience watched(final long newRoom, final int newWatchedSeconds) {
        room = newRoom;
        watchedSeconds = newWatchedSeconds;
        return this;
    }

    /** Of NEWCOMERS: a member for how long at most. */
    public CampaignAudience member(final long newMemberMs) {
        memberMs = newMemberMs;
        return this;
    }

    /** What kind of people. */
    public Audience kind() {
        return kind;
    }

    /** The store of NEARBY. */
    public long store() {
        return store;
    }

    /** How near the store. */
    public int radiusMetres() {
        return radiusMetres;
    }

    /** The room of WATCHED. */
    public long room() {
        return room;
    }

    /** How long it has to have been watched. */
    public int watchedSeconds() {
        return watchedSeconds;
    }

    /** How long a newcomer has been a member at most. */
    public long memberMs() {
        return memberMs;
    }

    boolean isValid() {
        if (kind == null) {
            return false;
        }
        return switch (kind) {
            case EVERYBODY, LISTED, BUYERS -> true;
            case NEWCOMERS -> CampaignTerms.isBetween(1, memberMs, ProtocolLimits.MAX_POLICY_MS);
            case NEARBY -> CampaignTerms.isBetween(1, radiusMetres, ProtocolLimits.MAX_RADIUS_METRES);
            case WATCHED -> CampaignTerms.isBetween(1, watchedSeconds, ProtocolLimits.MAX_WATCHED_SECONDS);
        };
    }

    void copyFrom(final CampaignAudience other) {
        set(other.kind)
                .near(other.store, other.radiusMetres)
                .watched(other.room, other.watchedSeconds)
                .member(other.memberMs);
    }

    void save(final StateOutput output) {
        output.putInt(kind.code());
        output.putLong(store);
        output.putInt(radiusMetres);
        output.putLong(room);
        output.putInt(watchedSeconds);
        output.putLong(memberMs);
    }

    void load(final StateInput input) {
        set(Audience.ofCode(input.getInt()))
                .near(input.getLong(), input.getInt())
                .watched(input.getLong(), input.getInt())
                .member(input.getLong());
    }
}
