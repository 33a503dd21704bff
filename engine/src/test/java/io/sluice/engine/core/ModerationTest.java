package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hidden and reported comments, blocked words, slow rooms, and what muted viewers say. */
class ModerationTest {
    private static final long OTHER_ROOM = 2;

    private final Shop shop = Shop.open();

    @Test
    void aCommentIsHiddenOnceAndHidingItAgainIsNoFault() {
        final long comment = shop.comment(Shop.VIEWER, Shop.ROOM).sequence();

        final Decision first = shop.hide(Shop.ROOM, comment);
        final Decision again = shop.hide(Shop.ROOM, comment);

        assertThat(first.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(first.detail()).as("who said it").isEqualTo(Shop.VIEWER);
        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.detail()).isEqualTo(Shop.VIEWER);
    }

    @Test
    void onlyACommentOfTheRoomCanBeHidden() {
        shop.putRoom(OTHER_ROOM);
        final Decision like = shop.like(Shop.ROOM, 1);
        final long elsewhere = shop.comment(Shop.VIEWER, OTHER_ROOM).sequence();
        final long refused = shop.comment(Shop.VIEWER, 99).sequence();

        assertThat(shop.hide(Shop.ROOM, like.sequence()).outcome()).isEqualTo(Outcome.COMMENT_UNKNOWN);
        assertThat(shop.hide(Shop.ROOM, elsewhere).outcome()).isEqualTo(Outcome.COMMENT_UNKNOWN);
        assertThat(shop.hide(Shop.ROOM, refused).outcome()).isEqualTo(Outcome.COMMENT_UNKNOWN);
        assertThat(shop.hide(OTHER_ROOM, elsewhere).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aSharedCommentThatTooManyFollowedIsNotKnownAnyMore() {
        final long first =
                shop.comment(Shop.VIEWER, Shop.ROOM, CommentMemory.SHARED).sequence();
        final long second =
                shop.comment(Shop.VIEWER, Shop.ROOM, CommentMemory.SHARED).sequence();
        for (int i = 1; i < ProtocolLimits.MAX_COMMENTS; i++) {
            shop.comment(8 + i % 3, Shop.ROOM, CommentMemory.SHARED);
        }
        shop.slow(Shop.ROOM, ProtocolLimits.MAX_SLOW_SECONDS);

        for (final Shop same : new Shop[] {shop, shop.reloaded()}) {
            assertThat(same.hide(Shop.ROOM, first).outcome()).isEqualTo(Outcome.COMMENT_UNKNOWN);
            assertThat(same.hide(Shop.ROOM, second).outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(same.comment(9, Shop.ROOM).outcome()).isEqualTo(Outcome.TALK_SLOWED);
        }
        shop.slow(Shop.ROOM, 0);
        shop.comment(8, Shop.ROOM, CommentMemory.SHARED);
        shop.slow(Shop.ROOM, ProtocolLimits.MAX_SLOW_SECONDS);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM).outcome())
                .as("nothing is known of what the viewer said")
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aCommentOfBeforeTheyCouldBeHiddenIsNotRemembered() {
        final long hash = shop.core().stateHash();
        final Decision old = shop.comment(Shop.VIEWER, Shop.ROOM, CommentMemory.NONE);

        assertThat(old.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.core().stateHash()).isEqualTo(hash);
        assertThat(shop.hide(Shop.ROOM, old.sequence()).outcome()).isEqualTo(Outcome.COMMENT_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spam",
                "SPAM",
                "no s p a m here",
                "ｓｐａｍ",
                "ＳＰ ＡＭ",
                "s\u200bp\u00ada\u3000m",
                "sspam",
                "spa\tm",
            })
    void aCommentWithABlockedWordInItIsRefusedHoweverItIsSpelt(final String text) {
        shop.block("Spam", true);

        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM, text).outcome()).isEqualTo(Outcome.COMMENT_BLOCKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spa", "s-p-a-m", "sp", "pam", "spqam", "假", "假 了", "货"})
    void aCommentWithAPartOfAWordPasses(final String text) {
        shop.block("spam", true);
        shop.block("假货", true);

        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM, text).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void wordsOfAnyScriptAreFound() {
        shop.block("假货", true);
        shop.block("МОШЕННИК", true);
        shop.block("😀", true);
        shop.block("é", true);

        for (final String text : new String[] {"都是假 货!", "мошенник", "a😀b", "CAFÉ", "x假货"}) {
            assertThat(shop.comment(Shop.VIEWER, Shop.ROOM, text).outcome())
                    .as(text)
                    .isEqualTo(Outcome.COMMENT_BLOCKED);
        }
    }

    @Test
    void aWordIsBlockedOnceAndMaySoonBeSaidAgain() {
        assertThat(shop.block("Spam", true).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.block("s p a m", true).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(shop.block("ＳＰＡＭ", false).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM, "spam").outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.block("spam", false).outcome()).isEqualTo(Outcome.WORD_UNKNOWN);
    }

    @Test
    void aWordHasSomethingThatIsSeenAndIsNotTooLong() {
        assertThat(shop.block("", true).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.block(" \u3000\u200b", true).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.block("x".repeat(ProtocolLimits.MAX_WORD_BYTES + 1), true)
                        .outcome())
                .isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.block("x".repeat(ProtocolLimits.MAX_WORD_BYTES), true).outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void wordsThatAreManyAreRefused() {
        for (int i = 0; i < ProtocolLimits.MAX_WORDS; i++) {
            assertThat(shop.block("word" + i, true).outcome()).isEqualTo(Outcome.ACCEPTED);
        }

        assertThat(shop.block("another", true).outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(shop.block("word7", false).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.block("another", true).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void inASlowRoomAViewerWaitsFromOneCommentToTheNext() {
        shop.putRoom(OTHER_ROOM);
        shop.slow(Shop.ROOM, 10);
        shop.comment(Shop.VIEWER, Shop.ROOM);
        final long mayMs = shop.nowMs() + 10_000;

        final Decision last = shop.pass(9_999).comment(Shop.VIEWER, Shop.ROOM);

        assertThat(last.outcome()).isEqualTo(Outcome.TALK_SLOWED);
        assertThat(last.detail()).as("when the viewer may speak again").isEqualTo(mayMs);
        assertThat(shop.comment(8, Shop.ROOM).outcome()).as("others").isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.comment(Shop.VIEWER, OTHER_ROOM).outcome())
                .as("elsewhere")
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.pass(1).comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void whatWasRefusedIsNothingToWaitFor() {
        shop.slow(Shop.ROOM, 10);
        shop.block("spam", true);

        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM, "spam").outcome()).isEqualTo(Outcome.COMMENT_BLOCKED);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM, "spam").outcome()).isEqualTo(Outcome.TALK_SLOWED);
        shop.mute(Shop.VIEWER, -1);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.VIEWER_MUTED);
    }

    @Test
    void aRoomIsSlowOrQuickFromOneMomentOn() {
        shop.comment(Shop.VIEWER, Shop.ROOM);
        shop.pass(3_000).slow(Shop.ROOM, 5);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM).outcome())
                .as("also of what was said before")
                .isEqualTo(Outcome.TALK_SLOWED);
        shop.slow(Shop.ROOM, 2);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
        shop.slow(Shop.ROOM, 0);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aSlowRoomNeedsARoomAndATime() {
        assertThat(shop.slow(99, 1).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
        assertThat(shop.slow(Shop.ROOM, -1).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.slow(Shop.ROOM, ProtocolLimits.MAX_SLOW_SECONDS + 1).outcome())
                .isEqualTo(Outcome.COMMAND_INVALID);
        shop.changeRoomState(Shop.ROOM, RoomState.ENDED);
        assertThat(shop.slow(Shop.ROOM, 1).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aViewerReportsACommentOnce() {
        final long comment = shop.comment(Shop.VIEWER, Shop.ROOM).sequence();

        assertThat(shop.report(8, Shop.ROOM, comment).detail()).isEqualTo(1);
        assertThat(shop.report(9, Shop.ROOM, comment).detail()).isEqualTo(2);
        final Decision again = shop.report(8, Shop.ROOM, comment);

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.detail()).as("how many have").isEqualTo(2);
        assertThat(shop.report(8, 2, comment).outcome()).isEqualTo(Outcome.COMMENT_UNKNOWN);
        assertThat(shop.report(8, Shop.ROOM, again.sequence()).outcome()).isEqualTo(Outcome.COMMENT_UNKNOWN);
        assertThat(shop.report(0, Shop.ROOM, comment).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
    }

    @Test
    void ofManyReportsTheOldestIsForgotten() {
        final long comment = shop.comment(Shop.VIEWER, Shop.ROOM).sequence();
        for (long viewer = 1; viewer <= ProtocolLimits.MAX_REPORTS; viewer++) {
            assertThat(shop.report(viewer, Shop.ROOM, comment).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        shop.report(ProtocolLimits.MAX_REPORTS + 1, Shop.ROOM, comment);

        for (final Shop same : new Shop[] {shop, shop.reloaded()}) {
            assertThat(same.report(2, Shop.ROOM, comment).outcome()).isEqualTo(Outcome.REPEATED);
            assertThat(same.report(1, Shop.ROOM, comment).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    @Test
    void aMutedViewerAppealsOnceAndIsHeardAgainWhenItIsGranted() {
        assertThat(shop.appeal(Shop.VIEWER).outcome()).isEqualTo(Outcome.NOT_MUTED);
        shop.mute(Shop.VIEWER, -1);
        final long appeal = shop.appeal(Shop.VIEWER).sequence();

        assertThat(shop.appeal(Shop.VIEWER).outcome()).isEqualTo(Outcome.APPEAL_MADE);
        assertThat(shop.decideAppeal(Shop.VIEWER, appeal, true).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(shop.decideAppeal(Shop.VIEWER, appeal, true).outcome()).isEqualTo(Outcome.APPEAL_UNKNOWN);
        assertThat(shop.appeal(Shop.VIEWER).outcome()).isEqualTo(Outcome.NOT_MUTED);
    }

    @Test
    void whatWasDeniedIsNotAskedAgainUntilTheNextMute() {
        final long until = shop.mute(Shop.VIEWER, 1_000).detail();
        final long appeal = shop.appeal(Shop.VIEWER).sequence();
        final Decision denied = shop.decideAppeal(Shop.VIEWER, appeal, false);

        assertThat(denied.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(denied.detail()).as("when the mute ends").isEqualTo(until);
        assertThat(shop.appeal(Shop.VIEWER).outcome()).isEqualTo(Outcome.APPEAL_MADE);
        assertThat(shop.decideAppeal(Shop.VIEWER, appeal, true).outcome()).isEqualTo(Outcome.APPEAL_UNKNOWN);
        assertThat(shop.comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.VIEWER_MUTED);
        shop.mute(Shop.VIEWER, -1);
        assertThat(shop.appeal(Shop.VIEWER).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void anAppealIsOverWithItsMute() {
        shop.mute(Shop.VIEWER, 1_000);
        final long first = shop.appeal(Shop.VIEWER).sequence();
        shop.pass(1_000);
        assertThat(shop.decideAppeal(Shop.VIEWER, first, true).outcome()).isEqualTo(Outcome.APPEAL_UNKNOWN);
        assertThat(shop.appeal(Shop.VIEWER).outcome()).isEqualTo(Outcome.NOT_MUTED);
        shop.mute(Shop.VIEWER, -1);
        assertThat(shop.decideAppeal(Shop.VIEWER, first, true).outcome()).isEqualTo(Outcome.APPEAL_UNKNOWN);
        final long second = shop.appeal(Shop.VIEWER).sequence();
        shop.mute(Shop.VIEWER, 0);

        assertThat(shop.decideAppeal(Shop.VIEWER, second, true).outcome()).isEqualTo(Outcome.APPEAL_UNKNOWN);
    }

    @Test
    void anAppealHasATextOfSomeLength() {
        shop.mute(Shop.VIEWER, -1);

        assertThat(shop.appeal(Shop.VIEWER, 0).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.appeal(Shop.VIEWER, ProtocolLimits.MAX_APPEAL_BYTES + 1).outcome())
                .isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.appeal(Shop.VIEWER, ProtocolLimits.MAX_APPEAL_BYTES).outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void appealsOfMutesThatMadeRoomAreForgotten() {
        final Shop small = Shop.open(LimitsBuilder.limits().mutes(1));
        small.mute(1, 10);
        small.appeal(1);
        small.pass(10).mute(2, 10);
        small.pass(10).mute(1, 10);

        assertThat(small.appeal(1).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(small.reloaded().core().stateHash()).isEqualTo(small.core().stateHash());
    }

    @Test
    void allOfItIsTheSameAfterALoad() {
        final long hidden = shop.comment(Shop.VIEWER, Shop.ROOM).sequence();
        shop.hide(Shop.ROOM, hidden);
        shop.block("spam", true);
        shop.block("假货", true);
        shop.slow(Shop.ROOM, 10);
        shop.report(8, Shop.ROOM, hidden);
        shop.mute(9, -1);
        shop.mute(10, -1);
        final long open = shop.appeal(9).sequence();
        shop.decideAppeal(10, shop.appeal(10).sequence(), false);
        final Shop reloaded = shop.reloaded();

        assertThat(reloaded.core().stateHash()).isEqualTo(shop.core().stateHash());
        assertThat(reloaded.hide(Shop.ROOM, hidden).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(reloaded.comment(8, Shop.ROOM, "假货").outcome()).isEqualTo(Outcome.COMMENT_BLOCKED);
        assertThat(reloaded.comment(Shop.VIEWER, Shop.ROOM).outcome()).isEqualTo(Outcome.TALK_SLOWED);
        assertThat(reloaded.room().slowSeconds()).isEqualTo(10);
        assertThat(reloaded.report(8, Shop.ROOM, hidden).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(reloaded.appeal(10).outcome()).isEqualTo(Outcome.APPEAL_MADE);
        assertThat(reloaded.decideAppeal(9, open, true).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void everyCommandThatChangesSomethingChangesTheHash() {
        final long[] hashes = {
            shop.core().stateHash(),
            after(shop.comment(Shop.VIEWER, Shop.ROOM)),
            after(shop.hide(Shop.ROOM, shop.comment(8, Shop.ROOM).sequence())),
            after(shop.block("spam", true)),
            after(shop.slow(Shop.ROOM, 1)),
            after(shop.slow(Shop.ROOM, 2)),
            after(shop.block("假货", true)),
            after(shop.block("spam", false)),
            after(shop.report(8, Shop.ROOM, shop.comment(9, Shop.ROOM).sequence())),
            after(shop.mute(9, -1)),
            after(shop.appeal(9)),
            after(shop.decideAppeal(9, shop.lastSequence(), false))
        };

        assertThat(hashes).doesNotHaveDuplicates();
    }

    private long after(final Decision decision) {
        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
        return shop.core().stateHash();
    }
}
