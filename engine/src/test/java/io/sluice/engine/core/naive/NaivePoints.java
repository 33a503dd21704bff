package io.sluice.engine.core.naive;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Viewers' points, by all that ever moved them: a balance is gone through from the first move on whenever it is asked for. */
final class NaivePoints {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,64}");
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final long PURCHASE_UNIT_FEN = 10_000;

    private final Map<PointReason, Command.PutPointRule> rules = new EnumMap<>(PointReason.class);
    private final List<Move> moves = new ArrayList<>();
    private final Set<List<Long>> referred = new HashSet<>();
    private final List<Verdict.Moved> moved = new ArrayList<>();
    private CoreLimits limits = CoreLimits.DEFAULT;
    private long sequence;
    private long nowMs;

    void begin(final long newSequence, final long timeMs) {
        sequence = newSequence;
        nowMs = timeMs;
        moved.clear();
    }

    void limits(final CoreLimits newLimits) {
        limits = newLimits;
    }

    /** The verdict with what the command has moved. */
    Verdict told(final Verdict verdict) {
        return verdict.moving(List.copyOf(moved));
    }

    NaiveCatalogue.Answer put(final Command.PutPointRule command) {
        final boolean hasRule = command.reason() != null
                && command.reason() != PointReason.SPENT
                && command.reason() != PointReason.TAKEN_BACK;
        if (!hasRule
                || isBad(command.points(), ProtocolLimits.MAX_POINTS)
                || isBad(command.dailyCap(), ProtocolLimits.MAX_POINTS)
                || isBad(command.validMs(), ProtocolLimits.MAX_POLICY_MS)) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        rules.put(command.reason(), command);
        return NaiveCatalogue.Answer.of(Outcome.ACCEPTED);
    }

    NaiveCatalogue.Answer award(final Command.AwardPoints command) {
        if (command.viewer() < 1
                || command.viewer() > ProtocolLimits.MAX_ID
                || (command.reason() != PointReason.QUIZ && command.reason() != PointReason.GIFT)
                || !KEY.matcher(command.key()).matches()) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        for (final Move move : moves) {
            if (move.viewer() == command.viewer() && move.key().equals(command.key())) {
                return new NaiveCatalogue.Answer(Outcome.REPEATED, move.points());
            }
        }
        if (isFull()) {
            return NaiveCatalogue.Answer.of(Outcome.CAPACITY);
        }
        return new NaiveCatalogue.Answer(
                Outcome.ACCEPTED,
                earn(command.viewer(), command.reason(), pointsOf(command.reason()), 0, command.key()));
    }

    void onComment(final long viewer) {
        earn(viewer, PointReason.COMMENT, pointsOf(PointReason.COMMENT), 0, "");
    }

    void onInvited(final long inviter) {
        earn(inviter, PointReason.SHARE, pointsOf(PointReason.SHARE), 0, "");
    }

    void onPurchase(final NaiveOrder order) {
        final long viewer = order.command.viewer();
        final long inviter = order.attribution.inviter();
        final long points = order.totalFen() / PURCHASE_UNIT_FEN * pointsOf(PointReason.PURCHASE);
        earn(viewer, PointReason.PURCHASE, Math.min(points, ProtocolLimits.MAX_POINTS), order.number, "");
        if (inviter != 0 && pointsOf(PointReason.REFERRAL) > 0 && referred.add(List.of(inviter, viewer))) {
            earn(inviter, PointReason.REFERRAL, pointsOf(PointReason.REFERRAL), 0, "");
        }
    }

    void onRefund(final NaiveOrder order, final long refundedBeforeFen) {
        final long brought = moves.stream()
                .filter(move -> move.reason() == PointReason.PURCHASE && move.order() == order.number)
                .mapToLong(Move::points)
                .sum();
        if (brought == 0 || isFull()) {
            return;
        }
        final long points = part(brought, order.refundedFen(), order.totalFen())
                - part(brought, refundedBeforeFen, order.totalFen());
        if (points > 0) {
            add(order.command.viewer(), PointReason.TAKEN_BACK, -points, 0, order.number, "", false);
        }
    }

    boolean isFull() {
        return moves.size() >= limits.maxKeys();
    }

    void spend(final long viewer, final int price) {
        if (price > 0) {
            add(viewer, PointReason.SPENT, -price, 0, 0, "", false);
        }
    }

    /** What a viewer can spend at a time. */
    long balanceOf(final long viewer, final long atMs) {
        final List<long[]> lots = new ArrayList<>();
        long owed = 0;
        for (final Move move : (Iterable<Move>) movesOf(viewer)::iterator) {
            lots.removeIf(lot -> lot[1] <= move.timeMs());
            final long more = Math.max(0, move.points());
            final long madeUp = Math.min(owed, more);
            lots.add(new long[] {more - madeUp, move.expiresAtMs()});
            owed += Math.max(0, -move.points()) - madeUp;
            for (final long[] lot : lots) {
                final long taken = Math.min(owed, lot[0]);
                lot[0] -= taken;
                owed -= taken;
            }
        }
        return lots.stream().mapToLong(lot -> lot[1] > atMs ? lot[0] : 0).sum() - owed;
    }

    /** A viewer's newest moves as they are shown, at a time. */
    Verdict.Points shown(final long viewer, final long atMs) {
        final List<Verdict.PointMove> shown = new ArrayList<>();
        for (int i = moves.size(); i > 0 && shown.size() < ProtocolLimits.MAX_POINT_PAGE; i--) {
            final Move move = moves.get(i - 1);
            if (move.viewer() == viewer) {
                shown.add(new Verdict.PointMove(
                        i,
                        move.reason(),
                        move.points(),
                        move.timeMs(),
                        move.expiresAtMs(),
                        move.record(),
                        move.order()));
            }
        }
        return new Verdict.Points(balanceOf(viewer, atMs), movesOf(viewer).count() > shown.size(), shown);
    }

    /** When some of the points end that were brought, in the order in which they came. */
    List<Long> ends() {
        return moves.stream()
                .filter(move -> move.points() > 0 && move.expiresAtMs() < Long.MAX_VALUE)
                .map(Move::expiresAtMs)
                .toList();
    }

    /** Answers how many that was, less than asked for where the day's cap is met. */
    private long earn(
            final long viewer, final PointReason reason, final long points, final long order, final String key) {
        final Command.PutPointRule rule = rules.get(reason);
        if (points == 0 || isFull()) {
            return 0;
        }
        final long had = movesOf(viewer)
                .filter(move -> move.reason() == reason
                        && move.capped()
                        && dayOf(move.timeMs()).equals(dayOf(nowMs)))
                .mapToLong(Move::points)
                .sum();
        final long allowed = rule.dailyCap() == 0 ? points : Math.min(points, Math.max(0, rule.dailyCap() - had));
        if (allowed > 0) {
            final long untilMs = rule.validMs() == 0 ? Long.MAX_VALUE : nowMs + rule.validMs();
            final long earlierMs =
                    movesOf(viewer).mapToLong(Move::expiresAtMs).max().orElse(0);
            add(viewer, reason, allowed, Math.max(untilMs, earlierMs), order, key, rule.dailyCap() > 0);
        }
        return allowed;
    }

    private void add(
            final long viewer,
            final PointReason reason,
            final long points,
            final long expiresAtMs,
            final long order,
            final String key,
            final boolean capped) {
        moves.add(new Move(viewer, reason, points, nowMs, expiresAtMs, sequence, order, key, capped));
        moved.add(new Verdict.Moved(viewer, reason, points, balanceOf(viewer, nowMs), expiresAtMs));
    }

    private Stream<Move> movesOf(final long viewer) {
        return moves.stream().filter(move -> move.viewer() == viewer);
    }

    private int pointsOf(final PointReason reason) {
        return rules.containsKey(reason) ? rules.get(reason).points() : 0;
    }

    private static LocalDate dayOf(final long timeMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), CHINA);
    }

    private static boolean isBad(final long value, final long most) {
        return value < 0 || value > most;
    }

    private static long part(final long points, final long fen, final long wholeFen) {
        return BigInteger.valueOf(points)
                .multiply(BigInteger.valueOf(fen))
                .divide(BigInteger.valueOf(wholeFen))
                .longValueExact();
    }

    /** What moved a viewer's points; {@code capped} where a day's cap counted. */
    private record Move(
            long viewer,
            PointReason reason,
            long points,
            long timeMs,
            long expiresAtMs,
            long record,
            long order,
            String key,
            boolean capped) {}
}
