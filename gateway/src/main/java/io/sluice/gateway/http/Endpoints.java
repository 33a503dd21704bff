package io.sluice.gateway.http;

import io.sluice.engine.view.PackBoard;
import io.sluice.gateway.admission.Activity;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.WebhookSignature;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.share.ShareCodec;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The operations of the contract, with what each needs. One event loop's. */
final class Endpoints {
    private static final Set<Role> NOBODY_ASKED = Set.of();
    private static final Set<Role> BUYERS = Role.BUYERS;
    private static final Set<Role> GUIDES = Set.of(Role.GUIDE);
    private static final Set<Role> SHARERS = Set.of(Role.VIEWER, Role.GUIDE, Role.OPERATOR);
    private static final Set<Role> OPERATORS = Set.of(Role.OPERATOR);
    /** In the room, on either side of the camera. */
    private static final Set<Role> ROOM_PEOPLE = union(BUYERS, Role.STAFF);
    /** Who may ask why an order counts for whom. */
    private static final Set<Role> ASKERS = union(BUYERS, union(Role.SERVICE_DESK, Role.ANALYSTS));

    private static final Set<Role> DOWNSTREAM = Set.of(Role.DOWNSTREAM);

    private final HttpServices services;
    private final OrderAnswers answers;
    private final List<Endpoint> all = new ArrayList<>();

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
        endpoints.addOperator();
        endpoints.addService();
        endpoints.addTalk();
        endpoints.addStock();
        endpoints.addBrand();
        endpoints.addCommission();
        endpoints.addLedger();
        endpoints.addCoupons();
        endpoints.addPacksAndPoints();
        endpoints.addMoney();
        endpoints.addImports();
        return endpoints.all;
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
        get("getOrder", "/orders/:order", BUYERS, new GetOrderAction(answers));
        get(
                "getAttribution",
                "/orders/:order/attribution",
                ASKERS,
                new GetAttributionAction(services.engine(), answers));
        get("listMyOrders", "/me/orders", BUYERS, ListOrdersAction.ofCaller(packs(services)));
        add(
                "cancelOrder",
                HttpMethod.POST,
                "/orders/:order/cancel",
                BUYERS,
                Activity.ORDER,
                Endpoint.Body.NONE,
                CancelOrderAction.byOwner(answers));
        add(
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
        add("joinLine", HttpMethod.PUT, place, BUYERS, Activity.CLAIM, Endpoint.Body.JSON, new JoinLineAction());
        add(
                "leaveLine",
                HttpMethod.DELETE,
                place,
                BUYERS,
                Activity.ORDER,
                Endpoint.Body.NONE,
                new LeaveLineAction(services.rooms()));
        get("listMyPlaces", "/me/places", BUYERS, new ListPlacesAction());
    }

    /** Writing one gives way to orders as talk does. */
    private void addReviews() {
        add(
                "writeReview",
                HttpMethod.POST,
                "/orders/:order/reviews",
                BUYERS,
                Activity.COMMENT,
                Endpoint.Body.JSON,
                new WriteReviewAction());
        get(
                "listReviews",
                "/rooms/:room/offers/:offer/reviews",
                ROOM_PEOPLE,
                new ListReviewsAction(services.ledger(), services.rooms()));
        get("listMyReviews", "/me/reviews", BUYERS, new ListMyReviewsAction(services.ledger()));
        look(
                "listReviewsToJudge",
                "/operator/reviews",
                Role.SERVICE_DESK,
                new ListReviewsToJudgeAction(services.ledger()));
        operate("judgeReview", "/operator/reviews/:review/state", Role.SERVICE_DESK, new JudgeReviewAction());
    }

    private void addBookings() {
        final String booking = "/rooms/:room/booking";
        add("bookShow", HttpMethod.PUT, booking, BUYERS, Activity.CLAIM, Endpoint.Body.NONE, new BookShowAction(true));
        add(
                "unbookShow",
                HttpMethod.DELETE,
                booking,
                BUYERS,
                Activity.CLAIM,
                Endpoint.Body.NONE,
                new BookShowAction(false));
        get("listMyBookings", "/me/bookings", BUYERS, new ListBookingsAction(services.rooms()));
    }

    private void addRooms(final LiveEndpoint live) {
        get("getRoom", "/rooms/:room", NOBODY_ASKED, new GetRoomAction(services.rooms()));
        add(
                "issueTicket",
                HttpMethod.POST,
                "/rooms/:room/tickets",
                ROOM_PEOPLE,
                Activity.TICKET,
                Endpoint.Body.NONE,
                new IssueTicketAction(services.tickets(), services.rooms(), services.wallClockMs()));
        add(
                "joinLive",
                HttpMethod.GET,
                "/rooms/:room/live",
                NOBODY_ASKED,
                Activity.CONNECT,
                Endpoint.Body.NONE,
                new JoinLiveAction(services.tickets(), services.origins(), live));
        get("readJournal", "/journal", DOWNSTREAM, new ReadJournalAction(services.feeds()));
    }

    private void addReferrals() {
        final ShareCodec shares = services.shares().get();
        final EnginePort engine = services.engine();
        touch("makeShare", "/share-codes", SHARERS, new MakeShareAction(engine, services.rooms(), shares));
        get("readShare", "/share-codes/:share", NOBODY_ASKED, new ReadShareAction(engine, shares));
        touch("noteTouch", "/touches", BUYERS, new NoteTouchAction(shares));
        touch("noteServed", "/guides/me/served", GUIDES, new NoteServedAction(engine));
        get("getMyInvitations", "/me/invitations", BUYERS, new GetInvitationsAction(engine));
    }

    private void addOperator() {
        look("getMyRights", "/operator/me", new GetMyRightsAction(all));
        operate("saveRoom", HttpMethod.PUT, "/operator/rooms/:room", new SaveRoomAction());
        look("listRooms", "/operator/rooms", new ListRoomsAction(services.rooms()));
        look(
                "getFigures",
                "/operator/rooms/:room/figures",
                new GetFiguresAction(services.ledger(), services.rooms(), services.engine()));
        look(
                "getSummary",
                "/operator/rooms/:room/summary",
                Role.ANALYSTS,
                GetSummaryAction.asJson(services.ledger(), services.rooms(), services.engine()));
        look(
                "getSummaryTable",
                "/operator/rooms/:room/summary.csv",
                Role.ANALYSTS,
                GetSummaryAction.asTable(services.ledger(), services.rooms(), services.engine()));
        operate("setRoomState", HttpMethod.POST, "/operator/rooms/:room/state", new SetRoomStateAction());
        operate("pinOffer", HttpMethod.POST, "/operator/rooms/:room/pin", new PinOfferAction());
        operate("saveOffer", HttpMethod.PUT, "/operator/rooms/:room/offers/:offer", new SaveOfferAction());
        operateWithoutBody(
                "openOffer", HttpMethod.POST, "/operator/rooms/:room/offers/:offer/open", new OpenOfferAction());
        operateWithoutBody(
                "closeOffer", HttpMethod.POST, "/operator/rooms/:room/offers/:offer/close", new CloseOfferAction());
        operate("saveItem", HttpMethod.PUT, "/operator/items/:item", new SaveItemAction());
        operate("muteViewer", "/operator/viewers/:viewer/mute", Role.MODERATORS, new MuteViewerAction());
    }

    /** For whoever helps a customer. */
    private void addService() {
        final PackBoard packs = packs(services);
        look("findOrder", "/operator/orders/:order", Role.SERVICE_DESK, new FindOrderAction(answers, packs));
        look(
                "getOrderStory",
                "/operator/orders/:order/story",
                Role.SERVICE_DESK,
                new GetOrderStoryAction(services.engine(), services.ledger(), answers));
        add(
                "cancelForViewer",
                HttpMethod.POST,
                "/operator/orders/:order/cancel",
                Role.SERVICE_DESK,
                null,
                Endpoint.Body.NONE,
                CancelOrderAction.byOperator(answers));
        operate(
                "requestRefund",
                "/operator/orders/:order/refund-requests",
                Role.SERVICE_DESK,
                new RequestRefundAction(answers, services.demoTokens() != null));
        look(
                "listViewerOrders",
                "/operator/viewers/:viewer/orders",
                Role.SERVICE_DESK,
                ListOrdersAction.ofViewer(packs));
        look(
                "listRoomOrders",
                "/operator/rooms/:room/orders",
                Role.SERVICE_DESK,
                new ListRoomOrdersAction(services.ledger(), answers, packs));
    }

    /** What moderators do, and viewers ask of them; mutes are with the operators' other commands. */
    private void addTalk() {
        final LedgerDesk desk = services.ledger();
        final RoomSnapshots rooms = services.rooms();
        moderate(
                "hideComment",
                "/operator/rooms/:room/comments/:comment/hide",
                Endpoint.Body.NONE,
                new HideCommentAction());
        moderate("decideAppeal", "/operator/viewers/:viewer/appeal", Endpoint.Body.JSON, new DecideAppealAction());
        moderate("slowRoom", "/operator/rooms/:room/slow", Endpoint.Body.JSON, new SlowRoomAction());
        moderate("blockWord", "/operator/block-words", Endpoint.Body.JSON, new BlockWordAction());
        watchTalk(
                "listComments",
                "/operator/rooms/:room/comments",
                new ListCommentsAction(desk, rooms, services.engine()));
        watchTalk("getTalk", "/operator/rooms/:room/talk", new GetTalkAction(desk, rooms, services.engine()));
        talk("reportComment", "/rooms/:room/comments/:comment/report", Endpoint.Body.NONE, new ReportCommentAction());
        talk("appealMute", "/me/appeal", Endpoint.Body.JSON, new AppealMuteAction());
        watchTalk(
                "listWords",
                "/operator/block-words",
                new ListWordsAction(services.engine().brandBoard().words()));
    }

    private void moderate(final String name, final String path, final Endpoint.Body body, final Action action) {
        add(name, HttpMethod.POST, path, Role.MODERATORS, null, body, action);
    }

    private void talk(final String name, final String path, final Endpoint.Body body, final Action action) {
        add(name, HttpMethod.POST, path, BUYERS, Activity.COMMENT, body, action);
    }

    private void watchTalk(final String name, final String path, final Action action) {
        add(name, HttpMethod.GET, path, Role.MODERATORS, null, Endpoint.Body.NONE, action);
    }

    private void addStock() {
        operate("changeStock", HttpMethod.POST, "/operator/items/:item/stock", new ChangeStockAction());
        operate("moveStock", HttpMethod.POST, "/operator/items/:item/moves", new MoveStockAction());
        operateWithoutBody(
                "closeAllotment",
                HttpMethod.DELETE,
                "/operator/items/:item/allotments/:kind/:of",
                new CloseAllotmentAction());
        look("listProposals", "/operator/proposals", new ListProposalsAction());
        operateWithoutBody(
                "approveProposal",
                HttpMethod.POST,
                "/operator/proposals/:proposal/approve",
                new DecideProposalAction(ProposalCommands::approve));
        operateWithoutBody(
                "withdrawProposal",
                HttpMethod.DELETE,
                "/operator/proposals/:proposal",
                new DecideProposalAction(ProposalCommands::withdraw));
        look("getStocks", "/operator/items/:item/stocks", new GetStocksAction(services.rooms()));
    }

    private void addBrand() {
        final EnginePort engine = services.engine();
        operate("saveStore", HttpMethod.PUT, "/operator/stores/:store", new SaveStoreAction());
        look("getStore", "/operator/stores/:store", new GetStoreAction(engine));
        operate("saveGuide", HttpMethod.PUT, "/operator/guides/:guide", new SaveGuideAction());
        look("getGuide", "/operator/guides/:guide", new GetGuideAction(engine));
        operate("saveGroup", HttpMethod.PUT, "/operator/groups/:group", new SaveGroupAction());
        look("getGroup", "/operator/groups/:group", new GetGroupAction(engine));
        operate("savePolicy", HttpMethod.PUT, "/operator/attribution-policy", new SavePolicyAction());
        look("getPolicy", "/operator/attribution-policy", new GetPolicyAction(engine));
        operate("hostRoom", HttpMethod.PUT, "/operator/rooms/:room/host", new HostRoomAction());
        look("getHost", "/operator/rooms/:room/host", new GetHostAction(engine, services.rooms()));
        look("getViewer", "/operator/viewers/:viewer", Role.SERVICE_DESK, new GetViewerAction());
    }

    private void addCommission() {
        operate("saveBrandPlan", HttpMethod.PUT, "/operator/plans/brand", SavePlanAction.ofBrand());
        operate(
                "saveCategoryPlan",
                HttpMethod.PUT,
                "/operator/plans/categories/:category",
                SavePlanAction.ofCategory());
        operate("saveOfferPlan", HttpMethod.PUT, "/operator/plans/offers/:offer", SavePlanAction.ofOffer());
        look("getPlans", "/operator/plans", Role.ANALYSTS, new GetPlansAction(services.engine()));
        operate("classifyItem", HttpMethod.PUT, "/operator/items/:item/class", new ClassifyItemAction());
    }

    private void addLedger() {
        final LedgerDesk desk = services.ledger();
        final AccountHolders holders = new AccountHolders(services.engine());
        operate("openPayout", HttpMethod.PUT, "/operator/payouts/:payout", new OpenPayoutAction(desk));
        operate("setPayoutState", HttpMethod.POST, "/operator/payouts/:payout/state", new SetPayoutStateAction(desk));
        look("listPayouts", "/operator/payouts", Role.ANALYSTS, new ListPayoutsAction(desk));
        look("getPayout", "/operator/payouts/:payout", Role.ANALYSTS, new GetPayoutAction(desk, holders));
        look("getLedger", "/operator/ledger", Role.ANALYSTS, new GetLedgerAction(desk));
        look(
                "getStatement",
                "/operator/statements/:kind/:id",
                Role.ANALYSTS,
                new GetStatementAction(desk, services.engine(), holders::inPath));
        look(
                "listEntries",
                "/operator/statements/:kind/:id/entries",
                Role.ANALYSTS,
                new ListEntriesAction(desk, services.engine(), holders::inPath));
        get(
                "getMyStatement",
                "/me/statement",
                BUYERS,
                new GetStatementAction(desk, services.engine(), holders::caller));
        get(
                "listMyEntries",
                "/me/statement/entries",
                BUYERS,
                new ListEntriesAction(desk, services.engine(), holders::caller));
    }

    private void addCoupons() {
        final EnginePort engine = services.engine();
        operate("saveCampaign", HttpMethod.PUT, "/operator/campaigns/:campaign", new SaveCampaignAction());
        look("getCampaign", "/operator/campaigns/:campaign", new GetCampaignAction(engine));
        look("listCampaigns", "/operator/campaigns", new ListCampaignsAction(engine));
        add(
                "inviteToCampaign",
                HttpMethod.POST,
                "/operator/campaigns/:campaign/viewers",
                OPERATORS,
                null,
                Endpoint.Body.LONG_JSON,
                new InviteAction());
        operate("startRain", HttpMethod.POST, "/operator/rooms/:room/rain", new StartRainAction());
        get(
                "listRoomCampaigns",
                "/rooms/:room/campaigns",
                NOBODY_ASKED,
                new ListRoomCampaignsAction(engine, services.rooms()));
        add(
                "claimCoupon",
                HttpMethod.POST,
                "/campaigns/:campaign/claims",
                BUYERS,
                Activity.CLAIM,
                Endpoint.Body.JSON,
                new ClaimCouponAction(engine));
        get("listMyCoupons", "/me/coupons", BUYERS, new ListCouponsAction(engine));
    }

    private void addPacksAndPoints() {
        final EnginePort engine = services.engine();
        operate("savePack", HttpMethod.PUT, "/operator/offers/:offer/pack", new SavePackAction());
        look("listPacks", "/operator/packs", new ListPacksAction(engine));
        operate("savePointRule", HttpMethod.PUT, "/operator/points/:reason", new SavePointRuleAction());
        look("getPointRules", "/operator/points", new GetPointRulesAction(engine));
        operate("awardPoints", "/operator/viewers/:viewer/points", Role.SERVICE_DESK, new AwardPointsAction());
        get("listMyPoints", "/me/points", BUYERS, new ListPointsAction());
    }

    private void addMoney() {
        final WebhookSignature signature = services.webhooks().get();
        final PaymentAction payments = new PaymentAction(signature, answers);
        signed("takePayment", "/payments", payments);
        final RefundAction refunds = new RefundAction(signature, answers);
        signed("refundOrder", "/refunds", refunds);
        operate(
                "refundFreeOrder",
                "/operator/orders/:order/refund",
                Role.SERVICE_DESK,
                new RefundFreeOrderAction(answers, refunds));
        if (services.demoTokens() != null) {
            add(
                    "demoToken",
                    HttpMethod.POST,
                    "/demo/tokens",
                    NOBODY_ASKED,
                    Activity.QUERY,
                    Endpoint.Body.JSON,
                    new DemoTokenAction(services.demoTokens(), services.wallClockMs()));
            add(
                    "demoPayment",
                    HttpMethod.POST,
                    "/demo/payments",
                    BUYERS,
                    Activity.ORDER,
                    Endpoint.Body.JSON,
                    new DemoPaymentAction(answers, payments));
        }
    }

    private void addImports() {
        add(
                "importList",
                HttpMethod.POST,
                "/operator/imports/:kind",
                OPERATORS,
                null,
                Endpoint.Body.CSV,
                new ImportAction(services.imports()));
    }

    private static PackBoard packs(final HttpServices services) {
        return services.engine().brandBoard().campaigns().packs();
    }

    private static Set<Role> union(final Set<Role> some, final Set<Role> others) {
        final Set<Role> all = EnumSet.copyOf(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private void get(final String name, final String path, final Set<Role> roles, final Action action) {
        add(name, HttpMethod.GET, path, roles, Activity.QUERY, Endpoint.Body.NONE, action);
    }

    private void touch(final String name, final String path, final Set<Role> roles, final Action action) {
        add(name, HttpMethod.POST, path, roles, Activity.TOUCH, Endpoint.Body.JSON, action);
    }

    /** What the console shows to everybody it lets in. */
    private void look(final String name, final String path, final Action action) {
        look(name, path, Role.STAFF, action);
    }

    private void look(final String name, final String path, final Set<Role> roles, final Action action) {
        add(name, HttpMethod.GET, path, roles, null, Endpoint.Body.NONE, action);
    }

    private void operate(final String name, final String path, final Set<Role> roles, final Action action) {
        add(name, HttpMethod.POST, path, roles, null, Endpoint.Body.JSON, action);
    }

    private void operate(final String name, final HttpMethod method, final String path, final Action action) {
        add(name, method, path, OPERATORS, null, Endpoint.Body.JSON, action);
    }

    private void operateWithoutBody(
            final String name, final HttpMethod method, final String path, final Action action) {
        add(name, method, path, OPERATORS, null, Endpoint.Body.NONE, action);
    }

    private void signed(final String name, final String path, final Action action) {
        add(name, HttpMethod.POST, path, NOBODY_ASKED, null, Endpoint.Body.SIGNED_JSON, action);
    }

    private void add(
            final String name,
            final HttpMethod method,
            final String path,
            final Set<Role> roles,
            final Activity activity,
            final Endpoint.Body body,
            final Action action) {
        all.add(new Endpoint(name, method, path, roles, activity, body, action));
    }
}
