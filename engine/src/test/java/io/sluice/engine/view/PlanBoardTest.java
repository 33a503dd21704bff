package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PlanScope;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanBoardTest {
    private static final ShareView STORE = new ShareView(Payee.STORE, 100, 0, 0);
    private static final ShareView GUIDE = new ShareView(Payee.GUIDE, 0, 50, 900);
    private static final ShareView NOTHING = new ShareView(Payee.HOST, 0, 0, 900);

    private final RecordBuilder records = new RecordBuilder();
    private final BrandBoard brand = new BrandBoard();

    @Test
    void aPlanIsWhatItsRecordSaysItsSharesInTheOrderOfThePayees() {
        final PlanView plan = new PlanView(1, PlanScope.OFFER, 1001, 86_400_000, List.of(STORE, GUIDE));

        brand.apply(records.putPlan(plan, GUIDE, NOTHING, STORE).accepted(1));

        assertThat(all()).containsExactly(plan);
        assertThat(all().get(0).shares()).containsExactly(STORE, GUIDE);
    }

    @Test
    void aPlanThatIsPutAgainReplacesTheOldAndIsTheFirst() {
        final PlanView ofBrand = new PlanView(3, PlanScope.BRAND, 0, 5, List.of(GUIDE));
        final PlanView ofCategory = new PlanView(2, PlanScope.CATEGORY, 1001, 5, List.of());
        brand.apply(records.putPlan(ofBrand, STORE).accepted(1));
        brand.apply(records.putPlan(ofCategory).accepted(2));
        brand.apply(records.putPlan(ofBrand, GUIDE).accepted(3));

        assertThat(all()).containsExactly(ofBrand, ofCategory);
    }

    @Test
    void aRefusedPlanChangesNothing() {
        final PlanView plan = new PlanView(1, PlanScope.BRAND, 0, 5, List.of(STORE));

        brand.apply(records.putPlan(plan, STORE).decided(Outcome.PLAN_OVER_WHOLE, 0, 0));

        assertThat(all()).isEmpty();
    }

    @Test
    void plansAreReadByPages() {
        for (int version = 1; version <= 5; version++) {
            brand.plans().load(new PlanView(version, PlanScope.CATEGORY, version, 0, List.of()));
        }

        assertThat(brand.plans().plansBefore(5, 2))
                .extracting(PlanView::version)
                .containsExactly(4, 3);
        assertThat(brand.plans().plansBefore(1, 2)).isEmpty();
    }

    private List<PlanView> all() {
        return brand.plans().plansBefore(Integer.MAX_VALUE, 100);
    }
}
