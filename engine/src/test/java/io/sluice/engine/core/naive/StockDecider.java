package io.sluice.engine.core.naive;

/** The part of a {@link Decider} that decides about allotments, waiting lines and proposals, at the number and time that it was told. */
public interface StockDecider {
    Verdict decide(StockCommand.MoveStock command);

    Verdict decide(StockCommand.CloseAllotment command);

    Verdict decide(StockCommand.JoinLine command);

    Verdict decide(StockCommand.LeaveLine command);

    Verdict decide(StockCommand.CallNext command);

    Verdict decide(StockCommand.EndTurn command);

    Verdict decide(StockCommand.Approve command);

    Verdict decide(StockCommand.Withdraw command);

    Verdict decide(StockCommand.FindPlaces command);
}
