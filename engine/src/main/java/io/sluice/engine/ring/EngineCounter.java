package io.sluice.engine.ring;

/** What the engine counts. Each counter has one writing thread. */
public enum EngineCounter {
    /** Commands decided since the start. */
    COMMANDS("commands", "Commands decided"),
    /** Time the core thread was at work. */
    CORE_BUSY_NS("core.busy", "Time the core thread was at work and not waiting for a command", Unit.NS),
    /** Commands among them that were refused. */
    REFUSALS("refusals", "Commands refused by a rule"),
    /** Queries answered since the start. */
    QUERIES("queries", "Queries answered"),
    /** Holds and turns to end and calls to make for which there was no slot or no disk space, by attempt. */
    EXPIRIES_DELAYED(
            "expiries.delayed",
            "Attempts to end a hold or a turn, or to call who waits, that found no slot or no disk space"),
    /** Hold timers that wait for their time; an order that was paid or cancelled keeps its timer until then. */
    HOLDS("holds", "Hold timers whose time is not over"),
    /** Turn timers that wait for their time; a turn that was used or given up keeps its timer until then. */
    TURNS("turns", "Turn timers whose time is not over"),
    /** Longest turn of the core thread on one command. */
    DECIDE_MAX_NS("decide.max", "Longest time the core took for one command, with its append", Unit.NS),
    /** Bytes of records appended since the start. */
    JOURNAL_BYTES("journal.bytes", "Bytes of records appended"),
    /** Batches that the sealer forced. */
    BATCHES("batches", "Batches made durable"),
    /** Largest batch. */
    BATCH_MAX("batch.max", "Most slots in one batch"),
    /** Longest force. */
    FORCE_MAX_NS("force.max", "Longest time to make one batch durable", Unit.NS),
    /** Records whose decision the shadow has derived again. */
    AUDITED("audited", "Records that the shadow has decided again and found equal"),
    /** Record that the shadow is at. */
    REPLAY_SEQUENCE("replay.sequence", "Last record that the shadow has decided again, 0 without a shadow"),
    /** Record of the newest snapshot. */
    SNAPSHOT_SEQUENCE("snapshot.sequence", "Last record that the newest snapshot includes"),
    /** Snapshots that were due and not taken. */
    SNAPSHOTS_MISSED("snapshots.missed", "Snapshots that were due and found no space or failed");

    private final String label;
    private final String sentence;
    private final Unit unit;

    EngineCounter(final String label, final String sentence) {
        this(label, sentence, Unit.NONE);
    }

    EngineCounter(final String label, final String sentence, final Unit unit) {
        this.label = label;
        this.sentence = sentence;
        this.unit = unit;
    }

    /** Short name, words parted by dots. */
    public String label() {
        return label;
    }

    /** What is counted, in words. */
    public String sentence() {
        return sentence;
    }

    /** What one of it is. */
    public Unit unit() {
        return unit;
    }

    /** Units of counters. */
    public enum Unit {
        /** Things; those of the label. */
        NONE,
        /** Nanoseconds. */
        NS
    }
}
