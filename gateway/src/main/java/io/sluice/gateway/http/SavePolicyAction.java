package io.sluice.gateway.http;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutAttributionPolicyEncoder;
import io.sluice.gateway.link.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code PUT /operator/attribution-policy}. One event loop's. */
final class SavePolicyAction extends DoneAnswer implements Action {
    private static final long NOT_GIVEN = -1;
    private static final long MAX_DAYS = TimeUnit.MILLISECONDS.toDays(ProtocolLimits.MAX_POLICY_MS);
    private static final long MAX_HOURS = TimeUnit.MILLISECONDS.toHours(ProtocolLimits.MAX_POLICY_MS);
    private static final List<AttributionRule> RULES = Arrays.stream(AttributionRule.values())
            .filter(AttributionRule::isForPolicies)
            .toList();

    @Override
    public void run(final Exchange exchange) {
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        List<AttributionRule> rules = null;
        BindingMode binding = null;
        long days = NOT_GIVEN;
        long hours = NOT_GIVEN;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "rules" -> rules = rules(json);
                case "binding" -> binding = json.constant(BindingMode.class);
                case "bindingDays" -> days = json.integer(0, MAX_DAYS);
                case "touchWindowHours" -> hours = json.integer(0, MAX_HOURS);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(rules != null, "rules");
        json.require(binding != null, "binding");
        json.require(days != NOT_GIVEN, "bindingDays");
        json.require(hours != NOT_GIVEN, "touchWindowHours");
        send(exchange, rules, binding, TimeUnit.DAYS.toMillis(days), TimeUnit.HOURS.toMillis(hours));
    }

    @Override
    void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {
        json.name("version").value(accepted.detail());
    }

    private static List<AttributionRule> rules(final JsonBody json) {
        final String place = json.place();
        final List<String> names = json.strings(RULES.size());
        final List<AttributionRule> rules = new ArrayList<>();
        for (final String name : names) {
            rules.add(RULES.stream()
                    .filter(rule -> rule.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> JsonBody.invalid(
                            place + "[" + rules.size() + "]",
                            "must be one of " + String.join(", ", Text.names(RULES)))));
        }
        return rules;
    }

    private void send(
            final Exchange exchange,
            final List<AttributionRule> rules,
            final BindingMode binding,
            final long bindingMs,
            final long touchWindowMs) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final PutAttributionPolicyEncoder encoder = new PutAttributionPolicyEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .binding(binding.code())
                            .bindingMs(bindingMs)
                            .touchWindowMs(touchWindowMs);
                    final PutAttributionPolicyEncoder.RulesEncoder asked = encoder.rulesCount(rules.size());
                    rules.forEach(rule -> asked.next().rule(rule.code()));
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
