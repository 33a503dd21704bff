package io.sluice.ops.journal;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.Outcome;
import io.sluice.gateway.http.RecordJson;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that pick records; a record has to satisfy all that are given. */
final class EventFilter {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--room", paramLabel = "ID", description = "Only records that name this room.")
    private Long room;

    @Option(names = "--offer", paramLabel = "ID", description = "Only records that name this offer, a line's included.")
    private Long offer;

    @Option(names = "--viewer", paramLabel = "ID", description = "Only records that name this viewer.")
    private Long viewer;

    @Option(names = "--order", paramLabel = "ID", description = "Only records about this order.")
    private Long order;

    @Option(
            names = "--store",
            paramLabel = "ID",
            description =
                    "Only records that name this store, also as whom an order is put down to, or who earns of it.")
    private Long store;

    @Option(names = "--guide", paramLabel = "ID", description = "Only records that name this guide, in the same way.")
    private Long guide;

    @Option(names = "--group", paramLabel = "ID", description = "Only records that name this group, in the same way.")
    private Long group;

    @Option(
            names = "--inviter",
            paramLabel = "ID",
            description = "Only records that name this viewer as the inviter, or as the inviter's own.")
    private Long inviter;

    private String type;
    private AttributionRule rule;
    private Outcome refusal;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Only records of this type, as in order.place; io.sluice. may stand before it.")
    void type(final String name) {
        final Set<String> types = new TreeSet<>();
        RecordJson.typeNames().forEach(each -> types.add(JournalEvent.shortType(each)));
        type = JournalEvent.shortType(name);
        if (!types.contains(type)) {
            throw unknown("--type", name, types);
        }
    }

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "Only orders that this rule of attribution decided, as in GUIDE_BINDING.")
    void rule(final String name) {
        rule = null;
        final Set<String> names = new TreeSet<>();
        for (final AttributionRule each : AttributionRule.values()) {
            if (each != AttributionRule.NONE) {
                names.add(each.name());
                rule = each.name().equals(name) ? each : rule;
            }
        }
        if (rule == null) {
            throw unknown("--rule", name, names);
        }
    }

    @Option(names = "--refusal", paramLabel = "CODE", description = "Only commands refused with this code.")
    void refusal(final String code) {
        refusal = null;
        final Set<String> codes = new TreeSet<>();
        for (final Outcome each : Outcome.values()) {
            if (each.isRefusal()) {
                codes.add(each.name());
                refusal = each.name().equals(code) ? each : refusal;
            }
        }
        if (refusal == null) {
            throw unknown("--refusal", code, codes);
        }
    }

    private ParameterException unknown(final String option, final String value, final Set<String> known) {
        return new ParameterException(
                spec.commandLine(), option + " " + value + ": unknown; known are " + String.join(", ", known));
    }

    /** Whether any of the options was given. */
    boolean isGiven() {
        return type != null
                || refusal != null
                || rule != null
                || Stream.of(room, offer, viewer, order, store, guide, group, inviter)
                        .anyMatch(Objects::nonNull);
    }

    boolean passes(final JournalEvent event) {
        return (type == null || type.equals(event.type()))
                && (refusal == null || refusal.name().equals(event.field("outcome")))
                && names(event, "room", room)
                && names(event, "offer", offer)
                && names(event, "viewer", viewer)
                && names(event, "order", order)
                && names(event, "store", store)
                && names(event, "guide", guide)
                && names(event, "group", group)
                && (names(event, "inviter", inviter) || names(event, "secondInviter", inviter))
                && (rule == null || rule.name().equals(event.attribution("rule")));
    }

    private static boolean names(final JournalEvent event, final String field, final Long id) {
        return id == null || event.names(field, id);
    }
}
