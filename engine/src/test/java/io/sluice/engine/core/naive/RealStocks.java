package io.sluice.engine.core.naive;

import io.sluice.engine.core.Allotments;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.Item;
import io.sluice.engine.core.PlacePage;
import io.sluice.engine.core.WaitingLines;
import io.sluice.engine.protocol.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The allotments and waiting lines of the core under test. */
final class RealStocks implements StockDecider {
    private final FlashCore core;
    private final Decision decision;
    private final PlacePage page = PlacePage.ofAnswer();

    RealStocks(final FlashCore core, final Decision decision) {
        this.core = core;
        this.decision = decision;
    }

    /** Every item's shared stock, then all allotments that are open. */
    List<Verdict.Stock> parts() {
        final List<Verdict.Stock> parts = new ArrayList<>();
        core.catalogue().forEachItem(item -> parts.add(ShownDecision.stockOf(item.shared())));
        allotments().forEach(stock -> parts.add(ShownDecision.stockOf(stock)));
        return parts;
    }

    /** Every item's units, all of its parts together. */
    List<Verdict.Stock> items() {
        final List<Verdict.Stock> items = new ArrayList<>();
        core.catalogue().forEachItem(item -> items.add(wholeOf(item)));
        return items;
    }

    /** A viewer's places. */
    List<Verdict.Place> placesOf(final long viewer) {
        lines().show(viewer, page);
        return ShownDecision.placesOf(page);
    }

    /** What waits for a second person, as far as it can be approved: record, who, item, units and until when of each. */
    List<List<Long>> proposals(final long nowMs) {
        final List<List<Long>> open = new ArrayList<>();
        core.stockChanges()
                .forEachOpen(
                        nowMs,
                        each -> open.add(List.of(
                                each.sequence(), each.actor(), each.item().id(), each.units(), each.untilMs())));
        return open;
    }

    /** The offer whose first viewer is to be called, 0 for none. */
    long nextToCall(final long nowMs) {
        return lines().nextToCall(nowMs);
    }

    @Override
    public Verdict decide(final StockCommand.MoveStock command) {
        return after(decided -> allotments()
                .move(
                        command.item(),
                        command.from().kind(),
                        command.from().of(),
                        command.to().kind(),
                        command.to().of(),
                        command.units(),
                        decided));
    }

    @Override
    public Verdict decide(final StockCommand.CloseAllotment command) {
        final StockCommand.Part part = command.part();
        return after(decided -> allotments().close(command.item(), part.kind(), part.of(), decided));
    }

    @Override
    public Verdict decide(final StockCommand.JoinLine command) {
        return after(
                decided -> lines().join(command.viewer(), command.room(), command.offer(), command.units(), decided));
    }

    @Override
    public Verdict decide(final StockCommand.LeaveLine command) {
        return after(decided -> lines().leave(command.viewer(), command.offer(), decided));
    }

    @Override
    public Verdict decide(final StockCommand.CallNext command) {
        return after(decided -> lines().callNext(command.offer(), decided));
    }

    @Override
    public Verdict decide(final StockCommand.EndTurn command) {
        return after(decided -> lines().endTurn(command.viewer(), command.offer(), decided));
    }

    @Override
    public Verdict decide(final StockCommand.Approve command) {
        return after(decided -> core.stockChanges().approve(command.actor(), command.proposal(), decided));
    }

    @Override
    public Verdict decide(final StockCommand.Withdraw command) {
        return after(decided -> core.stockChanges().withdraw(command.proposal(), decided));
    }

    @Override
    public Verdict decide(final StockCommand.FindPlaces command) {
        final Verdict.Places places = new Verdict.Places(placesOf(command.viewer()));
        return Verdict.of(Outcome.FOUND, decision.sequence()).found(places);
    }

    private Verdict after(final Consumer<Decision> command) {
        command.accept(decision);
        return ShownDecision.of(decision);
    }

    private Allotments allotments() {
        return core.catalogue().allotments();
    }

    private WaitingLines lines() {
        return core.waitingLines();
    }

    private static Verdict.Stock wholeOf(final Item item) {
        return new Verdict.Stock(
                item.id(), null, 0, item.stocked(), item.available(), item.held(), item.sold(), item.writtenOff());
    }
}
