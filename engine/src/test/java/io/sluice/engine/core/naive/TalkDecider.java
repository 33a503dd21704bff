package io.sluice.engine.core.naive;

/** The part of a {@link Decider} that decides about comments and likes, at the number and time that it was told. */
public interface TalkDecider {
    Verdict decide(TalkCommand.PostComment command);

    Verdict decide(TalkCommand.AddLikes command);

    Verdict decide(TalkCommand.MuteViewer command);

    Verdict decide(TalkCommand.HideComment command);

    Verdict decide(TalkCommand.BlockWord command);

    Verdict decide(TalkCommand.SlowRoom command);

    Verdict decide(TalkCommand.ReportComment command);

    Verdict decide(TalkCommand.AppealMute command);

    Verdict decide(TalkCommand.DecideAppeal command);
}
