package io.sluice.engine.core.naive;

/** The part of a {@link Decider} that decides what operators may do to a customer's order, too. */
public interface ServiceDecider {
    Verdict decide(ServiceCommand.CancelOrder command);

    Verdict decide(ServiceCommand.RequestRefund command);
}
