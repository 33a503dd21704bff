package io.sluice.engine.core.naive;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.TouchKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Touches and the operators' lists, and who belongs to whom through them. */
final class NaiveReferrals {
    private static final Pattern CODE = Pattern.compile("[!-~]{0,32}");

    private final Map<Long, NaiveViewer> viewers = new HashMap<>();
    private final NaiveCatalogue catalogue;
    private final NaiveBrand brand;
    private CoreLimits limits = CoreLimits.DEFAULT;
    private long sequence;
    private long nowMs;

    NaiveReferrals(final NaiveCatalogue catalogue, final NaiveBrand brand) {
        this.catalogue = catalogue;
        this.brand = brand;
    }

    void begin(final long newSequence, final long timeMs) {
        sequence = newSequence;
        nowMs = timeMs;
    }

    void limits(final CoreLimits newLimits) {
        limits = newLimits;
    }

    /** What is known of a viewer, to be read. */
    NaiveViewer find(final long viewer) {
        return viewers.getOrDefault(viewer, NaiveViewer.UNKNOWN);
    }

    /** Who invited the viewer, who invited that one, and so on. */
    List<Long> trailOf(final long viewer) {
        return trail(viewer, inviters());
    }

    Verdict.Viewer shown(final long id) {
        if (!viewers.containsKey(id)) {
            return Verdict.Viewer.NONE;
        }
        final NaiveViewer viewer = find(id);
        final NaiveViewer.Binding bound = viewer.binding == null ? new NaiveViewer.Binding(0, 0, 0, 0) : viewer.binding;
        final NaiveViewer.LastTouch touch = viewer.lastTouch;
        final List<Long> trail = trailOf(id);
        return new Verdict.Viewer(
                id,
                viewer.memberSinceMs,
                bound.store(),
                bound.guide(),
                bound.untilMs(),
                bound.sequence(),
                viewer.group,
                viewer.joinedAt,
                viewer.inviter,
                viewer.invitedAt,
                (int) viewers.values().stream()
                        .filter(other -> other.inviter == id)
                        .count(),
                touch == null ? 0 : touch.sequence(),
                touch == null ? 0 : touch.timeMs(),
                touch == null ? 0 : touch.command().kind().code(),
                trail.size() > ProtocolLimits.MAX_TRAIL,
                trail.stream()
                        .limit(ProtocolLimits.MAX_TRAIL)
                        .map(hand -> new Verdict.Hand(hand, find(hand).invitedAt))
                        .toList());
    }

    Verdict.Inviters invitersOf(final List<Long> ids) {
        return new Verdict.Inviters(
                Math.max(0, limits.maxViewers() - viewers.size()),
                ids.stream()
                        .limit(ProtocolLimits.MAX_VIEWERS_A_QUERY)
                        .map(id -> new Verdict.Invited(find(id).inviter, viewers.containsKey(id)))
                        .toList());
    }

    Verdict noteTouch(final Command.NoteTouch command) {
        if (!isGood(command)) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        final Verdict refusal = refusalOf(command);
        return refusal == null ? verdict(Outcome.ACCEPTED).detail(note(command)) : refusal;
    }

    Verdict putViewers(final Command.PutViewers command) {
        final List<Command.Belonging> entries = command.viewers();
        if (entries.isEmpty() || entries.size() > ProtocolLimits.MAX_VIEWERS_A_COMMAND) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        final Map<Long, Long> inviters = inviters();
        final Set<Long> named = new HashSet<>();
        final Set<Long> all = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            final Command.Belonging entry = entries.get(i);
            final Verdict refusal =
                    named.add(entry.viewer()) ? refusalOf(entry, inviters) : verdict(Outcome.COMMAND_INVALID);
            if (refusal != null) {
                return refusal.line(i);
            }
            inviters.put(entry.viewer(), entry.inviter());
            all.addAll(List.of(entry.viewer(), entry.inviter()));
        }
        if (areTooMany(all)) {
            return verdict(Outcome.CAPACITY);
        }
        entries.forEach(this::put);
        return verdict(Outcome.ACCEPTED).detail(entries.size());
    }

    private Verdict refusalOf(final Command.NoteTouch command) {
        final Verdict.Touch touch = command.touch();
        final NaiveBrand.Guide guide = brand.guides.get(touch.guide());
        final NaiveOffer offer = catalogue.offers.get(command.offer());
        final long inviterIfTaken = find(command.viewer()).inviter == 0 ? touch.inviter() : 0;
        if (areTooMany(Set.copyOf(List.of(command.viewer(), inviterIfTaken)))) {
            return verdict(Outcome.CAPACITY);
        }
        if (command.room() != 0 && !catalogue.rooms.containsKey(command.room())) {
            return verdict(Outcome.ROOM_UNKNOWN);
        }
        if (command.offer() != 0 && (offer == null || (command.room() != 0 && offer.room.id != command.room()))) {
            return verdict(Outcome.OFFER_UNKNOWN);
        }
        if (touch.store() != 0 && !brand.stores.containsKey(touch.store())) {
            return verdict(Outcome.STORE_UNKNOWN).detail(touch.store());
        }
        if (touch.guide() != 0 && (guide == null || !guide.active())) {
            return verdict(Outcome.GUIDE_UNKNOWN).detail(touch.guide());
        }
        if (touch.group() != 0 && !brand.groups.containsKey(touch.group())) {
            return verdict(Outcome.GROUP_UNKNOWN).detail(touch.group());
        }
        if (guide != null && touch.store() != 0 && !guide.stores().contains(touch.store())) {
            return verdict(Outcome.GUIDE_ELSEWHERE).detail(guide.home());
        }
        if (guide != null && guide.viewer() == command.viewer()) {
            return verdict(Outcome.SELF_REFERRAL);
        }
        return refusalOf(command.viewer(), touch.inviter(), inviters());
    }

    private Verdict refusalOf(final Command.Belonging entry, final Map<Long, Long> inviters) {
        final NaiveBrand.Guide guide = brand.guides.get(entry.guide());
        if (entry.viewer() == 0
                || entry.memberSinceMs() < 0
                || isBad(entry.viewer())
                || isBad(entry.guide())
                || isBad(entry.group())
                || isBad(entry.inviter())) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        if (entry.guide() != 0 && (guide == null || !guide.active())) {
            return verdict(Outcome.GUIDE_UNKNOWN).detail(entry.guide());
        }
        if (entry.group() != 0 && !brand.groups.containsKey(entry.group())) {
            return verdict(Outcome.GROUP_UNKNOWN).detail(entry.group());
        }
        if (guide != null && guide.viewer() == entry.viewer()) {
            return verdict(Outcome.SELF_REFERRAL);
        }
        return refusalOf(entry.viewer(), entry.inviter(), inviters);
    }

    private Verdict refusalOf(final long viewer, final long inviter, final Map<Long, Long> inviters) {
        if (inviter == viewer) {
            return verdict(Outcome.SELF_REFERRAL);
        }
        final List<Long> trail = trail(inviter, inviters);
        if (trail.contains(viewer)) {
            return verdict(Outcome.CIRCLE_REFERRAL).detail(inviter);
        }
        return trail.size() >= ProtocolLimits.MAX_TRAIL
                ? verdict(Outcome.TRAIL_TOO_LONG).detail(inviter)
                : null;
    }

    /** Takes a touch; answers what followed: 1 for bound, 2 for invited, 4 for joined, added up. */
    private int note(final Command.NoteTouch command) {
        final NaiveViewer viewer = viewers.computeIfAbsent(command.viewer(), id -> new NaiveViewer());
        int followed = 0;
        viewer.lastTouch = new NaiveViewer.LastTouch(command, sequence, nowMs);
        if (viewer.inviter == 0 && command.touch().inviter() != 0) {
            invite(viewer, command.touch().inviter());
            followed += 2;
        }
        if (command.kind() == TouchKind.JOINED) {
            viewer.group = command.touch().group();
            viewer.joinedAt = sequence;
            followed += 4;
        }
        return followed + (bind(viewer, command) ? 1 : 0);
    }

    private boolean bind(final NaiveViewer viewer, final Command.NoteTouch command) {
        final Verdict.Touch touch = command.touch();
        final NaiveBrand.Group group = brand.groups.get(touch.group());
        final NaiveViewer inviter = find(touch.inviter());
        long guide = touch.guide();
        long store = touch.store();
        if (guide == 0 && group != null) {
            guide = group.guide();
        } else if (guide == 0 && store == 0 && inviter.guideAt(nowMs) != 0) {
            guide = inviter.binding.guide();
            store = inviter.binding.store();
        }
        final long present = viewer.guideAt(nowMs);
        final boolean isFree = !brand.mayBring(present, command.viewer()) || present == guide;
        final BindingMode mode = brand.policy.binding();
        final boolean mayBind = mode == BindingMode.LAST_TOUCH || (mode == BindingMode.FIRST_TOUCH && isFree);
        if (!mayBind || !brand.mayBring(guide, command.viewer())) {
            return false;
        }
        bind(viewer, guide, store == 0 && group != null ? group.store() : store);
        return true;
    }

    /** In the store that is wanted if the guide works there, else at home; of the same guide only for longer. */
    private void bind(final NaiveViewer viewer, final long guide, final long wanted) {
        final long bindingMs = brand.policy.bindingMs();
        final long untilMs = bindingMs == 0 ? Long.MAX_VALUE : nowMs + bindingMs;
        final NaiveViewer.Binding before = viewer.binding;
        if (viewer.guideAt(nowMs) == guide) {
            viewer.binding = new NaiveViewer.Binding(
                    guide, before.store(), Math.max(untilMs, before.untilMs()), before.sequence());
        } else {
            final NaiveBrand.Guide binds = brand.guides.get(guide);
            final long store = binds.stores().contains(wanted) ? wanted : binds.home();
            viewer.binding = new NaiveViewer.Binding(guide, store, untilMs, sequence);
        }
    }

    private void put(final Command.Belonging entry) {
        final NaiveViewer viewer = viewers.computeIfAbsent(entry.viewer(), id -> new NaiveViewer());
        viewer.memberSinceMs = entry.memberSinceMs();
        if (viewer.inviter != entry.inviter()) {
            invite(viewer, entry.inviter());
        }
        if (entry.guide() == 0) {
            viewer.binding = null;
        } else {
            bind(viewer, entry.guide(), 0);
        }
        if (viewer.group != entry.group()) {
            viewer.group = entry.group();
            viewer.joinedAt = entry.group() == 0 ? 0 : sequence;
        }
    }

    private void invite(final NaiveViewer viewer, final long inviter) {
        viewer.inviter = inviter;
        viewer.invitedAt = inviter == 0 ? 0 : sequence;
        if (inviter != 0) {
            viewers.putIfAbsent(inviter, new NaiveViewer());
        }
    }

    private boolean areTooMany(final Set<Long> ids) {
        final Set<Long> newcomers = new HashSet<>(ids);
        newcomers.removeAll(viewers.keySet());
        newcomers.remove(0L);
        return !newcomers.isEmpty() && viewers.size() + newcomers.size() > limits.maxViewers();
    }

    private Map<Long, Long> inviters() {
        final Map<Long, Long> inviters = new HashMap<>();
        viewers.forEach((id, viewer) -> inviters.put(id, viewer.inviter));
        return inviters;
    }

    private static List<Long> trail(final long viewer, final Map<Long, Long> inviters) {
        final List<Long> trail = new ArrayList<>();
        for (long hand = inviters.getOrDefault(viewer, 0L); hand != 0; hand = inviters.getOrDefault(hand, 0L)) {
            trail.add(hand);
        }
        return trail;
    }

    private Verdict verdict(final Outcome outcome) {
        return Verdict.of(outcome, sequence);
    }

    private static boolean isGood(final Command.NoteTouch command) {
        final Verdict.Touch touch = command.touch();
        if (command.viewer() < 1
                || isBad(command.viewer())
                || command.kind() == null
                || command.room() < 0
                || command.offer() < 0
                || touch.store() < 0
                || touch.guide() < 0
                || touch.group() < 0
                || isBad(touch.inviter())
                || !CODE.matcher(command.share()).matches()) {
            return false;
        }
        return switch (command.kind()) {
            case SHARE -> touch.guide() != 0 || touch.group() != 0 || touch.inviter() != 0;
            case CHANNEL -> command.channel() != 0;
            case SERVED -> touch.guide() != 0;
            case JOINED -> touch.group() != 0;
        };
    }

    private static boolean isBad(final long id) {
        return id < 0 || id > ProtocolLimits.MAX_ID;
    }
}
