package io.sluice.engine.core.naive;

/** Decides commands, at the record number and core time it was told before. The real core and the naive one are two. */
public interface Decider {
    /** The number and time of the next command. */
    void begin(long sequence, long timeMs);

    /** Who decides about allotments and waiting lines. */
    StockDecider stocks();

    /** Who decides what operators may do to orders, too. */
    ServiceDecider service();

    /** Who decides about reviews. */
    ReviewDecider reviews();

    /** Who decides about comments and likes. */
    TalkDecider talk();

    Verdict decide(Command.PlaceOrder command);

    Verdict decide(Command.PayOrder command);

    Verdict decide(Command.ExpireOrder command);

    Verdict decide(Command.RefundOrder command);

    Verdict decide(Command.FindOrder command);

    Verdict decide(Command.PutRoom command);

    Verdict decide(Command.ChangeRoomState command);

    Verdict decide(Command.PutItem command);

    Verdict decide(Command.ChangeStock command);

    Verdict decide(Command.PutOffer command);

    Verdict decide(Command.OpenOffer command);

    Verdict decide(Command.CloseOffer command);

    Verdict decide(Command.PinOffer command);

    Verdict decide(Command.ChangeLimits command);

    Verdict decide(Command.NoteTouch command);

    Verdict decide(Command.PutStore command);

    Verdict decide(Command.PutGuide command);

    Verdict decide(Command.PutGroup command);

    Verdict decide(Command.PutViewers command);

    Verdict decide(Command.PutAttributionPolicy command);

    Verdict decide(Command.HostRoom command);

    Verdict decide(Command.PutCommissionPlan command);

    Verdict decide(Command.ClassifyItem command);

    Verdict decide(Command.OpenPayout command);

    Verdict decide(Command.ChangePayoutState command);

    Verdict decide(Command.PutCampaign command);

    Verdict decide(Command.InviteToCampaign command);

    Verdict decide(Command.StartRain command);

    Verdict decide(Command.NoteWatched command);

    Verdict decide(Command.ClaimCoupon command);

    Verdict decide(Command.FindCoupons command);

    Verdict decide(Command.FindInviters command);

    Verdict decide(Command.PutPack command);

    Verdict decide(Command.PutPointRule command);

    Verdict decide(Command.AwardPoints command);

    Verdict decide(Command.BookShow command);

    Verdict decide(Command.FindViewer command);
}
