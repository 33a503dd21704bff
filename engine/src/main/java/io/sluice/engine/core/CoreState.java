package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/**
 * The core's state as it is saved: what the first version had, and behind it what came later, each part under its number,
 * and only if there is any of it. A state without it is the bytes it always was.
 */
final class CoreState {
    private static final int VIEWER_LIMIT = 1;
    private static final int BRAND = 2;
    private static final int HOSTS = 3;
    private static final int POLICY = 4;
    private static final int VIEWERS = 5;
    private static final int CREDITS = 6;
    private static final int CLASSES = 7;
    private static final int PLANS = 8;
    private static final int COMMISSIONS = 9;
    private static final int PAYOUTS = 10;
    private static final int COUPONS = 11;
    private static final int DISCOUNTS = 12;
    private static final int PACKS = 13;
    private static final int POINTS = 14;
    private static final int ALLOTMENTS = 15;
    private static final int TURNS = 16;
    private static final int LINES = 17;
    private static final int PENDING_REFUNDS = 29;
    private static final int WRITE_OFF_LIMIT = 30;
    private static final int PROPOSALS = 31;
    private static final int REVIEWS = 33;
    private static final int BOOKINGS = 34;
    private static final int BOOKINGS_UNSEEN = 41;
    private static final int ENDED_REQUESTS = 35;
    private static final int COMMENTS = 24;
    private static final int WORDS = 25;
    private static final int SLOW_ROOMS = 26;
    private static final int REPORTS = 27;
    private static final int APPEALS = 28;
    private static final int COMMENTS_OF_ROOMS = 40;

    private final FlashCore core;

    CoreState(final FlashCore core) {
        this.core = core;
    }

    void save(final StateOutput output) {
        core.limits().save(output);
        core.catalogue.save(output);
        core.orders.save(output);
        core.orderAnswers.save(output);
        core.orderRefusals.save(output);
        core.paymentAnswers.save(output);
        core.refundAnswers.save(output);
        core.talk.save(output);
        saveBrand(output);
        saveMoney(output);
    }

    private void saveBrand(final StateOutput output) {
        if (core.limits().maxViewers() != CoreLimits.DEFAULT_VIEWERS) {
            output.putInt(VIEWER_LIMIT);
            output.putInt(core.limits().maxViewers());
        }
        if (!core.brand.isEmpty()) {
            output.putInt(BRAND);
            core.brand.save(output);
        }
        if (core.catalogue.hasHosts()) {
            output.putInt(HOSTS);
            core.catalogue.saveHosts(output);
        }
        if (core.policy.version() > 0) {
            output.putInt(POLICY);
            core.policy.save(output);
        }
        if (core.viewers.isNeeded()) {
            output.putInt(VIEWERS);
            core.viewers.save(output);
        }
        if (!core.orders.credits().isEmpty()) {
            output.putInt(CREDITS);
            core.orders.credits().save(output);
        }
    }

    private void saveMoney(final StateOutput output) {
        if (core.catalogue.hasClasses()) {
            output.putInt(CLASSES);
            core.catalogue.saveClasses(output);
        }
        if (!core.plans.isEmpty()) {
            output.putInt(PLANS);
            core.plans.save(output);
        }
        if (!core.commissions.isEmpty()) {
            output.putInt(COMMISSIONS);
            core.commissions.save(output);
        }
        if (!core.payouts.isEmpty()) {
            output.putInt(PAYOUTS);
            core.payouts.save(output);
        }
        saveCoupons(output);
    }

    private void saveCoupons(final StateOutput output) {
        if (!core.coupons.isEmpty()) {
            output.putInt(COUPONS);
            core.coupons.save(output);
        }
        if (!core.orders.discounts().isEmpty()) {
            output.putInt(DISCOUNTS);
            core.orders.discounts().save(output);
        }
        if (!core.packs.isEmpty()) {
            output.putInt(PACKS);
            core.packs.save(output);
        }
        if (!core.points.isEmpty()) {
            output.putInt(POINTS);
            core.points.save(output);
        }
        saveStock(output);
    }

    private void saveStock(final StateOutput output) {
        if (!core.catalogue.allotments().isEmpty()) {
            output.putInt(ALLOTMENTS);
            core.catalogue.allotments().save(output);
        }
        if (core.catalogue.hasTurns()) {
            output.putInt(TURNS);
            core.catalogue.saveTurns(output);
        }
        if (!core.lines.isEmpty()) {
            output.putInt(LINES);
            core.lines.save(output);
        }
        if (core.limits().maxWriteOff() != CoreLimits.DEFAULT_WRITE_OFF) {
            output.putInt(WRITE_OFF_LIMIT);
            output.putLong(core.limits().maxWriteOff());
        }
        if (!core.stockChanges.isEmpty()) {
            output.putInt(PROPOSALS);
            core.stockChanges.save(output);
        }
        if (!core.refunds.pending().isEmpty()) {
            output.putInt(PENDING_REFUNDS);
            core.refunds.pending().save(output);
        }
        if (core.refunds.pending().hasEnded()) {
            output.putInt(ENDED_REQUESTS);
            core.refunds.pending().saveEnded(output);
        }
        if (!core.reviews.isEmpty()) {
            output.putInt(REVIEWS);
            core.reviews.save(output);
        }
        if (!core.bookings.isEmpty()) {
            output.putInt(BOOKINGS);
            core.bookings.save(output);
        }
        if (core.bookings.hasUnseen()) {
            output.putInt(BOOKINGS_UNSEEN);
            core.bookings.saveUnseen(output);
        }
        saveTalk(output);
    }

    private void saveTalk(final StateOutput output) {
        if (core.talk.comments().hasShared()) {
            output.putInt(COMMENTS);
            core.talk.comments().saveShared(output);
        }
        if (core.talk.comments().hasOfRooms()) {
            output.putInt(COMMENTS_OF_ROOMS);
            core.talk.comments().saveOfRooms(core.catalogue, output);
        }
        if (!core.talk.words().isEmpty()) {
            output.putInt(WORDS);
            core.talk.words().save(output);
        }
        if (core.talk.hasSlowRooms()) {
            output.putInt(SLOW_ROOMS);
            core.talk.saveSlowRooms(output);
        }
        if (!core.talk.reports().isEmpty()) {
            output.putInt(REPORTS);
            core.talk.reports().save(output);
        }
        if (core.talk.mutes().hasAppeals()) {
            output.putInt(APPEALS);
            core.talk.mutes().saveAppeals(output);
        }
    }

    void take(final StateInput input) {
        core.keepWithin(CoreLimits.load(input));
        core.catalogue.load(input);
        core.orders.load(input);
        core.orderAnswers.load(input);
        core.orderRefusals.load(input);
        core.paymentAnswers.load(input);
        core.refundAnswers.load(input);
        core.talk.load(input);
        while (input.hasMore()) {
            takeSection(input.getInt(), input);
        }
    }

    private void takeSection(final int section, final StateInput input) {
        switch (section) {
            case VIEWER_LIMIT -> core.keepWithin(core.limits().withMaxViewers(input.getInt()));
            case BRAND -> core.brand.load(input);
            case HOSTS -> core.catalogue.loadHosts(input, core.brand);
            case POLICY -> core.policy.load(input);
            case VIEWERS -> core.viewers.load(input);
            case CREDITS -> core.orders.credits().load(input);
            case CLASSES -> core.catalogue.loadClasses(input);
            case PLANS -> core.plans.load(input);
            case COMMISSIONS -> core.commissions.load(input);
            case PAYOUTS -> core.payouts.load(input);
            case COUPONS -> core.coupons.load(input);
            case POINTS -> core.points.load(input);
            case ALLOTMENTS -> core.catalogue.allotments().load(input);
            case TURNS -> core.catalogue.loadTurns(input);
            case LINES -> core.lines.load(input);
            case WRITE_OFF_LIMIT -> core.keepWithin(core.limits().withMaxWriteOff(input.getLong()));
            case PROPOSALS -> core.stockChanges.load(input);
            case PENDING_REFUNDS -> core.refunds.pending().load(input);
            case ENDED_REQUESTS -> core.refunds.pending().loadEnded(input);
            case REVIEWS -> core.reviews.load(input);
            case BOOKINGS -> core.bookings.load(input);
            case BOOKINGS_UNSEEN -> core.bookings.loadUnseen(input);
            case COMMENTS -> core.talk.comments().loadShared(input);
            case COMMENTS_OF_ROOMS -> core.talk.comments().loadOfRooms(core.catalogue, input);
            case WORDS -> core.talk.words().load(input);
            case REPORTS -> core.talk.reports().load(input);
            case APPEALS -> core.talk.mutes().loadAppeals(input);
            case SLOW_ROOMS -> core.talk.loadSlowRooms(input);
            case PACKS -> core.packs.load(input);
            case DISCOUNTS -> core.orders.discounts().load(input);
            default -> throw new IllegalStateException("section=" + section + " of the state is not known");
        }
    }

    void indexAnswers() {
        core.orderAnswers.index();
        core.orderRefusals.index();
        core.paymentAnswers.index();
        core.refundAnswers.index();
    }

    void index() {
        final boolean loaded = core.viewers.isNeeded();
        if (loaded) {
            core.viewers.index();
        }
        core.catalogue.allotments().index();
        core.lines.index();
        core.talk.index();
        core.orders.index(core.units, !loaded);
        core.commissions.index();
        core.coupons.index();
        core.packs.index();
        core.points.index();
        core.reviews.index();
        core.bookings.index();
        core.refunds.pending().index();
    }
}
