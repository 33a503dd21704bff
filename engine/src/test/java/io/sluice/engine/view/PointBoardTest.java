package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutPointRuleEncoder;
import org.junit.jupiter.api.Test;

class PointBoardTest {
    private final RecordBuilder records = new RecordBuilder();
    private final BrandBoard brand = new BrandBoard();

    @Test
    void aReasonBringsWhatWasSaidLast() {
        brand.apply(records.command(putRule(PointReason.QUIZ, 5)).accepted());
        brand.apply(records.command(putRule(PointReason.QUIZ, 7)).accepted());

        assertThat(brand.points().rule(PointReason.QUIZ)).isEqualTo(new PointRuleView(7, 20, 86_400_000));
        assertThat(brand.points().rule(PointReason.GIFT)).isEqualTo(PointRuleView.NONE);
    }

    @Test
    void aRefusedRuleChangesNothing() {
        brand.apply(records.command(putRule(PointReason.QUIZ, 5)).decided(Outcome.COMMAND_INVALID, 0, 0));

        assertThat(brand.points().rule(PointReason.QUIZ)).isEqualTo(PointRuleView.NONE);
    }

    private static CommandWriter putRule(final PointReason reason, final int points) {
        return (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new PutPointRuleEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .actor(1)
                        .reason(reason.code())
                        .points(points)
                        .dailyCap(20)
                        .validMs(86_400_000)
                        .encodedLength();
    }
}
