package io.sluice.engine.core.naive;

/** An offer: what the last command about its terms said, and since when it is open or closed. */
final class NaiveOffer {
    final long id;
    final NaiveRoom room;
    final NaiveItem item;
    Command.PutOffer terms;
    long opensAtMs;
    long closesAtMs;
    boolean isPack;

    NaiveOffer(final long id, final NaiveRoom room, final NaiveItem item) {
        this.id = id;
        this.room = room;
        this.item = item;
    }

    void put(final Command.PutOffer newTerms) {
        terms = newTerms;
        opensAtMs = newTerms.opensAtMs();
        closesAtMs = newTerms.closesAtMs();
    }

    long priceFenAt(final long nowMs) {
        return terms.windows().stream()
                .filter(window -> window.fromMs() <= nowMs && nowMs < window.toMs())
                .map(Command.Window::priceFen)
                .findFirst()
                .orElse(terms.listPriceFen());
    }
}
