package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.function.Consumer;

/**
 * The brand's stores, guides and groups, and the operators' commands on them. None is ever removed: orders name them for
 * ever; a guide who leaves is made inactive.
 */
public final class Brand {
    private final Roster<Store> stores = new Roster<>();
    private final Roster<Guide> guides = new Roster<>();
    private final Roster<Group> groups = new Roster<>();

    Brand() {}

    /** The store of an id, null when there is none. */
    public Store store(final long id) {
        return stores.get(id);
    }

    /** The guide of an id, null when there is none. */
    public Guide guide(final long id) {
        return guides.get(id);
    }

    /** The group of an id, null when there is none. */
    public Group group(final long id) {
        return groups.get(id);
    }

    /** Visits all stores, oldest first. */
    public void forEachStore(final Consumer<Store> visitor) {
        stores.forEach(visitor);
    }

    /** Visits all guides, oldest first. */
    public void forEachGuide(final Consumer<Guide> visitor) {
        guides.forEach(visitor);
    }

    /** Visits all groups, oldest first. */
    public void forEachGroup(final Consumer<Group> visitor) {
        groups.forEach(visitor);
    }

    Store storeAt(final int place) {
        return stores.at(place);
    }

    Guide guideAt(final int place) {
        return guides.at(place);
    }

    Group groupAt(final int place) {
        return groups.at(place);
    }

    /** Looks at a guide and a group by place; means nothing. */
    long lookAtPlaces(final int guidePlace, final int groupPlace) {
        return look(guides.at(guidePlace), groups.at(groupPlace));
    }

    /** Looks at a guide and a group by id; means nothing. */
    long lookAtIds(final long guideId, final long groupId) {
        return look(guides.get(guideId), groups.get(groupId));
    }

    private static long look(final Guide guide, final Group group) {
        return (guide == null ? 0 : guide.look())
                + (group == null ? 0 : group.guide().look());
    }

    boolean isEmpty() {
        return stores.size() == 0;
    }

    void putStore(
            final long id, final int latitudeE6, final int longitudeE6, final byte[] name, final Decision decision) {
        final Store known = stores.get(id);
        if (!isId(id) || !isName(name) || !isPosition(latitudeE6, longitudeE6)) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (known == null && stores.size() >= ProtocolLimits.MAX_STORES) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            final Store store = known == null ? stores.add(id, new Store(id, stores.nextPlace())) : known;
            store.describe(name, latitudeE6, longitudeE6);
            decision.accept(Outcome.ACCEPTED);
        }
    }

    void putGuide(final GuideRequest request, final Decision decision) {
        final Guide known = guides.get(request.guide());
        if (!isId(request.guide()) || !isIdOrNone(request.viewer()) || !isName(request.name()) || !request.isValid()) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (known == null && guides.size() >= ProtocolLimits.MAX_GUIDES) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            final Store[] worksIn = storesOf(request, decision);
            if (worksIn != null) {
                final Guide guide = known == null
                        ? guides.add(request.guide(), new Guide(request.guide(), guides.nextPlace()))
                        : known;
                guide.describe(request.name(), request.viewer(), request.isActive(), worksIn);
                decision.accept(Outcome.ACCEPTED);
            }
        }
    }

    void putGroup(
            final long id,
            final long storeId,
            final long guideId,
            final long owner,
            final byte[] name,
            final Decision decision) {
        final Group known = groups.get(id);
        final Store store = stores.get(storeId);
        final Guide guide = guides.get(guideId);
        if (!isId(id) || !isIdOrNone(owner) || !isName(name)) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (known == null && groups.size() >= ProtocolLimits.MAX_GROUPS) {
            decision.refuse(Outcome.CAPACITY);
        } else if (store == null) {
            decision.refuse(Outcome.STORE_UNKNOWN, storeId);
        } else if (guide == null) {
            decision.refuse(Outcome.GUIDE_UNKNOWN, guideId);
        } else if (!guide.worksIn(store)) {
            decision.refuse(Outcome.GUIDE_ELSEWHERE, guide.store(0).id());
        } else {
            (known == null ? groups.add(id, new Group(id, groups.nextPlace())) : known)
                    .describe(name, store, guide, owner);
            decision.accept(Outcome.ACCEPTED);
        }
    }

    /** Whose room it is; with a guide and no store, the guide's home store. */
    void hostRoom(final Room room, final long storeId, final long guideId, final Decision decision) {
        final Store named = stores.get(storeId);
        final Guide guide = guides.get(guideId);
        if (!isIdOrNone(storeId) || !isIdOrNone(guideId)) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (room == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
        } else if (storeId != 0 && named == null) {
            decision.refuse(Outcome.STORE_UNKNOWN, storeId);
        } else if (guideId != 0 && (guide == null || !guide.isActive())) {
            decision.refuse(Outcome.GUIDE_UNKNOWN, guideId);
        } else if (guide != null && named != null && !guide.worksIn(named)) {
            decision.refuse(Outcome.GUIDE_ELSEWHERE, guide.store(0).id());
        } else {
            room.host(named == null && guide != null ? guide.store(0) : named, guide, decision.sequence());
            decision.accept(Outcome.ACCEPTED);
        }
    }

    void save(final StateOutput output) {
        output.putInt(stores.size());
        stores.forEach(store -> store.save(output));
        output.putInt(guides.size());
        guides.forEach(guide -> guide.save(output));
        output.putInt(groups.size());
        groups.forEach(group -> group.save(output));
    }

    void load(final StateInput input) {
        for (int i = count(input, ProtocolLimits.MAX_STORES); i > 0; i--) {
            final Store store = Store.load(input, stores.nextPlace());
            stores.add(store.id(), store);
        }
        for (int i = count(input, ProtocolLimits.MAX_GUIDES); i > 0; i--) {
            final Guide guide = Guide.load(input, guides.nextPlace(), this);
            guides.add(guide.id(), guide);
        }
        for (int i = count(input, ProtocolLimits.MAX_GROUPS); i > 0; i--) {
            final Group group = Group.load(input, groups.nextPlace(), this);
            groups.add(group.id(), group);
        }
    }

    /** A number of things that are saved, before memory is asked for more than there ever are. */
    static int count(final StateInput input, final int most) {
        final int count = input.getInt();
        if (count < 0 || count > most) {
            throw new IllegalStateException("count=" + count + " where there are at most " + most);
        }
        return count;
    }

    static boolean isIdOrNone(final long id) {
        return id >= 0 && id <= ProtocolLimits.MAX_ID;
    }

    /** The stores of a request, or null after the decision was refused because there is none such. */
    private Store[] storesOf(final GuideRequest request, final Decision decision) {
        final Store[] found = new Store[request.stores()];
        for (int i = 0; i < found.length; i++) {
            found[i] = stores.get(request.store(i));
            if (found[i] == null) {
                decision.refuse(Outcome.STORE_UNKNOWN, request.store(i));
                return null;
            }
        }
        return found;
    }

    static boolean isId(final long id) {
        return id != 0 && isIdOrNone(id);
    }

    private static boolean isName(final byte[] name) {
        return name.length > 0 && name.length <= ProtocolLimits.MAX_NAME_BYTES;
    }

    static boolean isPosition(final int latitudeE6, final int longitudeE6) {
        final boolean none = latitudeE6 == ProtocolLimits.NO_POSITION && longitudeE6 == ProtocolLimits.NO_POSITION;
        return none
                || (Math.abs((long) latitudeE6) <= ProtocolLimits.MAX_LATITUDE_E6
                        && Math.abs((long) longitudeE6) <= ProtocolLimits.MAX_LONGITUDE_E6);
    }
}
