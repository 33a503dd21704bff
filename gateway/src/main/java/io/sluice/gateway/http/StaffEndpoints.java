package io.sluice.gateway.http;

import io.sluice.engine.view.PackBoard;
import io.sluice.gateway.admission.Activity;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.link.EnginePort;
import io.vertx.core.http.HttpMethod;
import java.util.Set;

/** The operations of those who work here, with what each needs. One event loop's. */
final class StaffEndpoints {
    private final HttpServices services;
    private final OrderAnswers answers;
    private final EndpointList list;

    StaffEndpoints(final HttpServices services, final OrderAnswers answers, final EndpointList list) {
        this.services = services;
        this.answers = answers;
        this.list = list;
    }

    void add() {
        addOperator();
        addService();
        addTalk();
        addStock();
        addBrand();
        addCommission();
        addLedger();
        addPacksAndPoints();
        addImports();
    }

    private void addOperator() {
        list.look("getMyRights", "/operator/me", new GetMyRightsAction(list.all()));
        list.operate("saveRoom", HttpMethod.PUT, "/operator/rooms/:room", new SaveRoomAction());
        list.look("listRooms", "/operator/rooms", new ListRoomsAction(services.rooms()));
        list.look(
                "getFigures",
                "/operator/rooms/:room/figures",
                new GetFiguresAction(services.ledger(), services.rooms(), services.engine()));
        list.look(
                "getSummary",
                "/operator/rooms/:room/summary",
                Role.ANALYSTS,
                GetSummaryAction.asJson(services.ledger(), services.rooms(), services.engine()));
        list.look(
                "getSummaryTable",
                "/operator/rooms/:room/summary.csv",
                Role.ANALYSTS,
                GetSummaryAction.asTable(services.ledger(), services.rooms(), services.engine()));
        list.operate("setRoomState", HttpMethod.POST, "/operator/rooms/:room/state", new SetRoomStateAction());
        list.operate("pinOffer", HttpMethod.POST, "/operator/rooms/:room/pin", new PinOfferAction());
        list.operate("saveOffer", HttpMethod.PUT, "/operator/rooms/:room/offers/:offer", new SaveOfferAction());
        list.operateWithoutBody(
                "openOffer", HttpMethod.POST, "/operator/rooms/:room/offers/:offer/open", new OpenOfferAction());
        list.operateWithoutBody(
                "closeOffer", HttpMethod.POST, "/operator/rooms/:room/offers/:offer/close", new CloseOfferAction());
        list.operate("saveItem", HttpMethod.PUT, "/operator/items/:item", new SaveItemAction());
        list.operate("muteViewer", "/operator/viewers/:viewer/mute", Role.MODERATORS, new MuteViewerAction());
    }

    /** For whoever helps a customer. */
    private void addService() {
        final PackBoard packs = Endpoints.packs(services);
        list.look("findOrder", "/operator/orders/:order", Role.SERVICE_DESK, new FindOrderAction(answers, packs));
        list.look(
                "getOrderStory",
                "/operator/orders/:order/story",
                Role.SERVICE_DESK,
                new GetOrderStoryAction(services.engine(), services.ledger(), answers));
        list.add(
                "cancelForViewer",
                HttpMethod.POST,
                "/operator/orders/:order/cancel",
                Role.SERVICE_DESK,
                null,
                Endpoint.Body.NONE,
                CancelOrderAction.byOperator(answers));
        list.operate(
                "requestRefund",
                "/operator/orders/:order/refund-requests",
                Role.SERVICE_DESK,
                new RequestRefundAction(answers, services.demoTokens() != null));
        list.add(
                "withdrawRefundRequest",
                HttpMethod.DELETE,
                "/operator/orders/:order/refund-requests/:request",
                Role.SERVICE_DESK,
                null,
                Endpoint.Body.NONE,
                new WithdrawRefundRequestAction(new EndedRequestAnswer(answers)));
        list.look(
                "listViewerOrders",
                "/operator/viewers/:viewer/orders",
                Role.SERVICE_DESK,
                ListOrdersAction.ofViewer(packs));
        list.look(
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
        list.add(name, HttpMethod.POST, path, Role.MODERATORS, null, body, action);
    }

    private void talk(final String name, final String path, final Endpoint.Body body, final Action action) {
        list.add(name, HttpMethod.POST, path, Role.BUYERS, Activity.COMMENT, body, action);
    }

    private void watchTalk(final String name, final String path, final Action action) {
        list.add(name, HttpMethod.GET, path, Role.MODERATORS, null, Endpoint.Body.NONE, action);
    }

    private void addStock() {
        list.operate("changeStock", HttpMethod.POST, "/operator/items/:item/stock", new ChangeStockAction());
        list.operate("moveStock", HttpMethod.POST, "/operator/items/:item/moves", new MoveStockAction());
        list.operateWithoutBody(
                "closeAllotment",
                HttpMethod.DELETE,
                "/operator/items/:item/allotments/:kind/:of",
                new CloseAllotmentAction());
        list.look("listProposals", "/operator/proposals", new ListProposalsAction());
        list.operateWithoutBody(
                "approveProposal",
                HttpMethod.POST,
                "/operator/proposals/:proposal/approve",
                new DecideProposalAction(ProposalCommands::approve));
        list.operateWithoutBody(
                "withdrawProposal",
                HttpMethod.DELETE,
                "/operator/proposals/:proposal",
                new DecideProposalAction(ProposalCommands::withdraw));
        list.look("getStocks", "/operator/items/:item/stocks", new GetStocksAction(services.rooms()));
    }

    private void addBrand() {
        final EnginePort engine = services.engine();
        list.operate("saveStore", HttpMethod.PUT, "/operator/stores/:store", new SaveStoreAction());
        list.look("getStore", "/operator/stores/:store", new GetStoreAction(engine));
        list.operate("saveGuide", HttpMethod.PUT, "/operator/guides/:guide", new SaveGuideAction());
        list.look("getGuide", "/operator/guides/:guide", new GetGuideAction(engine));
        list.operate("saveGroup", HttpMethod.PUT, "/operator/groups/:group", new SaveGroupAction());
        list.look("getGroup", "/operator/groups/:group", new GetGroupAction(engine));
        list.operate("savePolicy", HttpMethod.PUT, "/operator/attribution-policy", new SavePolicyAction());
        list.look("getPolicy", "/operator/attribution-policy", new GetPolicyAction(engine));
        list.operate("hostRoom", HttpMethod.PUT, "/operator/rooms/:room/host", new HostRoomAction());
        list.look("getHost", "/operator/rooms/:room/host", new GetHostAction(engine, services.rooms()));
        list.look("getViewer", "/operator/viewers/:viewer", Role.SERVICE_DESK, new GetViewerAction());
    }

    private void addCommission() {
        list.operate("saveBrandPlan", HttpMethod.PUT, "/operator/plans/brand", SavePlanAction.ofBrand());
        list.operate(
                "saveCategoryPlan",
                HttpMethod.PUT,
                "/operator/plans/categories/:category",
                SavePlanAction.ofCategory());
        list.operate("saveOfferPlan", HttpMethod.PUT, "/operator/plans/offers/:offer", SavePlanAction.ofOffer());
        list.look("getPlans", "/operator/plans", Role.ANALYSTS, new GetPlansAction(services.engine()));
        list.operate("classifyItem", HttpMethod.PUT, "/operator/items/:item/class", new ClassifyItemAction());
    }

    private void addLedger() {
        final LedgerDesk desk = services.ledger();
        final AccountHolders holders = new AccountHolders(services.engine());
        list.operate("openPayout", HttpMethod.PUT, "/operator/payouts/:payout", new OpenPayoutAction(desk));
        list.operate(
                "setPayoutState", HttpMethod.POST, "/operator/payouts/:payout/state", new SetPayoutStateAction(desk));
        list.look("listPayouts", "/operator/payouts", Role.ANALYSTS, new ListPayoutsAction(desk));
        list.look("getPayout", "/operator/payouts/:payout", Role.ANALYSTS, new GetPayoutAction(desk, holders));
        list.look("getLedger", "/operator/ledger", Role.ANALYSTS, new GetLedgerAction(desk));
        list.look(
                "getStatement",
                "/operator/statements/:kind/:id",
                Role.ANALYSTS,
                new GetStatementAction(desk, services.engine(), holders::inPath));
        list.look(
                "listEntries",
                "/operator/statements/:kind/:id/entries",
                Role.ANALYSTS,
                new ListEntriesAction(desk, services.engine(), holders::inPath));
        list.get(
                "getMyStatement",
                "/me/statement",
                Role.BUYERS,
                new GetStatementAction(desk, services.engine(), holders::caller));
        list.get(
                "listMyEntries",
                "/me/statement/entries",
                Role.BUYERS,
                new ListEntriesAction(desk, services.engine(), holders::caller));
    }

    private void addPacksAndPoints() {
        final EnginePort engine = services.engine();
        list.operate("savePack", HttpMethod.PUT, "/operator/offers/:offer/pack", new SavePackAction());
        list.look("listPacks", "/operator/packs", new ListPacksAction(engine));
        list.operate("savePointRule", HttpMethod.PUT, "/operator/points/:reason", new SavePointRuleAction());
        list.look("getPointRules", "/operator/points", new GetPointRulesAction(engine));
        list.operate("awardPoints", "/operator/viewers/:viewer/points", Role.SERVICE_DESK, new AwardPointsAction());
        list.get("listMyPoints", "/me/points", Role.BUYERS, new ListPointsAction());
    }

    private void addImports() {
        list.add(
                "importList",
                HttpMethod.POST,
                "/operator/imports/:kind",
                Set.of(Role.OPERATOR),
                null,
                Endpoint.Body.CSV,
                new ImportAction(services.imports()));
    }
}
