package io.sluice.engine.core.naive;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Comments, likes and what keeps them in bounds; every comment of the evening is kept. */
final class NaiveTalk implements TalkDecider {
    private final NaiveCatalogue catalogue;
    private final NaivePoints points;
    private final List<NaiveComment> comments = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final Map<Long, Long> mutedUntilMs = new HashMap<>();
    /** Appeals of those who are muted, by viewer; below 0 once denied. */
    private final Map<Long, Long> appeals = new HashMap<>();

    private final Map<Long, Integer> slowSeconds = new HashMap<>();
    private CoreLimits limits = CoreLimits.DEFAULT;
    private long sequence;
    private long nowMs;

    NaiveTalk(final NaiveCatalogue catalogue, final NaivePoints points) {
        this.catalogue = catalogue;
        this.points = points;
    }

    void begin(final long newSequence, final long timeMs) {
        sequence = newSequence;
        nowMs = timeMs;
        mutedUntilMs.values().removeIf(until -> until <= nowMs);
        appeals.keySet().retainAll(mutedUntilMs.keySet());
    }

    void limits(final CoreLimits newLimits) {
        limits = newLimits;
    }

    /** The comments so far, oldest first. */
    List<NaiveComment> comments() {
        return comments;
    }

    /** When somebody may speak again in a slow room; the time now when nobody waits. */
    long aMomentThatMatters() {
        return comments.isEmpty() ? nowMs : maySpeakMs(comments.get(comments.size() - 1));
    }

    @Override
    public Verdict decide(final TalkCommand.PostComment command) {
        final Verdict verdict = comment(command);
        if (verdict.outcome() == Outcome.ACCEPTED) {
            comments.add(new NaiveComment(sequence, command.viewer(), command.room(), nowMs));
            points.onComment(command.viewer());
        }
        return points.told(verdict);
    }

    private Verdict comment(final TalkCommand.PostComment command) {
        final int bytes = command.text().getBytes(StandardCharsets.UTF_8).length;
        if (command.viewer() <= 0 || bytes == 0 || bytes > ProtocolLimits.MAX_COMMENT_BYTES) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        final Verdict room = talkIn(command.room());
        if (room.outcome() != Outcome.ACCEPTED) {
            return room;
        }
        if (mutedUntilMs.containsKey(command.viewer())) {
            return verdict(Outcome.VIEWER_MUTED).detail(mutedUntilMs.get(command.viewer()));
        }
        final long maySpeakMs = comments.stream()
                .filter(comment -> comment.viewer == command.viewer() && comment.room == command.room())
                .mapToLong(this::maySpeakMs)
                .max()
                .orElse(nowMs);
        if (maySpeakMs > nowMs) {
            return verdict(Outcome.TALK_SLOWED).detail(maySpeakMs);
        }
        final String folded = fold(command.text());
        return verdict(words.stream().anyMatch(folded::contains) ? Outcome.COMMENT_BLOCKED : Outcome.ACCEPTED);
    }

    private long maySpeakMs(final NaiveComment comment) {
        return comment.timeMs + 1_000L * slowSeconds.getOrDefault(comment.room, 0);
    }

    @Override
    public Verdict decide(final TalkCommand.AddLikes command) {
        if (command.count() <= 0 || command.count() > ProtocolLimits.MAX_LIKES) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        final Verdict talk = talkIn(command.room());
        if (talk.outcome() == Outcome.ACCEPTED) {
            catalogue.rooms.get(command.room()).likes += command.count();
        }
        return talk;
    }

    /** Mutes that have ended take no room. */
    @Override
    public Verdict decide(final TalkCommand.MuteViewer command) {
        if (command.viewer() <= 0 || command.durationMs() < -1) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        if (command.durationMs() == 0) {
            mutedUntilMs.remove(command.viewer());
            appeals.remove(command.viewer());
            return verdict(Outcome.ACCEPTED);
        }
        if (!mutedUntilMs.containsKey(command.viewer()) && mutedUntilMs.size() >= limits.maxMutes()) {
            return verdict(Outcome.CAPACITY);
        }
        final long until = command.durationMs() == -1 ? Long.MAX_VALUE : nowMs + command.durationMs();
        mutedUntilMs.put(command.viewer(), until);
        appeals.remove(command.viewer());
        return verdict(Outcome.ACCEPTED).detail(until);
    }

    @Override
    public Verdict decide(final TalkCommand.AppealMute command) {
        if (command.viewer() <= 0
                || command.textBytes() <= 0
                || command.textBytes() > ProtocolLimits.MAX_APPEAL_BYTES) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        if (!mutedUntilMs.containsKey(command.viewer())) {
            return verdict(Outcome.NOT_MUTED);
        }
        return verdict(
                appeals.putIfAbsent(command.viewer(), sequence) == null ? Outcome.ACCEPTED : Outcome.APPEAL_MADE);
    }

    @Override
    public Verdict decide(final TalkCommand.DecideAppeal command) {
        if (command.appeal() <= 0 || appeals.getOrDefault(command.viewer(), 0L) != command.appeal()) {
            return verdict(Outcome.APPEAL_UNKNOWN);
        }
        if (!command.granted()) {
            appeals.put(command.viewer(), -command.appeal());
            return verdict(Outcome.ACCEPTED).detail(mutedUntilMs.get(command.viewer()));
        }
        appeals.remove(command.viewer());
        mutedUntilMs.remove(command.viewer());
        return verdict(Outcome.ACCEPTED);
    }

    /** Appeals that wait, by viewer. */
    Map<Long, Long> openAppeals() {
        final Map<Long, Long> open = new HashMap<>(appeals);
        open.values().removeIf(appeal -> appeal < 0);
        return open;
    }

    @Override
    public Verdict decide(final TalkCommand.ReportComment command) {
        final NaiveComment comment = find(command.room(), command.comment());
        if (command.viewer() <= 0) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        if (comment == null) {
            return verdict(Outcome.COMMENT_UNKNOWN);
        }
        final boolean isNew = comment.reporters.add(command.viewer());
        return verdict(isNew ? Outcome.ACCEPTED : Outcome.REPEATED).detail(comment.reporters.size());
    }

    @Override
    public Verdict decide(final TalkCommand.HideComment command) {
        final NaiveComment comment = find(command.room(), command.comment());
        if (comment == null) {
            return verdict(Outcome.COMMENT_UNKNOWN);
        }
        final Outcome outcome = comment.hidden ? Outcome.REPEATED : Outcome.ACCEPTED;
        comment.hidden = true;
        return verdict(outcome).detail(comment.viewer);
    }

    private NaiveComment find(final long room, final long comment) {
        return comments.stream()
                .filter(each -> each.room == room && each.sequence == comment)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Verdict decide(final TalkCommand.BlockWord command) {
        final String folded = fold(command.word());
        final int bytes = command.word().getBytes(StandardCharsets.UTF_8).length;
        if (folded.isEmpty() || bytes > ProtocolLimits.MAX_WORD_BYTES) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        if (!command.blocked()) {
            return verdict(words.remove(folded) ? Outcome.ACCEPTED : Outcome.WORD_UNKNOWN);
        }
        if (words.contains(folded)) {
            return verdict(Outcome.REPEATED);
        }
        words.add(folded);
        return verdict(Outcome.ACCEPTED);
    }

    @Override
    public Verdict decide(final TalkCommand.SlowRoom command) {
        if (command.seconds() < 0 || command.seconds() > ProtocolLimits.MAX_SLOW_SECONDS) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        if (!catalogue.rooms.containsKey(command.room())) {
            return verdict(Outcome.ROOM_UNKNOWN);
        }
        slowSeconds.put(command.room(), command.seconds());
        return verdict(Outcome.ACCEPTED);
    }

    /** As Unicode has it, which for the letters of an evening is what the core has. */
    private static String fold(final String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
    }

    private Verdict talkIn(final long id) {
        final NaiveRoom room = catalogue.rooms.get(id);
        if (room == null) {
            return verdict(Outcome.ROOM_UNKNOWN);
        }
        return verdict(room.state == RoomState.ENDED ? Outcome.ROOM_ENDED : Outcome.ACCEPTED);
    }

    private Verdict verdict(final Outcome outcome) {
        return Verdict.of(outcome, sequence);
    }
}
