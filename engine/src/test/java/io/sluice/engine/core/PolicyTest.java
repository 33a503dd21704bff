package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import org.junit.jupiter.api.Test;

/** What operators say of attribution. What follows from it is in {@link AttributionTest} and {@link TouchTest}. */
class PolicyTest {
    private static final AttributionRule[] RULES = {
        AttributionRule.ROOM_HOST,
        AttributionRule.LAST_TOUCH,
        AttributionRule.GROUP,
        AttributionRule.GUIDE_BINDING,
        AttributionRule.CARRIED
    };

    private final BrandShop brand = BrandShop.open();

    @Test
    void thereIsNoneAtFirst() {
        final AttributionPolicy policy = brand.core().attributionPolicy();

        assertThat(policy.version()).isZero();
        assertThat(policy.rules()).isZero();
        assertThat(policy.binding()).isEqualTo(BindingMode.NEVER);
    }

    @Test
    void eachChangeIsTheNextVersionAndSaysWhich() {
        assertThat(brand.putPolicy(BindingMode.LAST_TOUCH, 1, 2, RULES).detail())
                .isEqualTo(1);
        final Decision second = brand.putPolicy(BindingMode.FIRST_TOUCH, 3, 4, AttributionRule.GROUP);

        assertThat(second.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(second.detail()).isEqualTo(2);
        final AttributionPolicy policy = brand.core().attributionPolicy();
        assertThat(policy.version()).isEqualTo(2);
        assertThat(policy.binding()).isEqualTo(BindingMode.FIRST_TOUCH);
        assertThat(policy.bindingMs()).isEqualTo(3);
        assertThat(policy.touchWindowMs()).isEqualTo(4);
        assertThat(policy.rules()).isEqualTo(1);
        assertThat(policy.rule(0)).isEqualTo(AttributionRule.GROUP);
    }

    @Test
    void itNamesOneRuleAtLeastAndNoneTwice() {
        assertInvalid(BindingMode.NEVER, 0, 0);
        assertInvalid(BindingMode.NEVER, 0, 0, AttributionRule.GROUP, AttributionRule.GROUP);
    }

    @Test
    void itNamesNoRuleThatIsNone() {
        assertInvalid(BindingMode.NEVER, 0, 0, AttributionRule.NONE);
        assertInvalid(BindingMode.NEVER, 0, 0, AttributionRule.GROUP, AttributionRule.NOBODY);
        final PolicyRequest unknown = new PolicyRequest().set(BindingMode.NEVER, 0, 0);
        assertThat(brand.putPolicy(unknown.addRule(AttributionRule.values().length))
                        .outcome())
                .isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void itsTimesHaveLimits() {
        final long most = ProtocolLimits.MAX_POLICY_MS;
        for (final long ms : new long[] {-1, most + 1}) {
            assertInvalid(BindingMode.NEVER, ms, 0, RULES);
            assertInvalid(BindingMode.NEVER, 0, ms, RULES);
        }
        assertInvalid(null, 0, 0, RULES);
        assertThat(brand.putPolicy(BindingMode.NEVER, most, most, RULES).outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    private void assertInvalid(
            final BindingMode mode, final long bindingMs, final long windowMs, final AttributionRule... rules) {
        assertThat(brand.putPolicy(mode, bindingMs, windowMs, rules).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(brand.core().attributionPolicy().version()).isZero();
    }
}
