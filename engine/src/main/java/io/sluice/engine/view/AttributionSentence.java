package io.sluice.engine.view;

import io.sluice.engine.protocol.AttributionRule;
import java.util.StringJoiner;

/**
 * Why an order counts for whom, in words that a shopping guide understands. What has no name is called by its id alone.
 * Immutable.
 *
 * @param en  in English.
 * @param zh  in Chinese.
 */
public record AttributionSentence(String en, String zh) {
    /** The sentence about a credit, with the names of a board. */
    public static AttributionSentence of(final Credit credit, final BrandBoard board) {
        return new AttributionSentence(
                english(credit, board) + englishGroup(credit, board) + englishInviters(credit),
                chinese(credit, board) + chineseGroup(credit, board) + chineseInviters(credit));
    }

    /** Whether the reason is one for the group, too; with any other the order only counts in it. */
    private static boolean isGroupReasoned(final Credit credit) {
        return credit.rule() == AttributionRule.GROUP || credit.policyVersion() == 0;
    }

    private static String english(final Credit credit, final BrandBoard board) {
        final StringJoiner whom = new StringJoiner(", ").setEmptyValue("nobody");
        if (credit.guide() != 0) {
            whom.add("guide " + Called.guide(credit.guide(), board));
        }
        if (credit.store() != 0) {
            whom.add("store " + Called.store(credit.store(), board));
        }
        if (credit.group() != 0 && isGroupReasoned(credit)) {
            whom.add("group " + Called.group(credit.group(), board));
        }
        return "It counts for " + whom + ", because " + englishReason(credit) + ".";
    }

    private static String englishReason(final Credit credit) {
        final long since = credit.touchSequence();
        return switch (credit.rule()) {
            case CARRIED ->
                credit.policyVersion() == 0
                        ? "that is what the order carried, before there was a policy"
                        : "the order was placed with a share code that leads there";
            case GUIDE_BINDING -> "the viewer is bound to the guide since record " + since;
            case GROUP -> "the viewer is in the group since record " + since;
            case LAST_TOUCH -> "the viewer came that way last, in record " + since;
            case ROOM_HOST -> "it is the host of the room since record " + since;
            case NOBODY -> "no rule of policy " + credit.policyVersion() + " applies";
            case NONE -> "there is no order";
        };
    }

    /** A code or touch may have named the group and the buyer be in none: then nothing is said of the buyer. */
    private static String englishGroup(final Credit credit, final BrandBoard board) {
        if (credit.group() == 0 || isGroupReasoned(credit)) {
            return "";
        }
        return switch (credit.rule()) {
            case CARRIED, LAST_TOUCH -> " It counts in group " + Called.group(credit.group(), board) + ".";
            default -> " The buyer is in group " + Called.group(credit.group(), board) + ".";
        };
    }

    private static String englishInviters(final Credit credit) {
        if (credit.inviter() == 0) {
            return "";
        }
        final String first = " Viewer " + credit.inviter() + " invited the buyer";
        return credit.secondInviter() == 0
                ? first + "."
                : first + ", and was invited by viewer " + credit.secondInviter() + ".";
    }

    private static String chinese(final Credit credit, final BrandBoard board) {
        final StringJoiner whom = new StringJoiner("、");
        if (credit.guide() != 0) {
            whom.add(Called.chinese("导购", Called.guide(credit.guide(), board)));
        }
        if (credit.store() != 0) {
            whom.add(Called.chinese("门店", Called.store(credit.store(), board)));
        }
        if (credit.group() != 0 && isGroupReasoned(credit)) {
            whom.add(Called.chinese("社群", Called.group(credit.group(), board)));
        }
        final String counts = whom.length() == 0 ? "本单不归属任何人" : "本单归属" + whom;
        return counts + "，因为" + chineseReason(credit) + "。";
    }

    private static String chineseReason(final Credit credit) {
        final long since = credit.touchSequence();
        return switch (credit.rule()) {
            case CARRIED -> credit.policyVersion() == 0 ? "下单时即如此携带，当时还没有归因规则" : "下单时使用了指向这里的分享码";
            case GUIDE_BINDING -> "顾客自第 " + since + " 条记录起绑定了这位导购";
            case GROUP -> "顾客自第 " + since + " 条记录起在这个社群里";
            case LAST_TOUCH -> "顾客最近一次是由此进入的（第 " + since + " 条记录）";
            case ROOM_HOST -> "自第 " + since + " 条记录起由其主持这个直播间";
            case NOBODY -> "第 " + credit.policyVersion() + " 版规则中没有一条适用";
            case NONE -> "没有这个订单";
        };
    }

    private static String chineseGroup(final Credit credit, final BrandBoard board) {
        if (credit.group() == 0 || isGroupReasoned(credit)) {
            return "";
        }
        return switch (credit.rule()) {
            case CARRIED, LAST_TOUCH -> "本单计入社群：" + Called.group(credit.group(), board) + "。";
            default -> "顾客所在社群：" + Called.group(credit.group(), board) + "。";
        };
    }

    private static String chineseInviters(final Credit credit) {
        if (credit.inviter() == 0) {
            return "";
        }
        final String first = "邀请人是用户 " + credit.inviter();
        return credit.secondInviter() == 0 ? first + "。" : first + "，其邀请人是用户 " + credit.secondInviter() + "。";
    }
}
