package io.sluice.gateway.http;

import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.GroupView;
import io.sluice.engine.view.GuideView;
import io.sluice.gateway.admission.Identity;
import io.sluice.gateway.share.ShareCode;

/**
 * Who may make which share code. A viewer's code names the viewer as inviter, a guide's the guide. The code of a group
 * names the group and leaves it to the group who looks after it by the time somebody comes; only its owner is named beside
 * it. Operators make codes for anybody. Any thread.
 */
final class ShareRights {
    private ShareRights() {}

    /**
     * The code that somebody gets who asked for one.
     *
     * @param asked  what the request named, room and offer included; its inviter is 0.
     * @throws RequestRefusedException when it names what there is not, or what is not the asker's to give.
     */
    static ShareCode grant(final Identity who, final ShareCode asked, final BrandBoard board) {
        return switch (who.role()) {
            case OPERATOR -> ofOperator(asked, board);
            case GUIDE -> ofGuide(who.subject(), asked, board);
            case VIEWER -> ofViewer(who.subject(), asked, board);
            case MODERATOR, SERVICE, ANALYST, OBSERVER, PAYMENTS, DOWNSTREAM ->
                throw new RequestRefusedException(Problems.roleNotAllowed(who.role()));
        };
    }

    private static ShareCode ofOperator(final ShareCode asked, final BrandBoard board) {
        if (asked.store() != 0 && board.store(asked.store()) == null) {
            throw BrandProblems.storeUnknown(asked.store());
        }
        final GuideView guide = board.guide(asked.guide());
        if (asked.guide() != 0 && (guide == null || !guide.active())) {
            throw BrandProblems.guideUnknown(asked.guide());
        }
        if (asked.group() != 0) {
            groupOf(asked, board);
        }
        if (guide != null && asked.store() != 0 && !guide.worksIn(asked.store())) {
            throw BrandProblems.guideElsewhere(guide.id(), asked.store());
        }
        if (!asked.namesSomebody()) {
            throw JsonBody.invalid("guide", "or group or channel must be given");
        }
        return asked;
    }

    private static ShareCode ofGuide(final long subject, final ShareCode asked, final BrandBoard board) {
        final GuideView me = board.guideOfViewer(subject);
        if (me == null) {
            throw BrandProblems.noGuideIs(subject);
        }
        requireNone(asked.channel(), "channel");
        if (asked.guide() != 0 && asked.guide() != me.id()) {
            throw BrandProblems.notYours("guide", "You are guide " + me.id() + ".");
        }
        if (asked.store() != 0 && !me.worksIn(asked.store())) {
            throw BrandProblems.guideElsewhere(me.id(), asked.store());
        }
        if (asked.group() == 0) {
            return with(asked, me.id(), 0);
        }
        final GroupView group = groupOf(asked, board);
        if (group.guide() != me.id()) {
            requireOwner(group, subject);
            return with(asked, 0, subject);
        }
        return with(asked, 0, 0);
    }

    private static ShareCode ofViewer(final long subject, final ShareCode asked, final BrandBoard board) {
        requireNone(asked.channel(), "channel");
        requireNone(asked.guide(), "guide");
        requireNone(asked.store(), "store");
        if (asked.group() != 0) {
            requireOwner(groupOf(asked, board), subject);
        }
        return with(asked, 0, subject);
    }

    private static GroupView groupOf(final ShareCode asked, final BrandBoard board) {
        final GroupView group = board.group(asked.group());
        if (group == null) {
            throw BrandProblems.groupUnknown(asked.group());
        }
        return group;
    }

    private static void requireOwner(final GroupView group, final long viewer) {
        if (group.owner() != viewer) {
            throw BrandProblems.notYours("group", "Group " + group.id() + " is looked after by others.");
        }
    }

    private static void requireNone(final long id, final String field) {
        if (id != 0) {
            throw BrandProblems.notYours(field, "Your role gives no " + field + ".");
        }
    }

    private static ShareCode with(final ShareCode asked, final long guide, final long inviter) {
        return new ShareCode(
                asked.room(), asked.offer(), asked.store(), guide, asked.group(), asked.channel(), inviter);
    }
}
