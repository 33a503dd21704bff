package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Stores, guides, groups, hosts and the policy, and the commands on them; no evening has as many as there may be. */
final class NaiveBrand {
    final Map<Long, Command.PutStore> stores = new HashMap<>();
    final Map<Long, Guide> guides = new HashMap<>();
    final Map<Long, Group> groups = new HashMap<>();
    final Map<Long, Host> hosts = new HashMap<>();
    Policy policy = new Policy(0, BindingMode.NEVER, 0, 0, List.of());

    NaiveCatalogue.Answer putStore(final Command.PutStore command) {
        final boolean nowhere = command.latitudeE6() == ProtocolLimits.NO_POSITION
                && command.longitudeE6() == ProtocolLimits.NO_POSITION;
        final boolean somewhere = isWithin(command.latitudeE6(), ProtocolLimits.MAX_LATITUDE_E6)
                && isWithin(command.longitudeE6(), ProtocolLimits.MAX_LONGITUDE_E6);
        if (isBadId(command.store()) || isBadName(command.name()) || !(nowhere || somewhere)) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        stores.put(command.store(), command);
        return NaiveCatalogue.Answer.of(Outcome.ACCEPTED);
    }

    NaiveCatalogue.Answer putGuide(final Command.PutGuide command) {
        final List<Long> worksIn = command.stores();
        final boolean isBad = isBadId(command.guide())
                || (command.viewer() != 0 && isBadId(command.viewer()))
                || isBadName(command.name())
                || (command.active() != 0 && command.active() != 1)
                || worksIn.isEmpty()
                || worksIn.size() > ProtocolLimits.MAX_STORES_OF_GUIDE
                || new HashSet<>(worksIn).size() < worksIn.size();
        if (isBad) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        for (final long store : worksIn) {
            if (!stores.containsKey(store)) {
                return new NaiveCatalogue.Answer(Outcome.STORE_UNKNOWN, store);
            }
        }
        guides.put(command.guide(), new Guide(command.guide(), command.viewer(), command.active() == 1, worksIn));
        return NaiveCatalogue.Answer.of(Outcome.ACCEPTED);
    }

    NaiveCatalogue.Answer putGroup(final Command.PutGroup command) {
        if (isBadId(command.group())
                || (command.owner() != 0 && isBadId(command.owner()))
                || isBadName(command.name())) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        if (!stores.containsKey(command.store())) {
            return new NaiveCatalogue.Answer(Outcome.STORE_UNKNOWN, command.store());
        }
        final Guide guide = guides.get(command.guide());
        if (guide == null) {
            return new NaiveCatalogue.Answer(Outcome.GUIDE_UNKNOWN, command.guide());
        }
        if (!guide.stores().contains(command.store())) {
            return new NaiveCatalogue.Answer(Outcome.GUIDE_ELSEWHERE, guide.home());
        }
        groups.put(command.group(), new Group(command.store(), command.guide(), command.owner()));
        return NaiveCatalogue.Answer.of(Outcome.ACCEPTED);
    }

    NaiveCatalogue.Answer putPolicy(final Command.PutAttributionPolicy command) {
        final List<AttributionRule> rules = command.rules();
        final boolean isBad = command.binding() == null
                || !isWithin(command.bindingMs(), ProtocolLimits.MAX_POLICY_MS)
                || !isWithin(command.touchWindowMs(), ProtocolLimits.MAX_POLICY_MS)
                || command.bindingMs() < 0
                || command.touchWindowMs() < 0
                || rules.isEmpty()
                || new HashSet<>(rules).size() < rules.size()
                || rules.contains(AttributionRule.NONE)
                || rules.contains(AttributionRule.NOBODY);
        if (isBad) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        policy = new Policy(
                policy.version() + 1, command.binding(), command.bindingMs(), command.touchWindowMs(), rules);
        return new NaiveCatalogue.Answer(Outcome.ACCEPTED, policy.version());
    }

    NaiveCatalogue.Answer hostRoom(final Command.HostRoom command, final boolean isRoom, final long sequence) {
        final Guide guide = guides.get(command.guide());
        if ((command.store() != 0 && isBadId(command.store())) || (command.guide() != 0 && isBadId(command.guide()))) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        if (!isRoom) {
            return NaiveCatalogue.Answer.of(Outcome.ROOM_UNKNOWN);
        }
        if (command.store() != 0 && !stores.containsKey(command.store())) {
            return new NaiveCatalogue.Answer(Outcome.STORE_UNKNOWN, command.store());
        }
        if (command.guide() != 0 && (guide == null || !guide.active())) {
            return new NaiveCatalogue.Answer(Outcome.GUIDE_UNKNOWN, command.guide());
        }
        if (guide != null && command.store() != 0 && !guide.stores().contains(command.store())) {
            return new NaiveCatalogue.Answer(Outcome.GUIDE_ELSEWHERE, guide.home());
        }
        final long store = guide != null && command.store() == 0 ? guide.home() : command.store();
        hosts.put(command.room(), new Host(store, command.guide(), sequence));
        return NaiveCatalogue.Answer.of(Outcome.ACCEPTED);
    }

    /** Whether there is such a guide, who works, and is not the buyer. */
    boolean mayBring(final long guide, final long buyer) {
        final Guide known = guides.get(guide);
        return known != null && known.active() && known.viewer() != buyer;
    }

    private static boolean isWithin(final long value, final long most) {
        return value >= -most && value <= most;
    }

    private static boolean isBadId(final long id) {
        return id < 1 || id > ProtocolLimits.MAX_ID;
    }

    private static boolean isBadName(final String name) {
        final int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        return bytes < 1 || bytes > ProtocolLimits.MAX_NAME_BYTES;
    }

    /** A guide as the last command said. */
    record Guide(long id, long viewer, boolean active, List<Long> stores) {
        long home() {
            return stores.get(0);
        }
    }

    /** A group as the last command said. */
    record Group(long store, long guide, long owner) {}

    /** Whose room it is. */
    record Host(long store, long guide, long sequence) {}

    /** How orders are attributed. */
    record Policy(int version, BindingMode binding, long bindingMs, long touchWindowMs, List<AttributionRule> rules) {}
}
