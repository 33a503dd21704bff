package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The part of packs and points in an evening: packs of a few units, and points of small caps that end soon. */
final class PointBroadcast {
    private static final int KEYS = 12;
    /** The last of the evening's campaigns. */
    private static final long VOUCHERS = 3;

    private final Random random;
    private final NaiveCore naive;

    PointBroadcast(final Random random, final NaiveCore naive) {
        this.random = random;
        this.naive = naive;
    }

    /** Tells how often each of its commands comes. */
    void takeTurns(final BiConsumer<Integer, Supplier<Command>> wheel) {
        wheel.accept(3, this::putPack);
        wheel.accept(4, this::putRule);
        wheel.accept(6, this::award);
    }

    /** Mostly everything brings something when the doors open, and at times an offer is a pack. */
    List<Command> opening() {
        final List<Command> commands = new ArrayList<>();
        for (final PointReason reason : PointReason.values()) {
            if (reason.hasRule() && !rarely(4)) {
                commands.add(new Command.PutPointRule(reason, 1 + random.nextInt(9), 0, 0));
            }
        }
        if (rarely(3)) {
            commands.add(vouchers());
            commands.add(new Command.PutPack(2, VOUCHERS, 1 + random.nextInt(2)));
        }
        return commands;
    }

    private Command vouchers() {
        return new Command.PutCampaign(
                VOUCHERS,
                new Command.Off(1 + random.nextInt(300), 0, 0, FlashRule.ON_TOP, rarely(2)),
                new Command.Supply(1, 1, 1, 0, 1, 1 + random.nextInt(100_000), false, 0),
                new Command.Crowd(Audience.BUYERS, 0, 0, 0, 0, 0),
                List.of(),
                "v");
    }

    /** When some points end; 0 when there are none that do. */
    long aMomentThatMatters() {
        final List<Long> ends = naive.points().ends();
        return ends.isEmpty() ? 0 : ends.get(random.nextInt(ends.size()));
    }

    /** Of vouchers of any campaign, which at times are for buyers. */
    private Command putPack() {
        return new Command.PutPack(
                rarely(20) ? 99 : 1 + random.nextInt(4),
                rarely(20) ? 9 : CouponBroadcast.campaign(random),
                rarely(20) ? oneOf(0, ProtocolLimits.MAX_VOUCHERS + 1) : 1 + random.nextInt(2));
    }

    private Command putRule() {
        final PointReason[] reasons = PointReason.values();
        return new Command.PutPointRule(
                rarely(30) ? null : reasons[random.nextInt(reasons.length)],
                rarely(30) ? oneOf(-1, ProtocolLimits.MAX_POINTS + 1) : random.nextInt(10),
                rarely(30) ? oneOf(-1, ProtocolLimits.MAX_POINTS + 1) : rarely(2) ? random.nextInt(15) : 0,
                rarely(30) ? -1 : rarely(4) ? 0 : 1 + random.nextInt(20_000));
    }

    private Command award() {
        final PointReason reason = rarely(2) ? PointReason.QUIZ : PointReason.GIFT;
        return new Command.AwardPoints(
                rarely(40) ? 0 : 1L + random.nextInt(Broadcast.VIEWERS),
                rarely(30) ? oneOf(null, PointReason.COMMENT) : reason,
                rarely(40) ? "a b" : "k" + random.nextInt(KEYS));
    }

    private boolean rarely(final int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T oneOf(final T first, final T second) {
        return random.nextBoolean() ? first : second;
    }
}
