package io.sluice.engine.core.naive;

import io.sluice.engine.core.CommentMemory;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.Talk;
import io.sluice.engine.protocol.FoldedText;
import io.sluice.engine.protocol.ProtocolLimits;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/** The talk of the core under test. */
final class RealTalk implements TalkDecider {
    private final Talk talk;
    private final Decision decision;
    private final FoldedText text = new FoldedText(ProtocolLimits.MAX_COMMENT_BYTES);

    RealTalk(final Talk talk, final Decision decision) {
        this.talk = talk;
        this.decision = decision;
    }

    @Override
    public Verdict decide(final TalkCommand.PostComment command) {
        final byte[] utf8 = command.text().getBytes(StandardCharsets.UTF_8);
        text.set(new UnsafeBuffer(utf8), 0, utf8.length);
        return after(decided -> talk.comment(command.viewer(), command.room(), text, CommentMemory.OF_ROOM, decided));
    }

    @Override
    public Verdict decide(final TalkCommand.AddLikes command) {
        return after(decided -> talk.like(command.room(), command.count(), decided));
    }

    @Override
    public Verdict decide(final TalkCommand.MuteViewer command) {
        return after(decided -> talk.mutes().mute(command.viewer(), command.durationMs(), decided));
    }

    @Override
    public Verdict decide(final TalkCommand.HideComment command) {
        return after(decided -> talk.hide(command.room(), command.comment(), decided));
    }

    @Override
    public Verdict decide(final TalkCommand.BlockWord command) {
        final byte[] utf8 = command.word().getBytes(StandardCharsets.UTF_8);
        return after(decided -> talk.words().put(utf8, command.blocked(), decided));
    }

    @Override
    public Verdict decide(final TalkCommand.SlowRoom command) {
        return after(decided -> talk.slow(command.room(), command.seconds(), decided));
    }

    @Override
    public Verdict decide(final TalkCommand.ReportComment command) {
        return after(decided -> talk.report(command.viewer(), command.room(), command.comment(), decided));
    }

    @Override
    public Verdict decide(final TalkCommand.AppealMute command) {
        return after(decided -> talk.mutes().appeal(command.viewer(), command.textBytes(), decided));
    }

    @Override
    public Verdict decide(final TalkCommand.DecideAppeal command) {
        return after(decided -> talk.mutes().decide(command.viewer(), command.appeal(), command.granted(), decided));
    }

    private Verdict after(final Consumer<Decision> command) {
        command.accept(decision);
        return ShownDecision.of(decision);
    }
}
