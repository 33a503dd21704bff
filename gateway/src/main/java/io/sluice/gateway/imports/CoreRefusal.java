package io.sluice.gateway.imports;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.DecisionDecoder;

/** What the engine has against a line. */
final class CoreRefusal {
    private CoreRefusal() {}

    /** The column at fault, null for none in particular. */
    static String field(final ImportKind kind, final Outcome refusal) {
        final String column =
                switch (refusal) {
                    case STORE_UNKNOWN -> kind == ImportKind.GUIDES ? "stores" : "store";
                    case GUIDE_UNKNOWN, GUIDE_ELSEWHERE -> "guide";
                    case GROUP_UNKNOWN -> "group";
                    case CIRCLE_REFERRAL, TRAIL_TOO_LONG -> "inviter";
                    default -> null;
                };
        return kind.columns().contains(column) ? column : null;
    }

    /** The refusal in a sentence. */
    static String sentence(final Outcome refusal, final DecisionDecoder decision) {
        final long detail = decision.detail();
        return switch (refusal) {
            case STORE_UNKNOWN -> "There is no store " + detail + ".";
            case GUIDE_UNKNOWN -> "There is no guide " + detail + ", or the guide works no more.";
            case GROUP_UNKNOWN -> "There is no group " + detail + ".";
            case GUIDE_ELSEWHERE -> "The guide works elsewhere; the home store is " + detail + ".";
            case SELF_REFERRAL -> "Nobody brings themselves.";
            case CIRCLE_REFERRAL -> "Viewer " + detail + " was brought by this one, at first or any other hand.";
            case TRAIL_TOO_LONG -> "Viewer " + detail + " was passed on by as many hands as there may be.";
            case CAPACITY -> "A table of the engine is at its limit.";
            default -> "The engine refused it.";
        };
    }
}
