package io.sluice.engine.view;

import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.PutPointRuleDecoder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each reason brings in points, as it was put last. It begins empty or is loaded from the state of a snapshot, and from
 * there on is moved by records only.
 *
 * <p>One thread moves it; any thread reads. Each rule is read whole, as of one record.
 */
public final class PointBoard {
    private final Map<PointReason, PointRuleView> rules = new ConcurrentHashMap<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PutPointRuleDecoder putRule = new PutPointRuleDecoder();

    /** What a reason brings; nothing until somebody said so. */
    public PointRuleView rule(final PointReason reason) {
        return rules.getOrDefault(reason, PointRuleView.NONE);
    }

    /** Overwrites what a reason brings. */
    public void load(final PointReason reason, final PointRuleView rule) {
        rules.put(reason, rule);
    }

    /** Takes a rule from the record of an accepted PutPointRule. */
    void put(final RecordFlyweight record) {
        putRule.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        load(
                PointReason.ofCode(putRule.reason()),
                new PointRuleView(putRule.points(), putRule.dailyCap(), putRule.validMs()));
    }
}
