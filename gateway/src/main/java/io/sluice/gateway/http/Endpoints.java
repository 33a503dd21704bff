package io.sluice.gateway.http;

import io.sluice.engine.view.PackBoard;
import io.sluice.gateway.admission.Activity;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.WebhookSignature;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.share.ShareCodec;
import io.vertx.core.http.HttpMethod;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The operations of the contract, with what each needs. One event loop's. */
final class Endpoints {
    private static final Set<Role> BUYERS = Role.BUYERS;
    private static final Set<Role> GUIDES = Set.of(Role.GUIDE);
    private static final Set<Role> SHARERS = Set.of(Role.VIEWER, Role.GUIDE, Role.OPERATOR);
    /** In the room, on either side of the camera. */
    private static final Set<Role> ROOM_PEOPLE = union(BUYERS, Role.STAFF);
    /** Who may ask why an order counts for whom. */
    private static final Set<Role> ASKERS = union(BUYERS, union(Role.SERVICE_DESK, Role.ANALYSTS));

    private static final Set<Role> DOWNSTREAM = Set.of(Role.DOWNSTREAM);

    private final HttpServices services;
    private final OrderAnswers answers;
    private final EndpointList list = new EndpointList();

    private Endpoints(final HttpServices services) {
        this.services = services;
        answers = new OrderAnswers(packs(services));
    }

    /** Every operation but placing an order, which has its own way in. */
    static List<Endpoint> of(final HttpServices services, final LiveEndpoint live) {
        final Endpoints endpoints = new Endpoints(services);
        endpoints.addOrders();
        endpoints.addLines();
        endpoints.addReviews();
        endpoints.addBookings();
        endpoints.addRooms(live);
        endpoints.addReferrals();
        endpoints.addCoupons();
        endpoints.addMoney();
        new StaffEndpoints(services, endpoints.answers, endpoints.list).add();
        return endpoints.list.all();
    }

    /** {@code POST /rooms/{room}/orders}. */
    static Endpoint placeOrder(final HttpServices services) {
        return new Endpoint(
                Endpoint.PLACE_ORDER,
                HttpMethod.POST,
                "/rooms/:room/orders",
                BUYERS,
                Activity.ORDER,
                Endpoint.Body.JSON,
                new PlaceOrderAction(
                        new OrderAnswers(packs(services)), services.shares().get()));
    }

    private void addOrders() {
        list.get("getOrder", "/orders/:order", BUYERS, new GetOrderAction(answers));
        list.get(
                "getAttribution",
                "/orders/:order/attribution",
                ASKERS,
                new GetAttributionAction(services.engine(), answers));
        list.get("listMyOrders", "/me/orders", BUYERS, ListOrdersAction.ofCaller(packs(services)));
        list.add(
                "cancelOrder",
                HttpMethod.POST,
                "/orders/:order/cancel",
                BUYERS,
                Activity.ORDER,
                Endpoint.Body.NONE,
                CancelOrderAction.byOwner(answers));
        list.add(
                "confirmOrder",
                HttpMethod.POST,
                "/orders/:order/confirm",
                BUYERS,
                Activity.ORDER,
                Endpoint.Body.NONE,
                new ConfirmOrderAction(answers));
    }

    /** Who finds an offer sold out: joining its line gives way to orders, leaving it is as urgent as a cancellation. */
    private void addLines() {
        final String place = "/rooms/:room/offers/:offer/place";
        list.add("joinLine", HttpMethod.PUT, place, BUYERS, Activity.CLAIM, Endpoint.Body.JSON, new JoinLineAction());
        list.add(
                "leaveLine",
                HttpMethod.DELETE,
                place,
                BUYERS,
                Activity.ORDER,
                Endpoint.Body.NONE,
                new LeaveLineAction(services.rooms()));
        list.get("listMyPlaces", "/me/places", BUYERS, new ListPlacesAction());
    }

    /** Writing one gives way to orders as talk does. */
    private void addReviews() {
        list.add(
                "writeReview",
                HttpMethod.POST,
                "/orders/:order/reviews",
                BUYERS,
                Activity.COMMENT,
                Endpoint.Body.JSON,
                new WriteReviewAction());
        list.get(
                "listReviews",
                "/rooms/:room/offers/:offer/reviews",
                ROOM_PEOPLE,
                new ListReviewsAction(services.ledger(), services.rooms()));
        list.get("listMyReviews", "/me/reviews", BUYERS, new ListMyReviewsAction(services.ledger()));
        list.look(
                "listReviewsToJudge",
                "/operator/reviews",
                Role.SERVICE_DESK,
                new ListReviewsToJudgeAction(services.ledger()));
        list.operate("judgeReview", "/operator/reviews/:review/state", Role.SERVICE_DESK, new JudgeReviewAction());
    }

    private void addBookings() {
        final String booking = "/rooms/:room/booking";
        list.add(
                "bookShow",
                HttpMethod.PUT,
                booking,
                BUYERS,
                Activity.CLAIM,
                Endpoint.Body.NONE,
                new BookShowAction(true));
        list.add(
                "unbookShow",
                HttpMethod.DELETE,
                booking,
                BUYERS,
                Activity.CLAIM,
                Endpoint.Body.NONE,
                new BookShowAction(false));
        list.get("listMyBookings", "/me/bookings", BUYERS, new ListBookingsAction(services.rooms()));
    }

    private void addRooms(final LiveEndpoint live) {
        list.get("getRoom", "/rooms/:room", EndpointList.NOBODY_ASKED, new GetRoomAction(services.rooms()));
        list.add(
                "issueTicket",
                HttpMethod.POST,
                "/rooms/:room/tickets",
                ROOM_PEOPLE,
                Activity.TICKET,
                Endpoint.Body.NONE,
                new IssueTicketAction(services.tickets(), services.rooms(), services.wallClockMs()));
        list.add(
                "joinLive",
                HttpMethod.GET,
                "/rooms/:room/live",
                EndpointList.NOBODY_ASKED,
                Activity.CONNECT,
                Endpoint.Body.NONE,
                new JoinLiveAction(services.tickets(), services.origins(), live));
        list.get("readJournal", "/journal", DOWNSTREAM, new ReadJournalAction(services.feeds()));
    }

    private void addReferrals() {
        final ShareCodec shares = services.shares().get();
        final EnginePort engine = services.engine();
        list.touch("makeShare", "/share-codes", SHARERS, new MakeShareAction(engine, services.rooms(), shares));
        list.get("readShare", "/share-codes/:share", EndpointList.NOBODY_ASKED, new ReadShareAction(engine, shares));
        list.touch("noteTouch", "/touches", BUYERS, new NoteTouchAction(shares));
        list.touch("noteServed", "/guides/me/served", GUIDES, new NoteServedAction(engine));
        list.get("getMyInvitations", "/me/invitations", BUYERS, new GetInvitationsAction(engine));
    }

    private void addCoupons() {
        final EnginePort engine = services.engine();
        list.operate("saveCampaign", HttpMethod.PUT, "/operator/campaigns/:campaign", new SaveCampaignAction());
        list.look("getCampaign", "/operator/campaigns/:campaign", new GetCampaignAction(engine));
        list.look("listCampaigns", "/operator/campaigns", new ListCampaignsAction(engine));
        list.add(
                "inviteToCampaign",
                HttpMethod.POST,
                "/operator/campaigns/:campaign/viewers",
                Set.of(Role.OPERATOR),
                null,
                Endpoint.Body.LONG_JSON,
                new InviteAction());
        list.operate("startRain", HttpMethod.POST, "/operator/rooms/:room/rain", new StartRainAction());
        list.get(
                "listRoomCampaigns",
                "/rooms/:room/campaigns",
                EndpointList.NOBODY_ASKED,
                new ListRoomCampaignsAction(engine, services.rooms()));
        list.add(
                "claimCoupon",
                HttpMethod.POST,
                "/campaigns/:campaign/claims",
                BUYERS,
                Activity.CLAIM,
                Endpoint.Body.JSON,
                new ClaimCouponAction(engine));
        list.get("listMyCoupons", "/me/coupons", BUYERS, new ListCouponsAction(engine));
    }

    private void addMoney() {
        final WebhookSignature signature = services.webhooks().get();
        final PaymentAction payments = new PaymentAction(signature, answers);
        list.signed("takePayment", "/payments", payments);
        final RefundAction refunds = new RefundAction(signature, answers);
        list.signed("refundOrder", "/refunds", refunds);
        list.signed(
                "declineRefund",
                "/refunds/declined",
                new DeclineRefundAction(signature, new EndedRequestAnswer(answers)));
        list.operate(
                "refundFreeOrder",
                "/operator/orders/:order/refund",
                Role.SERVICE_DESK,
                new RefundFreeOrderAction(answers, refunds));
        if (services.demoTokens() != null) {
            list.add(
                    "demoToken",
                    HttpMethod.POST,
                    "/demo/tokens",
                    EndpointList.NOBODY_ASKED,
                    Activity.QUERY,
                    Endpoint.Body.JSON,
                    new DemoTokenAction(services.demoTokens(), services.wallClockMs()));
            list.add(
                    "demoPayment",
                    HttpMethod.POST,
                    "/demo/payments",
                    BUYERS,
                    Activity.ORDER,
                    Endpoint.Body.JSON,
                    new DemoPaymentAction(answers, payments));
        }
    }

    /** Which offers are packs. */
    static PackBoard packs(final HttpServices services) {
        return services.engine().brandBoard().campaigns().packs();
    }

    private static Set<Role> union(final Set<Role> some, final Set<Role> others) {
        final Set<Role> all = EnumSet.copyOf(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
