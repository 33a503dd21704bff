package io.sluice.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Boards;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.Stock;
import io.sluice.engine.core.naive.Broadcast;
import io.sluice.engine.core.naive.Command;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.ring.ForgetfulJournal;
import io.sluice.engine.ring.HaltSignal;
import io.sluice.engine.ring.SimulatedRing;
import io.sluice.engine.view.ItemView;
import io.sluice.engine.view.RoomBoard;
import io.sluice.engine.view.StockView;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.agrona.DirectBuffer;

/** The board that rooms are shown from, beside the core whose records it reads, after each of them. */
class RoomBoardPropertyTest {
    private static final int COMMANDS = 150;
    private static final int SLOTS = 4;

    @Property(tries = 40)
    void everyOfferShowsTheStockItSellsFromAndHowManyWait(@ForAll final long seed) {
        new Evening(seed).run();
    }

    /** One evening; each command is decided, and what the core asks for behind it, before the next is offered. */
    private static final class Evening implements EngineListener {
        private final FlashCore core = new FlashCore(CoreReserves.NONE);
        private final RecordChain chain = new RecordChain();
        private final RoomBoard board = new RoomBoard();
        private final Auditor auditor = new Auditor();
        private final Broadcast broadcast;
        private final SimulatedRing ring;
        private long nowMs;

        Evening(final long seed) {
            broadcast = new Broadcast(new Random(seed), auditor.model());
            final HaltSignal halt = new HaltSignal(why -> {
                throw new AssertionError("halted", why);
            });
            ring = new SimulatedRing(SLOTS, core, chain, new ForgetfulJournal(), () -> nowMs, this, halt);
        }

        void run() {
            broadcast.opening().forEach(this::decide);
            for (int i = 0; i < COMMANDS; i++) {
                decide(broadcast.next());
                assertShows(Boards.of(core, chain));
            }
        }

        private void decide(final Command command) {
            nowMs = broadcast.nextMs();
            final CommandBytes bytes = CommandBytes.of(command);
            auditor.noteAsked(bytes, command);
            ring.offer(bytes, 1);
            while (!ring.isEmpty()) {
                ring.decide(1, () -> {});
                ring.seal(1);
            }
        }

        @Override
        public void onRecord(final RecordFlyweight record, final long replyTo) {
            auditor.audit(record);
            board.apply(record);
            assertShows(board);
        }

        @Override
        public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {}

        @Override
        public void onBatchEnd() {}

        private void assertShows(final RoomBoard shown) {
            auditor.checkBoard(shown);
            core.catalogue().forEachOffer(offer -> {
                assertThat(shown.offer(offer.id()).available())
                        .isEqualTo(offer.stock().available());
                assertThat(shown.offer(offer.id()).waiting()).isEqualTo(offer.waiting());
            });
            core.catalogue()
                    .forEachRoom(room -> assertThat((long) shown.room(room.id()).booked())
                            .isEqualTo(
                                    room.state() == RoomState.SCHEDULED
                                            ? core.bookings().booked(room.id())
                                            : 0));
            core.catalogue().forEachItem(item -> {
                final List<String> parts = new ArrayList<>();
                parts.add(partOf(item.shared()));
                core.catalogue().allotments().forEach(allotment -> {
                    if (allotment.item() == item) {
                        parts.add(partOf(allotment));
                    }
                });
                assertThat(partsOf(shown.item(item.id()))).containsExactlyInAnyOrderElementsOf(parts);
            });
        }

        private static List<String> partsOf(final ItemView item) {
            return item.stocks().stream()
                    .filter(StockView::isOpen)
                    .map(stock -> stock.kind() + " " + stock.of() + " " + stock.available())
                    .toList();
        }

        private static String partOf(final Stock stock) {
            return stock.kind() + " " + stock.of() + " " + stock.available();
        }
    }
}
