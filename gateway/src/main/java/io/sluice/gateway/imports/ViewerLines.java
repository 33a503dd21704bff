package io.sluice.gateway.imports;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.GuideView;

/** Lines of {@link ImportKind#VIEWERS}. */
final class ViewerLines implements LineReader {
    private static final int VIEWER = 0;
    private static final int MEMBER_SINCE = 1;
    private static final int GUIDE = 2;
    private static final int GROUP = 3;
    private static final int INVITER = 4;

    private final long actor;
    private final BrandBoard brand;
    private long viewer;
    private long memberSinceMs;
    private long guide;
    private long group;
    private long inviter;
    private PutViewersCommand filling;

    ViewerLines(final long actor, final BrandBoard brand) {
        this.actor = actor;
        this.brand = brand;
    }

    @Override
    public void read(final Fields fields) {
        viewer = fields.id(VIEWER);
        memberSinceMs = fields.timeOrNone(MEMBER_SINCE);
        guide = fields.idOrNone(GUIDE);
        group = fields.idOrNone(GROUP);
        inviter = fields.idOrNone(INVITER);
        if (fields.isGood()) {
            checkGuide(fields);
            checkOthers(fields);
        }
    }

    private void checkGuide(final Fields fields) {
        if (guide == 0) {
            return;
        }
        final GuideView known = brand.guide(guide);
        if (known == null) {
            fields.refused(GUIDE, Outcome.GUIDE_UNKNOWN, "There is no guide " + guide + ".");
        } else if (!known.active()) {
            fields.refused(GUIDE, Outcome.GUIDE_UNKNOWN, "Guide " + guide + " works no more.");
        } else if (known.viewer() == viewer) {
            fields.refused(GUIDE, Outcome.SELF_REFERRAL, "Guide " + guide + " is this viewer.");
        }
    }

    private void checkOthers(final Fields fields) {
        if (group != 0 && brand.group(group) == null) {
            fields.refused(GROUP, Outcome.GROUP_UNKNOWN, "There is no group " + group + ".");
        }
        if (inviter == viewer) {
            fields.refused(INVITER, Outcome.SELF_REFERRAL, "Nobody invites themselves.");
        }
    }

    @Override
    public long id() {
        return viewer;
    }

    @Override
    public long inviter() {
        return inviter;
    }

    @Override
    public ImportCommand take(final long line) {
        if (filling == null) {
            filling = new PutViewersCommand(actor);
        }
        filling.add(line, viewer, memberSinceMs, guide, group, inviter);
        return filling.isFull() ? rest() : null;
    }

    @Override
    public ImportCommand rest() {
        final ImportCommand filled = filling;
        filling = null;
        return filled;
    }
}
