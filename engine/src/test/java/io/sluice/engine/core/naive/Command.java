package io.sluice.engine.core.naive;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockReason;
import io.sluice.engine.protocol.TouchKind;
import java.util.List;

/** A command as a value: whoever decides is asked by the method of its name. */
public interface Command {
    /** Has it decided. */
    Verdict decidedBy(Decider decider);

    /** Units of an offer. */
    record Units(long offer, int quantity) {}

    /** A price from one moment to another. */
    record Window(long fromMs, long toMs, long priceFen) {}

    /** What a coupon takes off, and when it does. */
    record Off(long discountFen, int basisPoints, long minimumFen, FlashRule flash, boolean comesBack) {}

    /** How many coupons there are, when, and for how many points. */
    record Supply(
            long budgetFen,
            int count,
            int perViewer,
            long claimFromMs,
            long claimToMs,
            long validMs,
            boolean rain,
            int points) {}

    /** Who may claim: a kind and what it needs. */
    record Crowd(Audience kind, long store, int radiusMetres, long room, int watchedSeconds, long memberMs) {}

    /** For how long a viewer watched. */
    record Watched(long viewer, int seconds) {}

    /** Who a viewer belongs to. */
    record Belonging(long viewer, long memberSinceMs, long guide, long group, long inviter) {}

    /** A payee's share of a commission plan; {@code payee} is a code. */
    record Share(int payee, int basisPoints, long fixedFen, long capFen) {}

    /** See the core's method of this name. */
    record PlaceOrder(
            long viewer,
            long room,
            List<Units> lines,
            long expectedTotalFen,
            String coupon,
            String share,
            Verdict.Touch touch,
            String key)
            implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record PayOrder(long order, long amountFen, String reference) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record ExpireOrder(long order) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name; {@code request} is what it completes, 0 for whatever is asked for. */
    record RefundOrder(long order, List<Units> lines, ReturnedStock returned, String reference, long request)
            implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record FindOrder(long viewer, long order) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record PutRoom(long room, String title) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record ChangeRoomState(long room, RoomState next) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record PutItem(long item, String title) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record ChangeStock(long actor, long item, long change, StockReason reason) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record PutOffer(
            long room,
            long offer,
            long item,
            long listPriceFen,
            long opensAtMs,
            long closesAtMs,
            int perViewerLimit,
            int holdSeconds,
            int turnSeconds,
            List<Window> windows)
            implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record OpenOffer(long room, long offer) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record CloseOffer(long room, long offer) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record ChangeLimits(CoreLimits limits) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record PinOffer(long room, long offer) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record NoteTouch(long viewer, TouchKind kind, int channel, long room, long offer, Verdict.Touch touch, String share)
            implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record PutStore(long store, int latitudeE6, int longitudeE6, String name) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record PutGuide(long guide, long viewer, int active, List<Long> stores, String name) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record PutGroup(long group, long store, long guide, long owner, String name) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record PutViewers(List<Belonging> viewers) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record PutAttributionPolicy(BindingMode binding, long bindingMs, long touchWindowMs, List<AttributionRule> rules)
            implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record HostRoom(long room, long store, long guide) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name; {@code scope} is null for none that there is. */
    record PutCommissionPlan(PlanScope scope, long target, long returnWindowMs, List<Share> shares) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name; {@code kind} is null for none that there is. */
    record ClassifyItem(long item, long category, ItemKind kind) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the payouts' method of this name. */
    record OpenPayout(long payout, long untilMs) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the payouts' method of this name; {@code next} is null for none that there is. */
    record ChangePayoutState(long payout, PayoutState next) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record FindViewer(long viewer) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the coupons' method of this name; its rule of flash prices and its kind of people are null for none that there is. */
    record PutCampaign(long campaign, Off off, Supply supply, Crowd crowd, List<Long> offers, String title)
            implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the coupons' method of this name. */
    record InviteToCampaign(long campaign, List<Long> viewers) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the coupons' method of this name. */
    record StartRain(long campaign, long room, int count, long durationMs) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the coupons' method of this name. */
    record NoteWatched(long room, List<Watched> viewers) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the coupons' method of this name. */
    record ClaimCoupon(long viewer, long campaign, int latitudeE6, int longitudeE6, String key) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the coupons' method of this name. */
    record FindCoupons(long viewer, long before, int maximum) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the packs' command. */
    record PutPack(long offer, long campaign, int units) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the points' command; {@code reason} is null for none that there is. */
    record PutPointRule(PointReason reason, int points, int dailyCap, long validMs) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the points' command; {@code reason} is null for none that there is. */
    record AwardPoints(long viewer, PointReason reason, String key) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the bookings' command. */
    record BookShow(long viewer, long room, int booked) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }

    /** See the core's method of this name. */
    record FindInviters(List<Long> viewers) implements Command {
        @Override
        public Verdict decidedBy(final Decider decider) {
            return decider.decide(this);
        }
    }
}
