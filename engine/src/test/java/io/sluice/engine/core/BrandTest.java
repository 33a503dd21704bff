package io.sluice.engine.core;

import static io.sluice.engine.core.BrandShop.ELSEWHERE;
import static io.sluice.engine.core.BrandShop.GROUP;
import static io.sluice.engine.core.BrandShop.GUIDE;
import static io.sluice.engine.core.BrandShop.ONLINE;
import static io.sluice.engine.core.BrandShop.OTHER_GUIDE;
import static io.sluice.engine.core.BrandShop.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stores, guides, groups and the hosts of rooms. */
class BrandTest {
    private static final String LONGEST = "n".repeat(ProtocolLimits.MAX_NAME_BYTES);
    private static final long[] NO_IDS = {-1, ProtocolLimits.MAX_ID + 1};

    private final BrandShop brand = BrandShop.open();

    @Test
    void aStoreHasANameAndAPositionOrNone() {
        brand.putStore(STORE, ProtocolLimits.NO_POSITION, ProtocolLimits.NO_POSITION, "静安");

        final Store store = brand.core().brand().store(STORE);
        assertThat(new String(store.name(), StandardCharsets.UTF_8)).isEqualTo("静安");
        assertThat(store.latitudeE6()).isEqualTo(ProtocolLimits.NO_POSITION);
        assertOutcome(brand.putStore(4, 0, ProtocolLimits.NO_POSITION, "s"), Outcome.COMMAND_INVALID);
        assertOutcome(brand.putStore(4, ProtocolLimits.NO_POSITION, 0, "s"), Outcome.COMMAND_INVALID);
    }

    @Test
    void positionsLieOnTheEarth() {
        assertOutcome(brand.putStore(4, 90_000_000, -180_000_000, "s"), Outcome.ACCEPTED);
        assertOutcome(brand.putStore(4, -90_000_001, 0, "s"), Outcome.COMMAND_INVALID);
        assertOutcome(brand.putStore(4, 0, 180_000_001, "s"), Outcome.COMMAND_INVALID);
    }

    @Test
    void namesAndIdsHaveLimits() {
        assertOutcome(brand.putStore(ProtocolLimits.MAX_ID, 0, 0, LONGEST), Outcome.ACCEPTED);
        for (final String name : List.of("", LONGEST + "n")) {
            assertOutcome(brand.putStore(4, 0, 0, name), Outcome.COMMAND_INVALID);
            assertOutcome(brand.putGroup(4, STORE, GUIDE, 0, name), Outcome.COMMAND_INVALID);
            assertOutcome(
                    brand.putGuide(guide(4).addStore(STORE).name(name.getBytes(StandardCharsets.UTF_8))),
                    Outcome.COMMAND_INVALID);
        }
        for (final long id : NO_IDS) {
            assertOutcome(brand.putStore(id), Outcome.COMMAND_INVALID);
            assertOutcome(brand.putGuide(id, 0, STORE), Outcome.COMMAND_INVALID);
            assertOutcome(brand.putGuide(4, id, STORE), Outcome.COMMAND_INVALID);
            assertOutcome(brand.putGroup(id, STORE, GUIDE), Outcome.COMMAND_INVALID);
            assertOutcome(brand.putGroup(4, STORE, GUIDE, id, "g"), Outcome.COMMAND_INVALID);
            assertOutcome(brand.host(Shop.ROOM, id, 0), Outcome.COMMAND_INVALID);
            assertOutcome(brand.host(Shop.ROOM, 0, id), Outcome.COMMAND_INVALID);
        }
        assertOutcome(brand.putStore(0), Outcome.COMMAND_INVALID);
        assertOutcome(brand.putGuide(0, 0, STORE), Outcome.COMMAND_INVALID);
        assertOutcome(brand.putGroup(0, STORE, GUIDE), Outcome.COMMAND_INVALID);
    }

    @Test
    void aGuideWorksInOneToEightStoresEachOnceTheHomeStoreFirst() {
        final GuideRequest most = guide(4);
        for (long store = 50; store < 50 + ProtocolLimits.MAX_STORES_OF_GUIDE; store++) {
            brand.putStore(store);
            most.addStore(store);
        }
        assertOutcome(brand.putGuide(most), Outcome.ACCEPTED);
        assertThat(brand.core().brand().guide(4).store(0).id()).isEqualTo(50);

        assertOutcome(brand.putGuide(most.addStore(STORE)), Outcome.COMMAND_INVALID);
        assertOutcome(brand.putGuide(4, 0), Outcome.COMMAND_INVALID);
        assertOutcome(brand.putGuide(4, 0, STORE, STORE), Outcome.COMMAND_INVALID);
        assertNames(brand.putGuide(4, 0, STORE, 99), Outcome.STORE_UNKNOWN, 99);
    }

    @Test
    void aGuideEitherWorksOrDoesNot() {
        assertOutcome(
                brand.putGuide(
                        new GuideRequest().set(4, 0, 2).addStore(STORE).name("g".getBytes(StandardCharsets.UTF_8))),
                Outcome.COMMAND_INVALID);
        assertThat(brand.core().brand().guide(GUIDE).isActive()).isTrue();
        brand.leaves(GUIDE);
        assertThat(brand.core().brand().guide(GUIDE).isActive()).isFalse();
    }

    @Test
    void aGroupIsAroundAStoreThatItsGuideWorksIn() {
        assertNames(brand.putGroup(4, 99, 99), Outcome.STORE_UNKNOWN, 99);
        assertNames(brand.putGroup(4, ELSEWHERE, 99), Outcome.GUIDE_UNKNOWN, 99);
        assertNames(brand.putGroup(4, ELSEWHERE, GUIDE), Outcome.GUIDE_ELSEWHERE, STORE);
        assertOutcome(brand.putGroup(GROUP, ONLINE, GUIDE, 5, "Other"), Outcome.ACCEPTED);

        final Group group = brand.core().brand().group(GROUP);
        assertThat(group.store().id()).isEqualTo(ONLINE);
        assertThat(group.owner()).isEqualTo(5);
    }

    @Test
    void aGroupMayKeepAGuideWhoHasLeft() {
        brand.leaves(GUIDE);

        assertOutcome(brand.putGroup(GROUP, STORE, GUIDE, 0, "Renamed"), Outcome.ACCEPTED);
    }

    @Test
    void aRoomIsHostedByAStoreAGuideBothOrNobody() {
        brand.host(Shop.ROOM, ONLINE, GUIDE);
        assertThat(brand.shop().room().hostStore().id()).isEqualTo(ONLINE);
        assertThat(brand.shop().room().hostGuide().id()).isEqualTo(GUIDE);
        brand.host(Shop.ROOM, 0, OTHER_GUIDE);
        assertThat(brand.shop().room().hostStore().id()).as("the home store").isEqualTo(ELSEWHERE);
        brand.host(Shop.ROOM, STORE, 0);
        assertThat(brand.shop().room().hostGuide()).isNull();
        brand.host(Shop.ROOM, 0, 0);
        assertThat(brand.shop().room().hostStore()).isNull();
    }

    @Test
    void whoHostsARoomIsKnownAndAtWorkThere() {
        assertOutcome(brand.host(99, 99, 99), Outcome.ROOM_UNKNOWN);
        assertNames(brand.host(Shop.ROOM, 98, 99), Outcome.STORE_UNKNOWN, 98);
        assertNames(brand.host(Shop.ROOM, ELSEWHERE, 99), Outcome.GUIDE_UNKNOWN, 99);
        assertNames(brand.host(Shop.ROOM, ELSEWHERE, GUIDE), Outcome.GUIDE_ELSEWHERE, STORE);
        brand.leaves(GUIDE);
        assertNames(brand.host(Shop.ROOM, STORE, GUIDE), Outcome.GUIDE_UNKNOWN, GUIDE);
    }

    @Test
    void allAreVisitedOldestFirst() {
        final StringBuilder seen = new StringBuilder();
        brand.core().brand().forEachStore(store -> seen.append(store.id()).append(' '));
        brand.core().brand().forEachGuide(guide -> seen.append(guide.id()).append(' '));
        brand.core().brand().forEachGroup(group -> seen.append(group.id()).append(' '));

        assertThat(seen).hasToString("1 2 3 11 12 21 ");
    }

    private static GuideRequest guide(final long id) {
        return new GuideRequest().set(id, 0, 1).name("g".getBytes(StandardCharsets.UTF_8));
    }

    private static void assertNames(final Decision decision, final Outcome outcome, final long detail) {
        assertOutcome(decision, outcome);
        assertThat(decision.detail()).isEqualTo(detail);
    }

    private static void assertOutcome(final Decision decision, final Outcome outcome) {
        assertThat(decision.outcome()).isEqualTo(outcome);
    }
}
