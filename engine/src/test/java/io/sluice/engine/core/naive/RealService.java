package io.sluice.engine.core.naive;

import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.RefundRequest;
import java.util.function.Consumer;

/** What operators do to orders, by the core under test. */
final class RealService implements ServiceDecider {
    private final FlashCore core;
    private final Decision decision;
    private final RefundRequest refund = new RefundRequest();

    RealService(final FlashCore core, final Decision decision) {
        this.core = core;
        this.decision = decision;
    }

    @Override
    public Verdict decide(final ServiceCommand.CancelOrder command) {
        return after(decided -> core.cancelOrder(command.viewer(), command.order(), command.actor(), decided));
    }

    @Override
    public Verdict decide(final ServiceCommand.RequestRefund command) {
        refund.set(command.order(), command.returned());
        command.lines().forEach(line -> refund.lines().add(line.offer(), line.quantity()));
        refund.reference().set(command.key());
        return after(decided -> core.pendingRefunds().request(command.actor(), refund, decided));
    }

    @Override
    public Verdict decide(final ServiceCommand.WithdrawRefundRequest command) {
        return after(decided ->
                core.pendingRefunds().withdraw(command.actor(), command.order(), command.request(), decided));
    }

    @Override
    public Verdict decide(final ServiceCommand.DeclineRefund command) {
        return after(decided -> core.pendingRefunds().decline(command.order(), command.request(), decided));
    }

    private Verdict after(final Consumer<Decision> decide) {
        decide.accept(decision);
        return ShownDecision.of(decision);
    }
}
