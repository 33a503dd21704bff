package io.sluice.engine;

import io.sluice.engine.journal.Durability;
import io.sluice.engine.ring.WaitMode;
import java.util.function.BiConsumer;

/**
 * The engine's properties as a configuration file names them: name, default, unit and meaning. Each may be another at the
 * next start. What the core may keep is then told to it as a command: lowered below what is in use, a limit forgets
 * nothing, and nothing more is taken until less is in use.
 */
public enum EngineProperty {
    /** Slots of the ring. */
    RING_SIZE(
            "ringSize",
            "8192",
            "slots",
            "Slots of the ring, a power of two from 64; with slotBytes at most 1 GiB in all",
            (context, value) -> context.ringSize(Integer.parseInt(value))),
    /** Bytes of a slot. */
    SLOT_BYTES(
            "slotBytes",
            "4096",
            "bytes",
            "Bytes of a slot: command, decision and header; from 3072 to 32768",
            (context, value) -> context.slotBytes(Integer.parseInt(value))),
    /** How core and sealer wait. */
    WAIT_MODE(
            "waitMode",
            "BLOCKING",
            "",
            "How core and sealer wait for work: BLOCKING, BACKOFF or SPIN",
            (context, value) -> context.waitMode(WaitMode.valueOf(value))),
    /** What an acknowledged record survives. */
    DURABILITY(
            "durability",
            "DISK",
            "",
            "What an answer promises: DISK survives the loss of power, PROCESS the death of the process",
            (context, value) -> context.durability(Durability.valueOf(value))),
    /** Growth of a journal file. */
    BLOCK_BYTES(
            "blockBytes",
            "67108864",
            "bytes",
            "Bytes by which a journal file grows; from 131072 to 1073741824",
            (context, value) -> context.blockBytes(Integer.parseInt(value))),
    /** Free space below which nothing is accepted. */
    LOW_SPACE_BYTES(
            "lowSpaceBytes",
            "536870912",
            "bytes",
            "Free space of the data directory's disk below which nothing is accepted; at least blockBytes",
            (context, value) -> context.lowSpaceBytes(Long.parseLong(value))),
    /** Records between snapshots. */
    SNAPSHOT_EVERY(
            "snapshotEvery",
            "1000000",
            "records",
            "Records between two snapshots at least, taken by the shadow while running; 0 for no shadow",
            (context, value) -> context.snapshotEvery(Long.parseLong(value))),
    /** How often an idle core looks at its holds. */
    PULSE_MS(
            "pulseMs",
            "50",
            "ms",
            "How often an idle core looks for holds to end; from 1 to 1000",
            (context, value) -> context.pulseMs(Integer.parseInt(value))),
    /** How long a stop may take. */
    DRAIN_MS(
            "drainMs",
            "30000",
            "ms",
            "How long a stop waits for what is in the ring; at least 1",
            (context, value) -> context.drainMs(Integer.parseInt(value))),
    /** Orders the core keeps. */
    MAX_ORDERS(
            "maxOrders",
            "10000000",
            "orders",
            "Orders ever placed, about 220 bytes each, 40 for a share code, and 140 for each line that earned somebody a commission; and as many"
                    + " coupons, about 170 bytes each",
            (context, value) -> context.orders(context.reservedOrders(), Long.parseLong(value))),
    /** Orders planned for. */
    RESERVED_ORDERS(
            "reservedOrders",
            "16384",
            "orders",
            "Orders for which memory is set aside at the start; at most maxOrders",
            (context, value) -> context.orders(Long.parseLong(value), context.maxOrders())),
    /** Idempotency keys kept. */
    MAX_KEYS(
            "maxKeys",
            "8000000",
            "keys",
            "Keys of reserved orders kept, about 80 bytes each; as many payment references, about 40, and 160 where money has to go"
                    + " back; as many refund references, about 140; and as many moves of points ever, about 150",
            (context, value) ->
                    context.keys(context.reservedKeys(), Integer.parseInt(value), context.keyRetentionHours())),
    /** Keys planned for. */
    RESERVED_KEYS(
            "reservedKeys",
            "16384",
            "keys",
            "Keys for which memory is set aside at the start; at most maxKeys",
            (context, value) -> context.keys(Integer.parseInt(value), context.maxKeys(), context.keyRetentionHours())),
    /** How long a key is kept. */
    KEY_RETENTION_HOURS(
            "keyRetentionHours",
            "24",
            "hours",
            "How long a key of a reserved order or a reference is kept at least, core time; at least 24",
            (context, value) -> context.keys(context.reservedKeys(), context.maxKeys(), Integer.parseInt(value))),
    /** Keys of refused orders kept. */
    MAX_REFUSED_KEYS(
            "maxRefusedKeys",
            "1000000",
            "keys",
            "Keys of refused orders kept, one more overwrites the oldest; about 140 bytes each",
            (context, value) -> context.refusedKeys(Integer.parseInt(value))),
    /** Limits kept. */
    MAX_VIEWER_OFFERS(
            "maxViewerOffers",
            "8000000",
            "pairs",
            "Pairs of viewer and offer with units bought; about 70 bytes each",
            (context, value) -> context.viewerOffers(context.reservedViewerOffers(), Integer.parseInt(value))),
    /** Limits planned for. */
    RESERVED_VIEWER_OFFERS(
            "reservedViewerOffers",
            "16384",
            "pairs",
            "Pairs of viewer and offer, and viewers, for which memory is set aside; at most maxViewerOffers",
            (context, value) -> context.viewerOffers(Integer.parseInt(value), context.maxViewerOffers())),
    /** Limits kept. */
    MAX_VIEWERS(
            "maxViewers",
            "8000000",
            "viewers",
            "Viewers known by a touch or by the operators' lists, about 160 bytes each; and as many pairs of a viewer and a"
                    + " watched room, and of a viewer and a campaign's list, about 100 bytes each",
            (context, value) -> context.viewers(Integer.parseInt(value))),
    /** What one person may do alone. */
    MAX_WRITE_OFF(
            "maxWriteOff",
            "100",
            "units",
            "Units that one person may write off by one command; more wait for a second person's approval. 0 for no limit",
            (context, value) -> context.writeOff(Long.parseLong(value)));

    /** What every name begins with. */
    public static final String PREFIX = "sluice.engine.";

    private final String shortName;
    private final String defaultValue;
    private final String unit;
    private final String sentence;
    private final BiConsumer<EngineContext, String> setter;

    EngineProperty(
            final String shortName,
            final String defaultValue,
            final String unit,
            final String sentence,
            final BiConsumer<EngineContext, String> setter) {
        this.shortName = shortName;
        this.defaultValue = defaultValue;
        this.unit = unit;
        this.sentence = sentence;
        this.setter = setter;
    }

    /** The name in a configuration file. */
    public String propertyName() {
        return PREFIX + shortName;
    }

    /** The value when nothing is said. */
    public String defaultValue() {
        return defaultValue;
    }

    /** What a number counts, empty for none. */
    public String unit() {
        return unit;
    }

    /** Meaning and range. */
    public String sentence() {
        return sentence;
    }

    /** The property of a name; IllegalArgumentException naming it when there is none. */
    static EngineProperty named(final String name) {
        for (final EngineProperty property : values()) {
            if (property.propertyName().equals(name)) {
                return property;
            }
        }
        throw new IllegalArgumentException(name + ": there is no such property");
    }

    void apply(final EngineContext context, final String value) {
        try {
            setter.accept(context, value);
        } catch (final IllegalArgumentException notOne) {
            throw new IllegalArgumentException(propertyName() + "=" + value + ": " + sentence, notOne);
        }
    }
}
