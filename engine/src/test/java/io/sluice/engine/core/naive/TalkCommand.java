package io.sluice.engine.core.naive;

/** A command about comments and likes as a value. */
public interface TalkCommand extends Command {
    /** Has it decided by the part of a decider that knows of talk. */
    Verdict decidedBy(TalkDecider decider);

    @Override
    default Verdict decidedBy(final Decider decider) {
        return decidedBy(decider.talk());
    }

    /** See the talk's method of this name. */
    record PostComment(long viewer, long room, String text) implements TalkCommand {
        @Override
        public Verdict decidedBy(final TalkDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the talk's method of this name. */
    record AddLikes(long room, int count) implements TalkCommand {
        @Override
        public Verdict decidedBy(final TalkDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the mutes' method of this name. */
    record MuteViewer(long viewer, long durationMs) implements TalkCommand {
        @Override
        public Verdict decidedBy(final TalkDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the talk's method of this name. */
    record HideComment(long room, long comment) implements TalkCommand {
        @Override
        public Verdict decidedBy(final TalkDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the words' method of this name. */
    record BlockWord(String word, boolean blocked) implements TalkCommand {
        @Override
        public Verdict decidedBy(final TalkDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the talk's method of this name. */
    record SlowRoom(long room, int seconds) implements TalkCommand {
        @Override
        public Verdict decidedBy(final TalkDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the talk's method of this name. */
    record ReportComment(long viewer, long room, long comment) implements TalkCommand {
        @Override
        public Verdict decidedBy(final TalkDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the mutes' method of this name. */
    record AppealMute(long viewer, int textBytes) implements TalkCommand {
        @Override
        public Verdict decidedBy(final TalkDecider decider) {
            return decider.decide(this);
        }
    }

    /** See the mutes' method of this name. */
    record DecideAppeal(long viewer, long appeal, boolean granted) implements TalkCommand {
        @Override
        public Verdict decidedBy(final TalkDecider decider) {
            return decider.decide(this);
        }
    }
}
