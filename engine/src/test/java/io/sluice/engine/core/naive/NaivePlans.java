package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every commission plan as it was put, and what items are; no evening has as many plans as there may be. */
final class NaivePlans {
    private final NaiveCatalogue catalogue;
    private final List<Plan> plans = new ArrayList<>();
    private final Map<Long, Long> categories = new HashMap<>();

    NaivePlans(final NaiveCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    NaiveCatalogue.Answer put(final Command.PutCommissionPlan command) {
        if (isBad(command)) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        if (command.scope() == PlanScope.OFFER && !catalogue.offers.containsKey(command.target())) {
            return NaiveCatalogue.Answer.of(Outcome.OFFER_UNKNOWN);
        }
        final int sum =
                command.shares().stream().mapToInt(Command.Share::basisPoints).sum();
        if (sum > 10_000) {
            return new NaiveCatalogue.Answer(Outcome.PLAN_OVER_WHOLE, sum);
        }
        plans.add(new Plan(plans.size() + 1, command));
        return new NaiveCatalogue.Answer(Outcome.ACCEPTED, plans.size());
    }

    NaiveCatalogue.Answer classify(final Command.ClassifyItem command) {
        if (command.kind() == null || command.category() < 0 || command.category() > ProtocolLimits.MAX_ID) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        if (!catalogue.items.containsKey(command.item())) {
            return NaiveCatalogue.Answer.of(Outcome.ITEM_UNKNOWN);
        }
        categories.put(command.item(), command.category());
        return NaiveCatalogue.Answer.of(Outcome.ACCEPTED);
    }

    /** The plan that an offer follows, null for none. */
    Plan of(final NaiveOffer offer) {
        final Plan own = newest(PlanScope.OFFER, offer.id);
        final long category = categories.getOrDefault(offer.item.id, 0L);
        final Plan ofCategory = newest(PlanScope.CATEGORY, category);
        return own != null ? own : ofCategory != null ? ofCategory : newest(PlanScope.BRAND, 0);
    }

    private Plan newest(final PlanScope scope, final long target) {
        Plan newest = null;
        for (final Plan plan : plans) {
            if (plan.command.scope() == scope && plan.command.target() == target) {
                newest = plan;
            }
        }
        return newest;
    }

    private static boolean isBad(final Command.PutCommissionPlan command) {
        final List<Command.Share> shares = command.shares();
        return command.scope() == null
                || command.target() < (command.scope() == PlanScope.BRAND ? 0 : 1)
                || command.target() > (command.scope() == PlanScope.BRAND ? 0 : ProtocolLimits.MAX_ID)
                || command.returnWindowMs() < 0
                || command.returnWindowMs() > ProtocolLimits.MAX_POLICY_MS
                || shares.stream().map(Command.Share::payee).distinct().count() < shares.size()
                || shares.stream().anyMatch(NaivePlans::isBad);
    }

    private static boolean isBad(final Command.Share share) {
        return share.payee() < 1
                || share.payee() > 6
                || share.basisPoints() < 0
                || share.basisPoints() > 10_000
                || share.fixedFen() < 0
                || share.fixedFen() > ProtocolLimits.MAX_PRICE_FEN
                || share.capFen() < 0
                || share.capFen() > ProtocolLimits.MAX_PRICE_FEN;
    }

    /** A plan as the command of its version said. */
    record Plan(int version, Command.PutCommissionPlan command) {
        /** The share of a payee, by the payee's code. */
        Command.Share shareOf(final int payee) {
            return command.shares().stream()
                    .filter(share -> share.payee() == payee)
                    .findFirst()
                    .orElse(new Command.Share(payee, 0, 0, 0));
        }
    }
}
