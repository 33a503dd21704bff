package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrandBoardTest {
    private static final StoreView STORE = new StoreView(1, "南京东路店", 31_235_929, 121_480_539);
    private static final GuideView GUIDE = new GuideView(3, "李", 43, true, List.of(1L, 2L));
    private static final GroupView GROUP = new GroupView(5, "福利群", 1, 3, 45);

    private final RecordBuilder records = new RecordBuilder();
    private final BrandBoard board = new BrandBoard();

    @Test
    void theBrandIsWhatItsRecordsSay() {
        board.apply(records.putStore(STORE).accepted());
        board.apply(records.putGuide(GUIDE).accepted());
        board.apply(records.putGroup(GROUP).accepted());

        assertThat(board.store(1)).isEqualTo(STORE);
        assertThat(board.guide(3)).isEqualTo(GUIDE);
        assertThat(board.group(5)).isEqualTo(GROUP);
    }

    @Test
    void whatIsPutAgainReplacesWhatWasThere() {
        final StoreView renamed = new StoreView(1, "外滩店", ProtocolLimits.NO_POSITION, ProtocolLimits.NO_POSITION);
        board.apply(records.putStore(STORE).accepted());
        board.apply(records.putStore(renamed).accepted());

        assertThat(board.store(1)).isEqualTo(renamed);
        assertThat(board.store(1).hasPosition()).isFalse();
    }

    @Test
    void aRefusedCommandChangesNothing() {
        board.apply(records.putStore(STORE).decided(Outcome.CAPACITY, 0, 0));

        assertThat(board.store(1)).isNull();
    }

    @Test
    void recordsOfAnythingElseArePassedOver() {
        board.apply(records.putStore(STORE).accepted());
        board.apply(records.changeLimits().accepted());

        assertThat(board.store(1)).isEqualTo(STORE);
    }

    @Test
    void theNewestPolicyHolds() {
        final List<AttributionRule> rules = List.of(AttributionRule.GROUP, AttributionRule.CARRIED);
        final PolicyView second = new PolicyView(2, rules, BindingMode.LAST_TOUCH, 86_400_000, 3_600_000);
        assertThat(board.policy()).isEqualTo(PolicyView.NONE);

        board.apply(records.putPolicy(PolicyView.NONE).accepted(1));
        board.apply(records.putPolicy(second).accepted(2));
        board.apply(records.putPolicy(PolicyView.NONE).decided(Outcome.COMMAND_INVALID, 0, 0));

        assertThat(board.policy()).isEqualTo(second);
    }

    @Test
    void aRoomIsHostedByWhoeverWasNamedLast() {
        board.load(GUIDE);
        assertThat(board.host(7)).isNull();

        board.apply(records.hostRoom(7, new HostView(2, 3)).accepted());
        assertThat(board.host(7)).isEqualTo(new HostView(2, 3));

        board.apply(records.hostRoom(7, new HostView(0, 0)).accepted());
        assertThat(board.host(7)).isEqualTo(new HostView(0, 0));
    }

    @Test
    void aGuideWhoHostsWithoutAStoreDoesSoForTheHomeStoreOfThatTime() {
        board.load(GUIDE);
        board.apply(records.hostRoom(7, new HostView(0, 3)).accepted());
        board.load(new GuideView(3, "李", 43, true, List.of(2L, 1L)));

        assertThat(board.host(7)).isEqualTo(new HostView(1, 3));
    }

    @Test
    void aGuideIsFoundByWhoSheIsAsAViewer() {
        board.load(GUIDE);

        assertThat(board.guideOfViewer(43)).isEqualTo(GUIDE);
        assertThat(board.guideOfViewer(44)).isNull();
        assertThat(board.guideOfViewer(0)).isNull();
    }

    @Test
    void aGuideWhoLeftOrIsAnotherViewerNowIsNotFoundByTheOld() {
        board.load(GUIDE);
        board.load(new GuideView(3, "李", 44, true, List.of(1L)));
        assertThat(board.guideOfViewer(43)).isNull();
        assertThat(board.guideOfViewer(44).id()).isEqualTo(3);

        board.load(new GuideView(3, "李", 44, false, List.of(1L)));
        assertThat(board.guideOfViewer(44)).isNull();
    }

    @Test
    void ofGuidesWhoAreOneViewerTheLeastIdCountsInWhateverOrderTheyCame() {
        board.load(new GuideView(9, "九", 43, true, List.of(1L)));
        board.load(GUIDE);
        board.load(new GuideView(6, "六", 43, true, List.of(1L)));
        assertThat(board.guideOfViewer(43).id()).isEqualTo(3);

        board.load(new GuideView(3, "李", 43, false, List.of(1L)));
        assertThat(board.guideOfViewer(43).id()).isEqualTo(6);
    }

    @Test
    void aGuideWithoutAViewerIsNobodys() {
        board.load(new GuideView(3, "李", 0, true, List.of(1L)));

        assertThat(board.guideOfViewer(0)).isNull();
    }
}
