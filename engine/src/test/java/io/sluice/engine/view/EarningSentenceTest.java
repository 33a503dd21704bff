package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EarningSentenceTest {
    private static final long DAY_MS = 86_400_000;

    private final BrandBoard board = new BrandBoard();

    @BeforeEach
    void theBrandHasNames() {
        board.load(new StoreView(1, "Bund", ProtocolLimits.NO_POSITION, ProtocolLimits.NO_POSITION));
        board.load(new GuideView(12, "Li", 43, true, List.of(1L)));
    }

    @Test
    void everybodyWhoEarnsIsNamed() {
        final List<Earning> earnings = new ArrayList<>();
        for (final Payee payee : Payee.ALL) {
            final long who =
                    switch (payee) {
                        case STORE -> 1;
                        case GUIDE, HOST -> 12;
                        default -> 50;
                    };
            earnings.add(new Earning(0, payee, who, 10 + payee.ordinal(), 1, DAY_MS));
        }

        final EarningSentence sentence = EarningSentence.of(earnings, board);

        assertThat(sentence.en())
                .isEqualTo(
                        "Of it store Bund (1) earns 10 fen, guide Li (12) earns 11 fen, viewer 50, who owns the group,"
                                + " earns 12 fen, viewer 50, who invited the buyer, earns 13 fen, viewer 50, who invited that"
                                + " one, earns 14 fen, guide Li (12) as the host earns 15 fen; it is frozen until"
                                + " 1970-01-02T00:00:00Z.");
        assertThat(sentence.zh())
                .isEqualTo("本单分佣：门店Bund (1) 10 分，导购Li (12) 11 分，群主用户 50 12 分，邀请人用户 50 13 分，"
                        + "再上一级邀请人用户 50 14 分，主播Li (12) 15 分；冻结至 1970-01-02T00:00:00Z。");
    }

    @Test
    void linesAreSummedUpAndWhatWasTakenBackIsSaidApart() {
        final EarningSentence sentence = EarningSentence.of(
                List.of(
                        new Earning(0, Payee.GUIDE, 12, 100, 1, DAY_MS),
                        new Earning(1, Payee.GUIDE, 12, 50, 2, 3 * DAY_MS),
                        new Earning(0, Payee.GUIDE, 12, -30, 1, DAY_MS)),
                board);

        assertThat(sentence.en())
                .isEqualTo("Of it guide Li (12) earns 150 fen less 30 taken back; the first of it is frozen until"
                        + " 1970-01-02T00:00:00Z, the last until 1970-01-04T00:00:00Z.");
        assertThat(sentence.zh())
                .isEqualTo(
                        "本单分佣：导购Li (12) 150 分（已追回 30 分）；最早冻结至 1970-01-02T00:00:00Z，" + "最晚冻结至 1970-01-04T00:00:00Z。");
    }

    @Test
    void whereNobodyEarnsThatIsSaid() {
        assertThat(EarningSentence.of(List.of(), board).en()).isEqualTo("Nobody earns of it.");
    }
}
