package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.ProtocolLimits;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The part of talk in an evening: few words in many spellings, and rooms that are slow at times. */
final class TalkBroadcast {
    private static final int ROOMS = 2;
    private static final List<String> SPELLINGS =
            List.of("bad", "B a D", "ｂａｄ", "ＢＡＤ", "坏 话", "坏话", "坏", "ba", "好", "hello", "Ё", "ё");

    private final Random random;
    private final NaiveCore naive;

    TalkBroadcast(final Random random, final NaiveCore naive) {
        this.random = random;
        this.naive = naive;
    }

    /** Tells how often each of its commands comes. */
    void takeTurns(final BiConsumer<Integer, Supplier<Command>> wheel) {
        wheel.accept(4, this::postComment);
        wheel.accept(2, () -> new TalkCommand.AddLikes(room(), random.nextInt(50) - 2));
        wheel.accept(3, this::muteViewer);
        wheel.accept(2, this::hideComment);
        wheel.accept(2, this::blockWord);
        wheel.accept(1, this::slowRoom);
        wheel.accept(2, this::reportComment);
        wheel.accept(2, this::appeal);
        wheel.accept(2, this::decideAppeal);
    }

    /** When somebody may speak again. */
    long aMomentThatMatters() {
        return naive.talk().aMomentThatMatters();
    }

    private Command postComment() {
        final String text = rarely(8) ? "x".repeat(Math.max(0, random.nextInt(210) - 4)) : spelling() + spelling();
        return new TalkCommand.PostComment(rarely(40) ? 0 : viewer(), room(), text);
    }

    private Command muteViewer() {
        final long durationMs =
                switch (random.nextInt(6)) {
                    case 0 -> 0;
                    case 1 -> -1;
                    case 2 -> -2;
                    default -> random.nextInt(4_000);
                };
        return new TalkCommand.MuteViewer(rarely(30) ? 0 : viewer(), durationMs);
    }

    /** Mostly of one there is. */
    private Command hideComment() {
        final NaiveComment comment = aComment();
        return comment == null || rarely(5)
                ? new TalkCommand.HideComment(room(), random.nextInt(100))
                : new TalkCommand.HideComment(rarely(6) ? room() : comment.room, comment.sequence);
    }

    private Command blockWord() {
        final String word = rarely(20) ? " " : rarely(30) ? "x".repeat(ProtocolLimits.MAX_WORD_BYTES + 1) : spelling();
        return new TalkCommand.BlockWord(word, rarely(3));
    }

    private Command slowRoom() {
        final int seconds = rarely(10) ? oneOf(-1, ProtocolLimits.MAX_SLOW_SECONDS + 1) : random.nextInt(4);
        return new TalkCommand.SlowRoom(room(), seconds);
    }

    private Command reportComment() {
        final NaiveComment comment = aComment();
        final long viewer = rarely(40) ? 0 : viewer();
        return comment == null || rarely(5)
                ? new TalkCommand.ReportComment(viewer, room(), random.nextInt(100))
                : new TalkCommand.ReportComment(viewer, comment.room, comment.sequence);
    }

    private Command appeal() {
        final int bytes = rarely(10) ? oneOf(0, ProtocolLimits.MAX_APPEAL_BYTES + 1) : 1 + random.nextInt(20);
        return new TalkCommand.AppealMute(rarely(40) ? 0 : rarely(4) ? whoAppealed() : viewer(), bytes);
    }

    /** Somebody whose appeal waits, or anybody when nobody's does. */
    private long whoAppealed() {
        return naive.talk().openAppeals().keySet().stream().findFirst().orElseGet(this::viewer);
    }

    /** Mostly of one that waits. */
    private Command decideAppeal() {
        final long viewer = viewer();
        final long open = naive.talk().openAppeals().getOrDefault(viewer, 1L);
        return new TalkCommand.DecideAppeal(viewer, rarely(10) ? oneOf(0, -1) * open : open, rarely(2));
    }

    /** One of the newest, null before the first. */
    private NaiveComment aComment() {
        final List<NaiveComment> comments = naive.talk().comments();
        final int last = comments.size() - 1;
        return last < 0 ? null : comments.get(last - random.nextInt(Math.min(6, comments.size())));
    }

    private String spelling() {
        return SPELLINGS.get(random.nextInt(SPELLINGS.size()));
    }

    private long viewer() {
        return 1L + random.nextInt(Broadcast.VIEWERS);
    }

    private long room() {
        return rarely(3) ? 1L + random.nextInt(ROOMS + 1) : 1;
    }

    private boolean rarely(final int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private int oneOf(final int first, final int second) {
        return random.nextBoolean() ? first : second;
    }
}
