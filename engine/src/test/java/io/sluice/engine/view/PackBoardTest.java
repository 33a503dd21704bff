package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.OrderDecisionEncoder;
import io.sluice.engine.protocol.codec.PayOrderEncoder;
import io.sluice.engine.protocol.codec.PutPackEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackBoardTest {
    private static final CampaignTerms TERMS = new CampaignTerms(
            1_000,
            0,
            0,
            1_000,
            1,
            1,
            0,
            1_000,
            2_000,
            86_400_000,
            false,
            FlashRule.ON_TOP,
            false,
            new AudienceView(Audience.BUYERS, 0, 0, 0, 0, 0),
            List.of());

    private final RecordBuilder records = new RecordBuilder();
    private final CampaignBoard board = new CampaignBoard();
    private final PackBoard packs = board.packs();

    @Test
    void anOfferIsAPackFromItsRecordOn() {
        putCampaign();

        board.apply(records.command(putPack(1_001, 10)).accepted());

        assertThat(packs.pack(1_001)).isEqualTo(new PackView(1_001, 5, 10, 2));
        assertThat(packs.pack(1_002)).isNull();
    }

    @Test
    void whatWasOrderedBeforeIsOfPlainUnits() {
        packs.load(new PackView(1_001, 5, 10, 7));

        assertThat(packs.packAt(1_001, 8)).isEqualTo(packs.pack(1_001));
        assertThat(packs.packAt(1_001, 6)).isNull();
        assertThat(packs.packAt(1_002, 8)).isNull();
    }

    @Test
    void aRefusedAndARepeatedPackChangeNothing() {
        putCampaign();
        board.apply(records.command(putPack(1_001, 10)).decided(Outcome.OFFER_UNKNOWN, 0, 0));
        assertThat(packs.pack(1_001)).isNull();

        board.apply(records.command(putPack(1_001, 10)).accepted());
        board.apply(records.command(putPack(1_001, 10)).decided(Outcome.REPEATED, 0, 0));
        assertThat(packs.pack(1_001).since()).isEqualTo(3);
    }

    @Test
    void packsAreReadByPagesAndByCampaign() {
        for (int offer = 1; offer <= 4; offer++) {
            packs.load(new PackView(offer, offer % 2, 10, 1));
        }

        assertThat(packs.packsBefore(4, 2)).extracting(PackView::offer).containsExactly(3L, 2L);
        assertThat(packs.packsOf(0)).extracting(PackView::offer).containsExactly(2L, 4L);
    }

    @Test
    void vouchersThatAreSoldAreCountedAndTakeNothingOfTheBudget() {
        putCampaign();
        board.apply(records.command(putPack(1_001, 10)).accepted());

        board.apply(paid(Outcome.PAID, 1));
        board.apply(paid(Outcome.PAID_LATE, 21));

        assertThat(board.campaign(5).claimed()).isEqualTo(40);
        assertThat(board.campaign(5).takenFen()).isZero();
    }

    @Test
    void aPaymentWithoutVouchersSellsNone() {
        putCampaign();
        board.apply(records.command(putPack(1_001, 10)).accepted());

        board.apply(paid(Outcome.PAID, 0));
        board.apply(paid(Outcome.REPEATED, 1));

        assertThat(board.campaign(5).claimed()).isZero();
    }

    private void putCampaign() {
        board.apply(
                records.command(CampaignCommands.putCampaign(5, "次卡", TERMS)).accepted());
    }

    private RecordFlyweight paid(final Outcome outcome, final long firstVoucher) {
        final RecordFlyweight record = records.command((buffer, offset) -> {
                    final PayOrderEncoder encoder = new PayOrderEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .order(1)
                            .amountFen(2_000)
                            .reference("p");
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                })
                .ordered(outcome, 7, 1_001, 20, 0, 0);
        new OrderDecisionEncoder()
                .wrap(records.buffer(), record.decisionOffset() + MessageHeaderEncoder.ENCODED_LENGTH)
                .firstVoucher(firstVoucher);
        return record;
    }

    private static CommandWriter putPack(final long offer, final int units) {
        return (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new PutPackEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .actor(1)
                        .offer(offer)
                        .campaign(5)
                        .units(units)
                        .encodedLength();
    }
}
