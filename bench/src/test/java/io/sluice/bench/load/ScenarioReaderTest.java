package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    private static final String LEAST = """
            target:
              offers:
                - {offer: 1001}
            stages:
              - {lasts: 10s, orders: 50/s}
            """;

    @Test
    void whatIsLeftOutIsByDefault() throws ScenarioException {
        final Scenario scenario = ScenarioReader.parse(LEAST);

        assertThat(scenario.durationMs()).isEqualTo(10_000);
        assertThat(scenario.target().url()).isNull();
        assertThat(scenario.target().offers()).containsExactly(new SaleOffer(1001, 9_900, 1_000_000, 0));
        assertThat(scenario.stages().get(0).pace(Flow.ORDERS)).isEqualTo(new Pace(50, 50));
        assertThat(scenario.stages().get(0).pace(Flow.COMMENTS)).isEqualTo(Pace.NONE);
        assertThat(scenario.crowd().payShare()).isEqualTo(0.8);
    }

    @Test
    void aWholeScenarioIsRead() throws ScenarioException {
        final Scenario scenario = ScenarioReader.parse("""
                title: Evening
                seed: 7
                target:
                  url: http://127.0.0.1:8080
                  management: http://127.0.0.1:9090
                  config: sluice.properties
                  room: 12
                  hold-seconds: 60
                  offers:
                    - {offer: 1, price-fen: 990, stock: 5, per-viewer: 2}
                    - {offer: 2}
                crowd: {viewers: 300, http-share: 0.5, think-from: 1s, think-to: 2m, away: 250ms}
                stages:
                  - {name: doors, lasts: 1.5s, joins: 200/s}
                  - {name: press, lasts: 2m, orders: 50/s -> 800/s, likes: 10/s}
                thresholds: [orders.p99 < 50ms, oversold == 0]
                """);

        assertThat(scenario.seed()).isEqualTo(7);
        assertThat(scenario.target().room()).isEqualTo(12);
        assertThat(scenario.crowd().thinkToMs()).isEqualTo(120_000);
        assertThat(scenario.crowd().awayMs()).isEqualTo(250);
        assertThat(scenario.stages()).extracting(Stage::name).containsExactly("doors", "press");
        assertThat(scenario.stages().get(1).pace(Flow.ORDERS)).isEqualTo(new Pace(50, 800));
        assertThat(scenario.thresholds())
                .extracting(Threshold::text)
                .isEqualTo(List.of(
                        "orders.p99 < 50ms",
                        "oversold == 0",
                        "findings == 0",
                        "lateness.p99 < 50ms",
                        "orders-sent.share >= 99%"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lasts: 10s             | lasts: ten            | stages[0].lasts: 'ten' is no time",
                "lasts: 10s             | lasts: 0s             | stages[0].lasts is missing",
                "orders: 50/s           | orders: 50            | stages[0].orders: '50' is no rate",
                "orders: 50/s           | orders: 50/s -> 9/m   | stages[0].orders: '50/s -> 9/m' is no rate",
                "orders: 50/s           | orders: 2000000/s     | stages[0].orders: '2000000/s' is more than 1000000/s",
                "orders: 50/s           | order: 50/s           | stages[0].order is not known; here may stand name, profile, speed, scale, lasts",
                "offer: 1001            | offer: 0              | target.offers[0].offer: 0 is no whole number from 1",
                "orders: 50/s           | claims: 50/s          | target.coupon is missing: the campaign whose coupons",
                "offer: 1001            | stock: 3              | target.offers[0].offer is missing",
                "target:                | targets:              | target.offers is missing",
                "stages:                | acts:                 | stages is missing",
                "- {offer: 1001}        | - {offer: 1}, oops    | line",
                "lasts: 10s             | lasts: 13h            | stages[0].lasts: '13h' is no time up to 43200000ms",
            })
    void whatCannotBeMeantIsToldByItsPlace(final String of, final String into, final String message) {
        assertThatThrownBy(() -> ScenarioReader.parse(LEAST.replace(of, into)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crowd: {pay-share: 0.9, cancel-share: 0.2}    | crowd.cancel-share: with pay-share it is more than 1",
                "crowd: {think-from: 3s, think-to: 2s}         | crowd.think-to: is before think-from",
                "crowd: [1]                                    | crowd has to be a mapping",
                "thresholds: orders.p99 < 5ms                  | thresholds has to be a list",
                "thresholds: [orders.p99 is low]               | thresholds[0]: 'orders.p99 is low' is no threshold",
                "crowd: {answer-timeout: 0ms}                  | crowd.answer-timeout: has to be more than 0",
                "crowd: {viewers: 10000000}                    | crowd.viewers: 10000000 is no whole number from 1 to 1000000",
                "crowd: {first-viewer: 9007199254740000}       | crowd.first-viewer: with so many viewers",
                "surprise: 1                                   | surprise is not known",
            })
    void whatIsAddedWronglyIsToldByItsPlace(final String added, final String message) {
        assertThatThrownBy(() -> ScenarioReader.parse(LEAST + added + "\n"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aTargetOfOnesOwnNeedsItsSecrets() {
        final String remote = LEAST.replace("target:", "target:\n  url: http://127.0.0.1:8080");

        assertThatThrownBy(() -> ScenarioReader.parse(remote)).hasMessageContaining("target.config is missing");
        assertThatThrownBy(() -> ScenarioReader.parse(remote.replace("http:", "ftp:")))
                .hasMessageContaining("target.url: 'ftp://127.0.0.1:8080' is no http://host:port");
        assertThatThrownBy(() -> ScenarioReader.parse(remote.replace("8080", "8080/api")))
                .hasMessageContaining("target.url: 'http://127.0.0.1:8080/api' is no http://host:port");
    }

    @Test
    void onlyATargetOfHttpsNamesWhomToTrust() throws ScenarioException {
        final String remote = LEAST.replace(
                "target:", "target:\n  url: https://127.0.0.1:8443\n  config: a.properties\n  ca: root.pem");

        assertThat(ScenarioReader.parse(remote).target().ca()).isEqualTo(Path.of("root.pem"));
        assertThatThrownBy(() -> ScenarioReader.parse(remote.replace("https", "http")))
                .hasMessageContaining("target.ca: stands beside a url of https only");
    }

    @Test
    void aCouponIsOfACampaign() {
        assertThatThrownBy(() -> ScenarioReader.parse(LEAST.replace("target:", "target:\n  coupon: {count: 3}")))
                .hasMessageContaining("target.coupon.campaign is missing: the id of a campaign");
    }

    @Test
    void aConfigurationWithoutATargetOfOnesOwnIsTold() {
        assertThatThrownBy(() -> ScenarioReader.parse(LEAST.replace("target:", "target:\n  config: sluice.properties")))
                .hasMessageContaining("target.config: stands beside a url only");
    }

    @Test
    void stagesThatLastTooLongTogetherAreTold() {
        assertThatThrownBy(() -> ScenarioReader.parse(LEAST + "  - {lasts: 12h}\n"))
                .hasMessageContaining("stages: together they last more than 43200000ms");
    }
}
