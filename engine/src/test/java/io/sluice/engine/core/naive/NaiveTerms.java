package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.ProtocolLimits;

/** What a campaign's terms may be. */
final class NaiveTerms {
    private NaiveTerms() {}

    static boolean areGood(final Command.PutCampaign command) {
        return !command.title().isEmpty()
                && command.title().length() <= ProtocolLimits.MAX_TITLE_BYTES
                && command.offers().size() <= ProtocolLimits.MAX_OFFERS_OF_CAMPAIGN
                && isGood(command.off())
                && isGood(command.supply())
                && isGood(command.crowd());
    }

    private static boolean isGood(final Command.Off off) {
        return off.discountFen() >= 1
                && off.discountFen() <= ProtocolLimits.MAX_PRICE_FEN
                && off.basisPoints() >= 0
                && off.basisPoints() <= 10_000
                && off.minimumFen() >= 0
                && off.minimumFen() <= ProtocolLimits.MAX_PRICE_FEN
                && off.flash() != null;
    }

    private static boolean isGood(final Command.Supply supply) {
        return supply.budgetFen() >= 1
                && supply.count() >= 1
                && supply.count() <= ProtocolLimits.MAX_COUPONS_OF_CAMPAIGN
                && supply.perViewer() >= 1
                && supply.perViewer() <= ProtocolLimits.MAX_COUPONS_PER_VIEWER
                && supply.claimFromMs() >= 0
                && supply.claimToMs() > supply.claimFromMs()
                && supply.validMs() >= 1
                && supply.validMs() <= ProtocolLimits.MAX_POLICY_MS
                && supply.points() >= 0
                && supply.points() <= ProtocolLimits.MAX_POINTS;
    }

    private static boolean isGood(final Command.Crowd crowd) {
        if (crowd.kind() == null) {
            return false;
        }
        return switch (crowd.kind()) {
            case EVERYBODY, LISTED, BUYERS -> true;
            case NEWCOMERS -> crowd.memberMs() >= 1 && crowd.memberMs() <= ProtocolLimits.MAX_POLICY_MS;
            case NEARBY -> crowd.radiusMetres() >= 1 && crowd.radiusMetres() <= ProtocolLimits.MAX_RADIUS_METRES;
            case WATCHED -> crowd.watchedSeconds() >= 1 && crowd.watchedSeconds() <= ProtocolLimits.MAX_WATCHED_SECONDS;
        };
    }
}
