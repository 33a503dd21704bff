package io.sluice.engine.view;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;

/**
 * Where an order came from, as it is put down. Immutable.
 *
 * @param kind  what it is put down to.
 * @param id    the guide, group, store or inviter; 0 for nobody, and for all that there was no room for.
 */
public record OrderSource(Kind kind, long id) {
    /** The closest to the buyer that an order is put down to. */
    public enum Kind {
        /** A guide, by a share code that the order carried. */
        CODE,
        /** A guide. */
        GUIDE,
        /** A group and no guide. */
        GROUP,
        /** A store alone. */
        STORE,
        /** A viewer who invited the buyer, and nobody else. */
        INVITER,
        /** Nobody. */
        NOBODY
    }

    /** Where the order of a decision came from; reads none of its groups and texts. */
    static OrderSource of(final OrderDecisionDecoder decision) {
        if (decision.guide() != 0) {
            final boolean isByCode = AttributionRule.ofCode(decision.rule()) == AttributionRule.CARRIED;
            return new OrderSource(isByCode ? Kind.CODE : Kind.GUIDE, decision.guide());
        }
        if (decision.group() != 0) {
            return new OrderSource(Kind.GROUP, decision.group());
        }
        if (decision.store() != 0) {
            return new OrderSource(Kind.STORE, decision.store());
        }
        return decision.inviter() == 0
                ? new OrderSource(Kind.NOBODY, 0)
                : new OrderSource(Kind.INVITER, decision.inviter());
    }
}
