package io.sluice.engine.core.naive;

/** The part of a {@link Decider} that decides what operators may do to a customer's order, too, and of the refunds they ask for. */
public interface ServiceDecider {
    Verdict decide(ServiceCommand.CancelOrder command);

    Verdict decide(ServiceCommand.RequestRefund command);

    Verdict decide(ServiceCommand.WithdrawRefundRequest command);

    Verdict decide(ServiceCommand.DeclineRefund command);
}
