package io.sluice.ops.journal;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.view.AttributionSentence;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.Credit;
import io.sluice.engine.view.GroupView;
import io.sluice.engine.view.GuideView;
import io.sluice.engine.view.StoreView;
import io.sluice.gateway.http.Rfc3339;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who an order counts for, why, who earns of it, and where the journal says so.
 *
 * @param order       the order.
 * @param sequence    the record it was read from: the one that placed it, unless that was pruned.
 * @param placedAtMs  when it was placed, epoch ms.
 * @param viewer      its owner.
 * @param room        where it was placed.
 * @param share       the code it carried, empty for none.
 * @param credit      who it counts for.
 * @param brand       what they were called then.
 * @param rules       the policy's, in the order in which they were asked; none before the first.
 * @param deciding    the record that decided, null for the order's own and for one that was pruned.
 * @param earnings    what the records of its payment and refunds moved; null until they were read.
 * @param units       where its units came from; null until all of it was read.
 */
record OrderExplanation(
        long order,
        long sequence,
        long placedAtMs,
        long viewer,
        long room,
        String share,
        Credit credit,
        BrandBoard brand,
        List<AttributionRule> rules,
        DecidingRecord deciding,
        OrderEarnings earnings,
        OrderUnits units) {

    /** The same, with what was earned, and where its units came from. */
    OrderExplanation with(final OrderEarnings found, final OrderUnits taken) {
        return new OrderExplanation(
                order, sequence, placedAtMs, viewer, room, share, credit, brand, rules, deciding, found, taken);
    }

    /** Two sentences, then a line for each thing they say. */
    List<String> lines(final Language language) {
        final List<String> lines = new ArrayList<>();
        lines.add(language.of(AttributionSentence.of(credit, brand)));
        lines.add(language.of(earnings.sentence()));
        lines.add(line(
                language.of("order", "订单"),
                order + "  " + Rfc3339.format(placedAtMs) + "  "
                        + language.of(
                                "viewer " + viewer + "  room " + room + "  record " + sequence,
                                "用户 " + viewer + "  直播间 " + room + "  第 " + sequence + " 条记录")));
        addNamed(lines, language.of("store", "门店"), credit.store(), storeName());
        addNamed(lines, language.of("guide", "导购"), credit.guide(), guideName());
        addNamed(lines, language.of("group", "社群"), credit.group(), groupName());
        addNamed(lines, language.of("inviter", "邀请人"), credit.inviter(), "");
        addNamed(lines, language.of("before that", "再上一级"), credit.secondInviter(), "");
        lines.add(line(language.of("rule", "规则"), credit.rule() + "  " + policy(language)));
        lines.add(line(language.of("decided by", "依据"), decidedBy(language)));
        lines.addAll(units.lines(language));
        earnings.moves().forEach(move -> lines.add(move.line(language)));
        return lines;
    }

    static String line(final String label, final String text) {
        return label + " ".repeat(Math.max(1, 12 - label.length())) + text;
    }

    private static void addNamed(final List<String> lines, final String label, final long id, final String name) {
        if (id != 0) {
            lines.add(line(label, (id + "  " + name).strip()));
        }
    }

    private String policy(final Language language) {
        if (credit.policyVersion() == 0) {
            return language.of("before the first policy", "尚无归因规则");
        }
        final String version = language.of("of policy ", "第 ") + credit.policyVersion() + language.of("", " 版规则");
        final String asked = rules.stream().map(AttributionRule::name).collect(Collectors.joining(", "));
        return asked.isEmpty() ? version : version + language.of(": ", "：") + asked;
    }

    private String decidedBy(final Language language) {
        if (deciding != null) {
            final String code = deciding.code().isEmpty() ? "" : language.of("  code ", "  分享码 ") + deciding.code();
            return language.of("record " + deciding.sequence(), "第 " + deciding.sequence() + " 条记录") + "  "
                    + deciding.time() + "  " + deciding.kind() + code;
        }
        if (credit.touchSequence() != 0) {
            return language.of(
                    "record " + credit.touchSequence() + ", which was pruned",
                    "第 " + credit.touchSequence() + " 条记录，已被清理");
        }
        return share.isEmpty()
                ? language.of("the order itself", "订单本身")
                : language.of("the order's own code ", "订单携带的分享码 ") + share;
    }

    /** The same as one object; what there is not is left out. */
    JsonObject toJson() {
        final AttributionSentence sentence = AttributionSentence.of(credit, brand);
        final JsonObject json = new JsonObject()
                .put("order", Long.toString(order))
                .put("sequence", sequence)
                .put("placedAt", Rfc3339.format(placedAtMs))
                .put("viewer", viewer)
                .put("room", room);
        putNamed(json, "store", credit.store(), storeName());
        putNamed(json, "guide", credit.guide(), guideName());
        putNamed(json, "group", credit.group(), groupName());
        putId(json, "inviter", credit.inviter());
        putId(json, "secondInviter", credit.secondInviter());
        if (!share.isEmpty()) {
            json.put("share", share);
        }
        json.put("rule", credit.rule().name()).put("policyVersion", credit.policyVersion());
        json.put(
                "rules", new JsonArray(rules.stream().map(AttributionRule::name).toList()));
        json.put("touchSequence", credit.touchSequence());
        if (deciding != null) {
            json.put("decidedBy", deciding.toJson());
        }
        units.putInto(json);
        return json.put("sentence", new JsonObject().put("en", sentence.en()).put("zh", sentence.zh()))
                .put("commission", earnings.toJson());
    }

    private static void putNamed(final JsonObject json, final String field, final long id, final String name) {
        if (id != 0) {
            json.put(field, new JsonObject().put("id", id).put("name", name));
        }
    }

    private static void putId(final JsonObject json, final String field, final long id) {
        if (id != 0) {
            json.put(field, id);
        }
    }

    private String storeName() {
        final StoreView store = brand.store(credit.store());
        return store == null ? "" : store.name();
    }

    private String guideName() {
        final GuideView guide = brand.guide(credit.guide());
        return guide == null ? "" : guide.name();
    }

    private String groupName() {
        final GroupView group = brand.group(credit.group());
        return group == null ? "" : group.name();
    }
}
