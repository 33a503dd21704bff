package io.sluice.ops.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The shoppers: one real basket after the other, placed by the viewer who stands for its customer, and what becomes of
 * the order. Customers keep their viewer id, so who buys again in the data buys again here.
 */
final class CrowdShoppers {
    /** Above every id a person at the page is given, below 2^53. */
    static final long FIRST_VIEWER = 1_000_000_000L;

    /** Shows that can follow each other, by their seeds, without meeting the same people. */
    private static final int SHOWS = 100_000;

    private static final long PASSES_A_SHOW = 1_000L;
    private static final int LIVE_PERCENT = 80;
    private static final int SOCKET_PERCENT = 50;
    private static final int REPEAT_PERCENT = 3;
    private static final int ABANDON_PERCENT = 4;
    private static final int CLAIM_PERCENT = 40;
    /** So long the seat is kept for who waits in a line; a turn that comes later goes by. */
    private static final long WAITS_MS = 30_000;

    private final CrowdMaterial material;
    private final BasketBook book;
    private final TouchPlan touches;
    private final CrowdSeats seats;
    private final CrowdAgenda agenda;
    private final CrowdReasons reasons;
    private final SplittableRandom random;
    private final Map<Long, Long> leastFen = new HashMap<>();
    private final long firstViewer;
    private long placed;
    private long orders;

    CrowdShoppers(
            final CrowdMaterial material,
            final CrowdSeats seats,
            final CrowdAgenda agenda,
            final CrowdReasons reasons,
            final SplittableRandom random,
            final long seed) {
        this.material = material;
        book = material.baskets();
        touches = new TouchPlan(material.brand());
        this.seats = seats;
        this.agenda = agenda;
        this.reasons = reasons;
        this.random = random;
        material.brand().offers().forEach(offer -> leastFen.put(offer.offer(), offer.leastPriceFen()));
        firstViewer = FIRST_VIEWER + Math.floorMod(seed, SHOWS) * PASSES_A_SHOW * people();
    }

    /** Whether the viewer watches over a WebSocket. */
    static boolean isLive(final long viewer) {
        return Scatter.below(100, viewer, 8) < LIVE_PERCENT;
    }

    /** Plans the next basket's customer to come in, look around and order; nothing while every seat is needed. */
    void planBasket(final long atMs) {
        final int index = (int) (placed % book.baskets().size());
        final Basket basket = book.baskets().get(index);
        final long viewer = viewer(basket, index);
        final boolean newcomer = !seats.isSeated(viewer);
        if (newcomer) {
            if (!seats.hasRoom(atMs)) {
                return;
            }
            planJoin(viewer, atMs);
        }
        placed++;
        final long orderMs = Math.max(atMs, seats.joinedMs(viewer)) + (newcomer ? between(3_000, 20_000) : 0);
        planOrder(viewer, orderMs, basket.lines(), basket.cancelled());
    }

    /** Plans a seated viewer to grab one unit of an offer; nothing if the seat is empty. */
    void planGrab(final int seat, final long offer, final long atMs) {
        final long viewer = seats.at(seat);
        if (viewer != CrowdSeats.NOBODY) {
            planOrder(viewer, Math.max(atMs, seats.joinedMs(viewer) + 1_000), List.of(new OrderLine(offer, 1)), false);
        }
    }

    private void planJoin(final long viewer, final long atMs) {
        final long leaver = seats.sit(viewer, atMs);
        if (leaver != CrowdSeats.NOBODY) {
            agenda.plan(new CrowdAction.Leave(atMs, leaver));
        }
        final Touch touch = touches.touch(viewer, firstViewer);
        agenda.plan(new CrowdAction.Join(atMs, viewer, material.handle(viewer), touch, isLive(viewer)));
        reasons.add(viewer, Mood.GREETING, 0, atMs + 1_000);
        if (random.nextInt(100) < CLAIM_PERCENT) {
            planClaim(viewer, DemoCampaign.WELCOME, atMs + between(1_000, 2_000));
        }
    }

    /** Plans somebody in a seat to claim of the rain; nothing if the seat is empty. */
    void planRainClaim(final int seat, final long atMs) {
        final long viewer = seats.at(seat);
        if (viewer != CrowdSeats.NOBODY) {
            planClaim(viewer, DemoCampaign.RAIN, Math.max(atMs, seats.joinedMs(viewer) + 1_000));
        }
    }

    /** Plans somebody in a seat who watches to want a unit of the drop, and to stay for a while; nothing if nobody does. */
    void planWait(final int seat, final DemoOffer offer, final long atMs) {
        final long viewer = seats.at(seat);
        if (viewer != CrowdSeats.NOBODY && isLive(viewer)) {
            final long wantsMs = Math.max(atMs, seats.joinedMs(viewer) + 1_000);
            agenda.plan(new CrowdAction.Wait(wantsMs, viewer, ++orders, offer.offer(), offer.leastPriceFen()));
            seats.keepUntil(viewer, wantsMs + WAITS_MS);
        }
    }

    private void planClaim(final long viewer, final long campaign, final long atMs) {
        agenda.plan(new CrowdAction.Claim(atMs, viewer, campaign));
        seats.keepUntil(viewer, atMs);
    }

    private void planOrder(final long viewer, final long atMs, final List<OrderLine> lines, final boolean cancelled) {
        final long number = ++orders;
        final boolean overSocket = isLive(viewer) && random.nextInt(100) < SOCKET_PERCENT;
        final Touch carried = touches.carries(viewer) ? touches.touch(viewer, firstViewer) : Touch.NONE;
        agenda.plan(new CrowdAction.Order(atMs, viewer, number, lines, leastFen(lines), carried, overSocket));
        reasons.add(viewer, Mood.BUYING, lines.get(0).offer(), atMs + 500);
        long keptMs = atMs;
        if (random.nextInt(100) < REPEAT_PERCENT) {
            keptMs = atMs + between(200, 1_500);
            agenda.plan(new CrowdAction.Repeat(keptMs, viewer, number));
        }
        seats.keepUntil(viewer, keptMs);
        planEnd(viewer, atMs, number, cancelled);
    }

    /** Most pay within seconds, few take a minute; who cancels takes longer to think. */
    private void planEnd(final long viewer, final long orderMs, final long number, final boolean cancelled) {
        if (cancelled) {
            agenda.plan(new CrowdAction.Cancel(orderMs + between(5_000, 40_000), viewer, number));
        } else if (random.nextInt(100) < ABANDON_PERCENT) {
            agenda.plan(new CrowdAction.Abandon(orderMs + 10_000, viewer, number));
        } else {
            final long payMs = orderMs + 3_000 + Math.min(57_000, (long) (-7_000 * Math.log(1 - random.nextDouble())));
            agenda.plan(new CrowdAction.Pay(payMs, viewer, number));
        }
    }

    /** A customer is one viewer for one pass through the data; each guest is a viewer of their own. */
    private long viewer(final Basket basket, final int index) {
        final long pass = placed / book.baskets().size();
        final long person = basket.customer() > 0 ? basket.customer() : book.customers() + 1L + index;
        return firstViewer + pass * people() + person;
    }

    private long people() {
        return book.customers() + 1L + book.baskets().size();
    }

    private long leastFen(final List<OrderLine> lines) {
        return lines.stream()
                .mapToLong(line -> leastFen.getOrDefault(line.offer(), 0L) * line.quantity())
                .sum();
    }

    private long between(final long fromMs, final long toMs) {
        return random.nextLong(fromMs, toMs);
    }
}
