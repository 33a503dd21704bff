package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutCommissionPlanEncoder;
import io.sluice.engine.view.ShareView;
import io.sluice.gateway.link.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code PUT /operator/plans/...}: of the brand, of a category or of an offer. One event loop's. */
final class SavePlanAction extends DoneAnswer implements Action {
    private static final long NOT_GIVEN = -1;
    private static final long MAX_DAYS = TimeUnit.MILLISECONDS.toDays(ProtocolLimits.MAX_POLICY_MS);
    private static final String SHARES = "shares";

    private final PlanScope scope;
    private final String parameter;

    private SavePlanAction(final PlanScope scope, final String parameter) {
        this.scope = scope;
        this.parameter = parameter;
    }

    static SavePlanAction ofBrand() {
        return new SavePlanAction(PlanScope.BRAND, null);
    }

    static SavePlanAction ofCategory() {
        return new SavePlanAction(PlanScope.CATEGORY, "category");
    }

    static SavePlanAction ofOffer() {
        return new SavePlanAction(PlanScope.OFFER, "offer");
    }

    @Override
    public void run(final Exchange exchange) {
        final long target = target(exchange);
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        long days = NOT_GIVEN;
        List<ShareView> shares = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "returnDays" -> days = json.integer(0, MAX_DAYS);
                case SHARES -> shares = shares(json);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(days != NOT_GIVEN, "returnDays");
        json.require(shares != null, SHARES);
        send(exchange, target, TimeUnit.DAYS.toMillis(days), shares);
    }

    @Override
    void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {
        json.name("version").value(accepted.detail());
    }

    @Override
    Problem problem(final Exchange exchange, final Outcome refusal, final long detail, final long sequence) {
        final Problem problem = super.problem(exchange, refusal, detail, sequence);
        return switch (refusal) {
            case OFFER_UNKNOWN ->
                new Problem(ProblemCode.OFFER_UNKNOWN, "There is no offer " + target(exchange) + ".")
                        .field(parameter)
                        .sequence(sequence);
            case PLAN_OVER_WHOLE -> problem.field(SHARES);
            default -> problem;
        };
    }

    private long target(final Exchange exchange) {
        return parameter == null ? 0 : exchange.pathId(parameter);
    }

    private static List<ShareView> shares(final JsonBody json) {
        json.beginArray("must be an array of shares");
        final List<ShareView> shares = new ArrayList<>();
        while (json.nextObject()) {
            shares.add(share(json, shares));
        }
        return shares;
    }

    private static ShareView share(final JsonBody json, final List<ShareView> before) {
        final String place = json.place();
        Payee payee = null;
        int basisPoints = 0;
        long fixedFen = 0;
        long capFen = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "payee" -> payee = payee(json, before);
                case "basisPoints" -> basisPoints = (int) json.integer(0, ProtocolLimits.WHOLE_BASIS_POINTS);
                case "fixedFen" -> fixedFen = json.integer(0, ProtocolLimits.MAX_PRICE_FEN);
                case "capFen" -> capFen = json.integer(0, ProtocolLimits.MAX_PRICE_FEN);
                default -> throw json.unknown();
            }
        }
        json.require(payee != null, place + ".payee");
        return new ShareView(payee, basisPoints, fixedFen, capFen);
    }

    private static Payee payee(final JsonBody json, final List<ShareView> before) {
        final Payee payee = json.constant(Payee.class);
        if (before.stream().anyMatch(share -> share.payee() == payee)) {
            throw json.invalid("must not be named twice");
        }
        return payee;
    }

    private void send(
            final Exchange exchange, final long target, final long returnWindowMs, final List<ShareView> shares) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final PutCommissionPlanEncoder encoder = new PutCommissionPlanEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .scope(scope.code())
                            .target(target)
                            .returnWindowMs(returnWindowMs);
                    final PutCommissionPlanEncoder.SharesEncoder each = encoder.sharesCount(shares.size());
                    shares.forEach(share -> each.next()
                            .payee(share.payee().code())
                            .basisPoints(share.basisPoints())
                            .fixedFen(share.fixedFen())
                            .capFen(share.capFen()));
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
