package io.sluice.engine.ring;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.codec.ChangePayoutStateEncoder;
import io.sluice.engine.protocol.codec.ClassifyItemEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.OpenPayoutEncoder;
import io.sluice.engine.protocol.codec.PutCommissionPlanEncoder;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** As {@link SampleCommands}, of commission. */
final class SampleMoneyCommands {
    /** Of each line, to the guide. */
    static final int GUIDE_BASIS_POINTS = 500;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final long PAYOUT = 6;

    private SampleMoneyCommands() {}

    /** All of them, by their shapes. */
    static Map<CommandShape, CommandWriter> all() {
        final Map<CommandShape, CommandWriter> commands = new EnumMap<>(CommandShape.class);
        commands.put(CommandShape.PUT_COMMISSION_PLAN, putCommissionPlan());
        commands.put(CommandShape.CLASSIFY_ITEM, (buffer, offset) -> {
            final ClassifyItemEncoder encoder = new ClassifyItemEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .item(SampleCommands.ITEM)
                            .category(70)
                            .kind(ItemKind.GOODS.code())
                            .encodedLength();
        });
        commands.put(CommandShape.OPEN_PAYOUT, (buffer, offset) -> {
            final OpenPayoutEncoder encoder = new OpenPayoutEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.actor(1).payout(PAYOUT).untilMs(0).encodedLength();
        });
        commands.put(CommandShape.CHANGE_PAYOUT_STATE, (buffer, offset) -> {
            final ChangePayoutStateEncoder encoder =
                    new ChangePayoutStateEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .payout(PAYOUT)
                            .state(PayoutState.APPROVED.code())
                            .encodedLength();
        });
        return commands;
    }

    /** A plan of the brand's, for the people of {@link SampleBrandCommands}. */
    static CommandWriter putCommissionPlan() {
        return (buffer, offset) -> {
            final PutCommissionPlanEncoder encoder =
                    new PutCommissionPlanEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).scope(PlanScope.BRAND.code()).target(0).returnWindowMs(TimeUnit.DAYS.toMillis(7));
            final PutCommissionPlanEncoder.SharesEncoder shares = encoder.sharesCount(2);
            shares.next()
                    .payee(Payee.GUIDE.code())
                    .basisPoints(GUIDE_BASIS_POINTS)
                    .fixedFen(0)
                    .capFen(0);
            shares.next()
                    .payee(Payee.GROUP_OWNER.code())
                    .basisPoints(0)
                    .fixedFen(100)
                    .capFen(5_000);
            return HEADER + encoder.encodedLength();
        };
    }

    private static MessageHeaderEncoder header() {
        return new MessageHeaderEncoder();
    }
}
