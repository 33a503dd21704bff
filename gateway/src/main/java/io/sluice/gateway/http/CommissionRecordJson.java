package io.sluice.gateway.http;

import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.ChangePayoutStateDecoder;
import io.sluice.engine.protocol.codec.ClassifyItemDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OpenPayoutDecoder;
import io.sluice.engine.protocol.codec.PutCommissionPlanDecoder;

/** Writes the data of records about commission plans, classes of items and payouts. One thread. */
final class CommissionRecordJson {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();

    /** Writes the fields into an object that is open; returns the event's subject, null when the record is another's. */
    String write(final RecordFlyweight record, final JsonWriter json) {
        return switch (record.commandType()) {
            case PutCommissionPlanDecoder.TEMPLATE_ID -> writePlan(record, json);
            case ClassifyItemDecoder.TEMPLATE_ID -> writeClass(record, json);
            case OpenPayoutDecoder.TEMPLATE_ID -> writePayout(record, json);
            case ChangePayoutStateDecoder.TEMPLATE_ID -> writePayoutState(record, json);
            default -> null;
        };
    }

    private String writePlan(final RecordFlyweight record, final JsonWriter json) {
        final PutCommissionPlanDecoder command =
                new PutCommissionPlanDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        final PlanScope scope = PlanScope.ofCode(command.scope());
        json.name("actor").value(command.actor());
        json.name("scope").value(scope.name());
        if (scope != PlanScope.BRAND) {
            json.name(scope == PlanScope.OFFER ? "offer" : "category").value(command.target());
        }
        json.name("returnWindowMs").value(command.returnWindowMs());
        json.name("shares").beginArray();
        for (final PutCommissionPlanDecoder.SharesDecoder share : command.shares()) {
            json.beginObject().name("payee").value(Payee.ofCode(share.payee()).name());
            json.name("basisPoints").value(share.basisPoints());
            json.name("fixedFen").value(share.fixedFen());
            json.name("capFen").value(share.capFen()).endObject();
        }
        json.endArray();
        if (record.outcome() == Outcome.ACCEPTED) {
            decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
            json.name("version").value(decision.detail());
        }
        return switch (scope) {
            case BRAND -> "brand";
            case CATEGORY -> "categories/" + command.target();
            case OFFER -> "offers/" + command.target();
        };
    }

    private String writeClass(final RecordFlyweight record, final JsonWriter json) {
        final ClassifyItemDecoder command =
                new ClassifyItemDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("item").value(command.item());
        OrderAnswerWriter.writeId(json, "category", command.category());
        json.name("kind").value(ItemKind.ofCode(command.kind()).name());
        return "items/" + command.item();
    }

    private String writePayout(final RecordFlyweight record, final JsonWriter json) {
        final OpenPayoutDecoder command =
                new OpenPayoutDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("payout").value(command.payout());
        json.name("until").time(command.untilMs());
        return "payouts/" + command.payout();
    }

    private String writePayoutState(final RecordFlyweight record, final JsonWriter json) {
        final ChangePayoutStateDecoder command =
                new ChangePayoutStateDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("payout").value(command.payout());
        json.name("state").value(PayoutState.ofCode(command.state()).name());
        return "payouts/" + command.payout();
    }
}
