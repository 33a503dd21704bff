package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StockReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Write-offs over the limit of one person. The shop has 100 units. */
class WriteOffTest {
    private static final long LI = 1;
    private static final long WANG = 2;
    private static final long MOST = 10;

    private final Shop shop = Shop.open(LimitsBuilder.limits().writeOff(MOST));

    @Test
    void upToTheLimitOnePersonIsEnough() {
        assertThat(writeOff(LI, MOST).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(writtenOff()).isEqualTo(MOST);
        assertThat(open()).isEmpty();
    }

    @Test
    void overTheLimitNothingIsWrittenOffUntilASecondPersonAgrees() {
        final Decision proposed = writeOff(LI, MOST + 1);

        assertThat(proposed.outcome()).isEqualTo(Outcome.PROPOSED);
        assertThat(proposed.detail()).isEqualTo(proposed.timeMs() + ProtocolLimits.PROPOSAL_MS);
        assertThat(writtenOff()).isZero();
        assertThat(open()).singleElement().satisfies(waiting -> {
            assertThat(waiting.sequence()).isEqualTo(proposed.sequence());
            assertThat(waiting.actor()).isEqualTo(LI);
            assertThat(waiting.units()).isEqualTo(MOST + 1);
        });

        final Decision approved = shop.approve(WANG, proposed.sequence());

        assertThat(approved.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(approved.detail()).isEqualTo(MOST + 1);
        assertThat(approved.stock(0)).isSameAs(shop.item().shared());
        assertThat(writtenOff()).isEqualTo(MOST + 1);
        assertThat(shop.approve(WANG, proposed.sequence()).outcome()).isEqualTo(Outcome.PROPOSAL_UNKNOWN);
    }

    @Test
    void whoProposedItIsNoSecondPersonButMayWithdrawIt() {
        final long proposal = writeOff(LI, 50).sequence();

        assertThat(shop.approve(LI, proposal).outcome()).isEqualTo(Outcome.SECOND_PERSON_NEEDED);
        assertThat(shop.withdraw(proposal).detail()).isEqualTo(50);
        assertThat(shop.approve(WANG, proposal).outcome()).isEqualTo(Outcome.PROPOSAL_UNKNOWN);
        assertThat(shop.withdraw(proposal).outcome()).isEqualTo(Outcome.PROPOSAL_UNKNOWN);
        assertThat(writtenOff()).isZero();
    }

    @Test
    void whatWasSoldMeanwhileCannotBeWrittenOff() {
        final long proposal = writeOff(LI, 50).sequence();
        shop.reserve(OrderBuilder.order("a").of(Shop.OFFER, 51));

        final Decision refused = shop.approve(WANG, proposal);

        assertThat(refused.outcome()).isEqualTo(Outcome.STOCK_TOO_LOW);
        assertThat(refused.detail()).isEqualTo(49);
        shop.restock(Shop.ITEM, 1);
        assertThat(shop.approve(WANG, proposal).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void afterAnHourNobodyCanApproveIt() {
        final long proposal = writeOff(LI, 50).sequence();
        shop.pass(ProtocolLimits.PROPOSAL_MS - 1);
        assertThat(shop.approve(LI, proposal).outcome()).isEqualTo(Outcome.SECOND_PERSON_NEEDED);

        shop.pass(1);

        assertThat(shop.approve(WANG, proposal).outcome()).isEqualTo(Outcome.PROPOSAL_UNKNOWN);
        assertThat(open()).isEmpty();
    }

    @Test
    void noMoreWaitThanThereIsRoomForAndTheOldMakeWay() {
        for (int i = 0; i < ProtocolLimits.MAX_PROPOSALS; i++) {
            assertThat(writeOff(LI, 11).outcome()).isEqualTo(Outcome.PROPOSED);
        }
        assertThat(writeOff(LI, 11).outcome()).isEqualTo(Outcome.CAPACITY);

        shop.pass(ProtocolLimits.PROPOSAL_MS);

        assertThat(writeOff(LI, 11).outcome()).isEqualTo(Outcome.PROPOSED);
        assertThat(open()).hasSize(1);
    }

    @Test
    void unitsThatAreNotThereAreRefusedAtOnce() {
        assertThat(writeOff(LI, 101).outcome()).isEqualTo(Outcome.STOCK_TOO_LOW);
    }

    @Test
    void aReloadedCoreKnowsWhatWaitsAndWhatOnePersonMay() {
        final long proposal = writeOff(LI, 50).sequence();
        final long before = shop.core().stateHash();
        final Shop reloaded = shop.reloaded();

        assertThat(reloaded.core().stateHash()).isEqualTo(before);
        assertThat(reloaded.core().limits().maxWriteOff()).isEqualTo(MOST);
        assertThat(reloaded.approve(LI, proposal).outcome()).isEqualTo(Outcome.SECOND_PERSON_NEEDED);
        assertThat(reloaded.approve(WANG, proposal).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(reloaded.core().stateHash()).isNotEqualTo(before);
    }

    private Decision writeOff(final long actor, final long units) {
        return shop.changeStock(actor, Shop.ITEM, -units, StockReason.WRITE_OFF);
    }

    private long writtenOff() {
        return shop.item().shared().writtenOff();
    }

    private List<Proposal> open() {
        final List<Proposal> open = new ArrayList<>();
        shop.core().stockChanges().forEachOpen(shop.nowMs(), open::add);
        return open;
    }
}
