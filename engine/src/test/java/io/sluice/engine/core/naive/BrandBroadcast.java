package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.TouchKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The brand's part of an evening: so few stores, guides, groups and viewers that they meet, bring themselves and go round in
 * circles. In one evening of five there never is a policy.
 */
final class BrandBroadcast {
    private static final int STORES = 3;
    private static final int GUIDES = 3;
    private static final int GROUPS = 2;
    private static final long[] TIMES_MS = {0, 1, 700, 5_000, 60_000, 86_400_000};

    private final Random random;
    private final NaiveCore naive;
    private final boolean hasPolicies;

    BrandBroadcast(final Random random, final NaiveCore naive) {
        this.random = random;
        this.naive = naive;
        hasPolicies = random.nextInt(5) > 0;
    }

    /** Tells how often each of its commands comes. */
    void takeTurns(final BiConsumer<Integer, Supplier<Command>> wheel) {
        wheel.accept(18, this::noteTouch);
        wheel.accept(6, this::putViewers);
        wheel.accept(4, () -> new Command.FindViewer(random.nextInt(Broadcast.VIEWERS + 2)));
        wheel.accept(1, this::putStore);
        wheel.accept(4, this::putGuide);
        wheel.accept(2, this::putGroup);
        wheel.accept(2, () -> new Command.HostRoom(1 + random.nextInt(3), store(), guide()));
        wheel.accept(hasPolicies ? 3 : 0, this::putPolicy);
    }

    /** What makes a brand; in every other evening a viewer has been passed on by two hands already. */
    List<Command> opening() {
        final List<Command> commands = new ArrayList<>();
        for (long id = 1; id <= STORES; id++) {
            commands.add(new Command.PutStore(id, 0, 0, "s"));
        }
        for (long id = 1; id <= GUIDES; id++) {
            commands.add(new Command.PutGuide(id, id == 1 ? 1 : 0, 1, List.of(id, 1 + id % STORES), "g"));
        }
        for (long id = 1; id <= GROUPS; id++) {
            commands.add(new Command.PutGroup(id, id, id, id, "c"));
        }
        if (hasPolicies) {
            commands.add(putPolicy());
        }
        if (rarely(2)) {
            commands.add(new Command.PutViewers(
                    List.of(new Command.Belonging(2, 0, 0, 0, 1), new Command.Belonging(3, 0, 0, 0, 2))));
        }
        return commands;
    }

    /** When something of a viewer's ends: the binding, or the last touch's window. */
    long aMomentThatMatters() {
        final NaiveViewer viewer = naive.referrals().find(viewer());
        if (viewer.binding != null && random.nextBoolean()) {
            return viewer.binding.untilMs() == Long.MAX_VALUE ? 0 : viewer.binding.untilMs();
        }
        return viewer.lastTouch == null
                ? 0
                : viewer.lastTouch.timeMs() + naive.brand().policy.touchWindowMs();
    }

    /** How a viewer came; names some, all or none, and at times one there is not. */
    Verdict.Touch touch() {
        return new Verdict.Touch(
                rarely(3) ? store() : 0,
                rarely(2) ? guide() : 0,
                rarely(3) ? group() : 0,
                rarely(60) ? oneOf(-1, ProtocolLimits.MAX_ID + 1) : rarely(2) ? viewer() : 0);
    }

    private Command noteTouch() {
        final TouchKind kind = TouchKind.values()[random.nextInt(TouchKind.values().length)];
        final Verdict.Touch touch = touch();
        final boolean isJoin = kind == TouchKind.JOINED && touch.group() == 0;
        return new Command.NoteTouch(
                rarely(60) ? oneOf(0, ProtocolLimits.MAX_ID + 1) : viewer(),
                rarely(60) ? null : kind,
                random.nextInt(3),
                rarely(4) ? 1 + random.nextInt(3) : 0,
                rarely(5) ? 1 + random.nextInt(6) : 0,
                isJoin ? new Verdict.Touch(touch.store(), touch.guide(), group(), touch.inviter()) : touch,
                rarely(50) ? "no code" : "code");
    }

    private Command putViewers() {
        final int entries = rarely(30) ? oneOf(0, ProtocolLimits.MAX_VIEWERS_A_COMMAND + 1) : 1 + random.nextInt(3);
        final List<Command.Belonging> viewers = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            viewers.add(new Command.Belonging(
                    rarely(40) ? oneOf(0, -1) : viewer(),
                    rarely(40) ? -1 : random.nextInt(3),
                    rarely(2) ? guide() : 0,
                    rarely(3) ? group() : 0,
                    rarely(40) ? -1 : rarely(2) ? viewer() : 0));
        }
        return new Command.PutViewers(viewers);
    }

    private Command putStore() {
        final int latitudeE6 =
                rarely(4) ? ProtocolLimits.NO_POSITION : random.nextInt(ProtocolLimits.MAX_LATITUDE_E6 + 9);
        final int longitudeE6 =
                rarely(4) ? ProtocolLimits.NO_POSITION : -random.nextInt(ProtocolLimits.MAX_LONGITUDE_E6 + 9);
        return new Command.PutStore(store(), latitudeE6, longitudeE6, name());
    }

    /** Now and then one leaves, comes back, or goes to another store. */
    private Command putGuide() {
        final List<Long> stores = new ArrayList<>();
        for (int i = rarely(20) ? oneOf(0, 9) : 1 + random.nextInt(2); i > 0; i--) {
            stores.add(rarely(10) ? store() : 1L + (stores.size() + random.nextInt(2)) % STORES);
        }
        return new Command.PutGuide(
                guide(), rarely(2) ? viewer() : 0, rarely(30) ? 2 : rarely(3) ? 0 : 1, List.copyOf(stores), name());
    }

    private Command putGroup() {
        return new Command.PutGroup(group(), store(), guide(), rarely(2) ? viewer() : 0, name());
    }

    private Command putPolicy() {
        final List<AttributionRule> rules = new ArrayList<>(List.of(
                AttributionRule.CARRIED,
                AttributionRule.GUIDE_BINDING,
                AttributionRule.GROUP,
                AttributionRule.LAST_TOUCH,
                AttributionRule.ROOM_HOST));
        Collections.shuffle(rules, random);
        final List<AttributionRule> some = new ArrayList<>(rules.subList(0, 1 + random.nextInt(rules.size())));
        if (rarely(15)) {
            some.add(rarely(2) ? AttributionRule.NOBODY : some.get(0));
        }
        final BindingMode binding = BindingMode.values()[random.nextInt(BindingMode.values().length)];
        return new Command.PutAttributionPolicy(rarely(20) ? null : binding, timeMs(), timeMs(), List.copyOf(some));
    }

    private long timeMs() {
        return rarely(30) ? oneOf(-1, ProtocolLimits.MAX_POLICY_MS + 1) : TIMES_MS[random.nextInt(TIMES_MS.length)];
    }

    private long viewer() {
        return 1L + random.nextInt(Broadcast.VIEWERS);
    }

    private long store() {
        return known(STORES);
    }

    private long guide() {
        return known(GUIDES);
    }

    private long group() {
        return known(GROUPS);
    }

    /** Mostly one there is; at times none, or one there is not. */
    private long known(final int most) {
        return rarely(12) ? oneOf(0, most + 1) : 1L + random.nextInt(most);
    }

    private String name() {
        return rarely(12) ? (rarely(2) ? "" : "n".repeat(ProtocolLimits.MAX_NAME_BYTES + 1)) : "n" + random.nextInt(3);
    }

    private boolean rarely(final int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private long oneOf(final long first, final long second) {
        return random.nextBoolean() ? first : second;
    }

    private int oneOf(final int first, final int second) {
        return random.nextBoolean() ? first : second;
    }
}
