package io.sluice.engine.core.naive;

import io.sluice.engine.core.Ascii;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.PointPage;
import io.sluice.engine.core.PointRule;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.ArrayList;
import java.util.List;

/** The packs and points of the core under test. */
final class RealPoints {
    private final FlashCore core;
    private final PointPage page = new PointPage();
    private final Ascii key = new Ascii(ProtocolLimits.MAX_KEY_BYTES);

    RealPoints(final FlashCore core) {
        this.core = core;
    }

    void put(final Command.PutPack command, final Decision decision) {
        core.packs().put(command.offer(), command.campaign(), command.units(), decision);
    }

    void put(final Command.PutPointRule command, final Decision decision) {
        final PointRule rule = new PointRule(command.points(), command.dailyCap(), command.validMs());
        core.points().putRule(command.reason(), rule, decision);
    }

    void award(final Command.AwardPoints command, final Decision decision) {
        key.set(command.key());
        core.points().award(command.viewer(), command.reason(), key, decision);
    }

    /** A viewer's newest moves, at a time. */
    Verdict.Points shown(final long viewer, final long atMs) {
        core.points().show(viewer, 0, atMs, page.atMost(ProtocolLimits.MAX_POINT_PAGE));
        final List<Verdict.PointMove> shown = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            shown.add(new Verdict.PointMove(
                    page.number(i),
                    page.reason(i),
                    page.points(i),
                    page.timeMs(i),
                    page.expiresAtMs(i),
                    page.record(i),
                    page.order(i)));
        }
        return new Verdict.Points(page.balance(), page.hasMore(), shown);
    }
}
