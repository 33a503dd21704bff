package io.sluice.engine.view;

import io.sluice.engine.protocol.Audience;

/**
 * Who may claim a campaign's coupons; what a kind of people does not need is 0. Immutable.
 *
 * @param kind            what kind of people.
 * @param store           of NEARBY: near which store.
 * @param radiusMetres    of NEARBY: how near.
 * @param room            of WATCHED: which room.
 * @param watchedSeconds  of WATCHED: for how long at least.
 * @param memberMs        of NEWCOMERS: a member for how long at most, ms.
 */
public record AudienceView(Audience kind, long store, int radiusMetres, long room, int watchedSeconds, long memberMs) {}
