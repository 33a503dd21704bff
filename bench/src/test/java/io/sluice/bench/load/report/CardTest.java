package io.sluice.bench.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.bench.load.AuditFinding;
import org.junit.jupiter.api.Test;

class CardTest {
    @Test
    void aRunThatHeldIsAGo() {
        final Card card = new Card(new PlayedRun().file());

        assertThat(card.text())
                .startsWith("GO ")
                .contains("held         7 of 7 thresholds", "broke first  nothing", "2,000 sent");
        assertThat(card.json().path("go").asBoolean()).isTrue();
        assertThat(card.json().path("brokeFirst").isNull()).isTrue();
    }

    @Test
    void whatBrokeFirstIsToldWithItsSecondAndStage() {
        final Card card =
                new Card(new PlayedRun().spikeOrderMs(80).shedInSpike(30).file());

        final JsonNode first = card.json().path("brokeFirst");
        assertThat(first.path("threshold").asText()).isEqualTo("orders.p99 < 50ms");
        assertThat(first.path("second").asInt()).isEqualTo(10);
        assertThat(card.text()).startsWith("NO-GO").contains("first beyond it at 0:10, in 'spike'");
    }

    @Test
    void aCountBreaksInTheSecondInWhichItGrewTooFar() {
        final JsonNode first =
                new Card(new PlayedRun().shedInSpike(30).file()).json().path("brokeFirst");

        assertThat(first.path("threshold").asText()).isEqualTo("orders-shed < 100");
        assertThat(first.path("second").asInt()).isEqualTo(13);
    }

    @Test
    void aFindingBreaksAtNoSecondThatCouldBeTold() {
        final JsonNode first = new Card(
                        new PlayedRun().found(AuditFinding.Kind.OVERSOLD).file())
                .json()
                .path("brokeFirst");

        assertThat(first.path("threshold").asText()).isEqualTo("oversold == 0");
        assertThat(first.path("second").isNull()).isTrue();
    }

    @Test
    void headRoomIsHowFarAFigureIsFromItsValue() {
        final Card card = new Card(new PlayedRun().orderMs(18).file());

        final JsonNode orders = card.json().path("thresholds").get(0);
        assertThat(orders.path("headRoom").asDouble()).isBetween(0.59, 0.6);
        assertThat(card.text()).contains("+60 %");
    }

    @Test
    void theNextBottleneckIsJudgedByTheFullestOfWhatWasMeasured() {
        final Card card = new Card(new PlayedRun().cpu(0.93).file());

        assertThat(card.json().path("bottleneck").path("resource").asText()).isEqualTo("PROCESSOR");
        assertThat(card.text()).contains("the server's processors, judged by server.cpu", "0.930 of 1");
    }

    @Test
    void aRigThatIsNearItsEndIsSaidToBeTheBottleneckAndNotTheServer() {
        final Card card = new Card(new PlayedRun().latenessMs(45).cpu(0.6).file());

        assertThat(card.text()).contains("not the server's limit");
    }

    @Test
    void ofAServerWithoutGaugesNothingIsSaid() {
        final Card card = new Card(new PlayedRun().file());

        assertThat(card.json().path("bottleneck").path("isServerKnown").asBoolean())
                .isFalse();
        assertThat(card.text()).contains("gauges were not read");
    }

    @Test
    void aRunThatWasEndedEarlyIsNoGoThoughEverythingHeld() {
        assertThat(new Card(new PlayedRun().endedEarly().file()).text())
                .startsWith("NO-GO")
                .contains("ended early");
    }
}
