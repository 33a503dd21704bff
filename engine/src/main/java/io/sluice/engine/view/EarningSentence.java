package io.sluice.engine.view;

import io.sluice.engine.protocol.Payee;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Who earns what of an order, until when it is frozen, and what refunds took back, in words that a shopping guide
 * understands. Immutable.
 *
 * @param en  in English.
 * @param zh  in Chinese.
 */
public record EarningSentence(String en, String zh) {
    /** Of an order that was not paid. */
    public static final EarningSentence NOT_PAID =
            new EarningSentence("Nobody earns of it before it is paid.", "本单未支付，暂无分佣。");

    /** Of an order whose payment is not in the journal any more. */
    public static final EarningSentence PRUNED = new EarningSentence(
            "Who earns of it stands in the record that paid it, which was pruned.", "分佣记录在支付本单的那条记录里，已被清理。");

    private static final EarningSentence NOBODY = new EarningSentence("Nobody earns of it.", "本单没有人分佣。");

    private record Account(Payee payee, long who) {}

    private static final class Sum {
        private long earnedFen;
        private long takenFen;

        void add(final long fen) {
            earnedFen += Math.max(0, fen);
            takenFen -= Math.min(0, fen);
        }
    }

    /** The sentence about all that was earned of a paid order and taken back, with the names of a board. */
    public static EarningSentence of(final List<Earning> earnings, final BrandBoard board) {
        if (earnings.isEmpty()) {
            return NOBODY;
        }
        final Map<Account, Sum> sums = new LinkedHashMap<>();
        earnings.forEach(each -> sums.computeIfAbsent(new Account(each.payee(), each.who()), first -> new Sum())
                .add(each.fen()));
        final StringJoiner en = new StringJoiner(", ", "Of it ", "");
        final StringJoiner zh = new StringJoiner("，", "本单分佣：", "");
        sums.forEach((account, sum) -> {
            en.add(english(account, board) + " earns " + sum.earnedFen + " fen"
                    + (sum.takenFen == 0 ? "" : " less " + sum.takenFen + " taken back"));
            zh.add(chinese(account, board) + " " + sum.earnedFen + " 分"
                    + (sum.takenFen == 0 ? "" : "（已追回 " + sum.takenFen + " 分）"));
        });
        final LongSummaryStatistics frozen =
                earnings.stream().mapToLong(Earning::payableAtMs).summaryStatistics();
        final String first = Instant.ofEpochMilli(frozen.getMin()).toString();
        final String last = Instant.ofEpochMilli(frozen.getMax()).toString();
        return first.equals(last)
                ? new EarningSentence(en + "; it is frozen until " + first + ".", zh + "；冻结至 " + first + "。")
                : new EarningSentence(
                        en + "; the first of it is frozen until " + first + ", the last until " + last + ".",
                        zh + "；最早冻结至 " + first + "，最晚冻结至 " + last + "。");
    }

    private static String english(final Account account, final BrandBoard board) {
        return switch (account.payee) {
            case STORE -> "store " + Called.store(account.who, board);
            case GUIDE -> "guide " + Called.guide(account.who, board);
            case GROUP_OWNER -> "viewer " + account.who + ", who owns the group,";
            case INVITER -> "viewer " + account.who + ", who invited the buyer,";
            case SECOND_INVITER -> "viewer " + account.who + ", who invited that one,";
            case HOST -> "guide " + Called.guide(account.who, board) + " as the host";
        };
    }

    private static String chinese(final Account account, final BrandBoard board) {
        return switch (account.payee) {
            case STORE -> Called.chinese("门店", Called.store(account.who, board));
            case GUIDE -> Called.chinese("导购", Called.guide(account.who, board));
            case GROUP_OWNER -> "群主用户 " + account.who;
            case INVITER -> "邀请人用户 " + account.who;
            case SECOND_INVITER -> "再上一级邀请人用户 " + account.who;
            case HOST -> "主播" + Called.guide(account.who, board);
        };
    }
}
