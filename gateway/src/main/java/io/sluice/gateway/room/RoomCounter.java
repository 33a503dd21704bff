package io.sluice.gateway.room;

/** What is counted about the live rooms. */
public enum RoomCounter {
    /** Live connections opened. */
    CONNECTIONS_OPENED("connections.opened", "Live connections opened"),
    /** Live connections that ended, for whatever reason. */
    CONNECTIONS_CLOSED("connections.closed", "Live connections that ended, for whatever reason"),
    /** Live connections that found the process full. */
    CONNECTIONS_REFUSED("connections.refused", "Live connections refused because the process was full"),
    /** Ticks encoded, one for all viewers of a room. */
    TICKS_ENCODED("ticks.encoded", "Ticks encoded, one for all viewers of a room"),
    /** Ticks offered to viewers: those sent and those slowed. */
    TICKS_OFFERED("ticks.offered", "Ticks offered to viewers, one for each viewer"),
    /** Ticks written to viewers. */
    TICKS_SENT("ticks.sent", "Ticks written to viewers"),
    /** Ticks left out for a viewer that was behind. */
    TICKS_SLOWED("ticks.slowed", "Ticks left out for a viewer that was behind or waited for a picture"),
    /** Those of them for a viewer that was behind. */
    TICKS_BEHIND("ticks.behind", "Ticks among the slowed that were left out for a viewer that was behind"),
    /** Rounds of ticks an event loop was too far behind to take. */
    ROUNDS_MISSED("rounds.missed", "Rounds of ticks that an event loop was too far behind to take"),
    /** Times at which no room ticked, for event loops needed the time. */
    ROUNDS_DEFERRED(
            "rounds.deferred", "Times at which no room ticked because event loops took long over the ticks before"),
    /** Pictures of a room encoded. */
    PICTURES_ENCODED("pictures.encoded", "Pictures of a room encoded, one for all who ask in a tick"),
    /** Pictures of a room written to viewers. */
    PICTURES_SENT("pictures.sent", "Pictures of a room written to viewers"),
    /** Answers and news of own orders and places written to viewers. */
    OWN_FRAMES_SENT("own.sent", "Answers and news of own orders and places written to viewers"),
    /** Answers and news of own orders and places for viewers who had gone. */
    OWN_FRAMES_DROPPED("own.dropped", "Answers and news of own orders and places dropped because the viewer had gone"),
    /** News of own orders that could not be told; the viewer finds them in its orders. */
    NEWS_LOST("own.lost", "News of own orders that could not be told for want of the whole order"),
    /** Comments of the journal shown in a tick. */
    COMMENTS_SHOWN("comments.shown", "Comments shown in a tick"),
    /** Comments of the journal that a tick had no place for. */
    COMMENTS_SHED("comments.shed", "Comments that a tick had no place for"),
    /** Comments in rooms which nobody watched from here. */
    COMMENTS_UNWATCHED("comments.unwatched", "Comments in rooms nobody watched from here"),
    /** Likes viewers sent. */
    LIKES_TAKEN("likes.taken", "Likes taken from viewers"),
    /** Likes shed because orders go first. */
    LIKES_SHED("likes.shed", "Likes shed because orders go first"),
    /** Commands those likes were merged into. */
    LIKES_COMMANDS("likes.commands", "Commands that likes were merged into"),
    /** Watching times the engine was told, a viewer's as often as it was. */
    WATCH_NOTED("watch.noted", "Watching times that the engine was told, one a viewer and command"),
    /** Viewers whose watching time found no room to be summed. */
    WATCH_SHED("watch.shed", "Viewers whose watching time was not summed for want of room"),
    /** Watching times the core refused. */
    WATCH_REFUSED("watch.refused", "Watching times that the core refused"),
    /** Frames of viewers that were refused for their shape. */
    FRAMES_BAD("frames.bad", "Frames of viewers refused for their shape"),
    /** Answers to our pings. */
    PONGS_HEARD("pongs.heard", "Answers of silent viewers to our pings"),
    /** Viewers let go because they did not read. */
    CLOSED_SLOW("closed.slow", "Connections ended because the viewer did not read"),
    /** Viewers let go for their silence. */
    CLOSED_IDLE("closed.idle", "Connections ended for their silence");

    private final String label;
    private final String sentence;

    RoomCounter(final String label, final String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    /** Name in the metrics, in dotted lower case. */
    public String label() {
        return label;
    }

    /** What it counts, for the metrics' help. */
    public String sentence() {
        return sentence;
    }
}
