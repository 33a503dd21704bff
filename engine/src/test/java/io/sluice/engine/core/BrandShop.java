package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.Outcome;
import java.nio.charset.StandardCharsets;

/**
 * A shop of a brand with a store, its counterpart online and one elsewhere; with a guide in the first two, a guide
 * elsewhere, and a group of the first guide's around the first store. There is no policy yet.
 */
final class BrandShop {
    static final long STORE = 1;
    static final long ONLINE = 2;
    static final long ELSEWHERE = 3;
    static final long GUIDE = 11;
    static final long OTHER_GUIDE = 12;
    static final long GROUP = 21;
    static final long DAY_MS = 86_400_000;

    private final Shop shop;
    private int orders;

    private BrandShop(final Shop shop) {
        this.shop = shop;
    }

    static BrandShop open() {
        return open(LimitsBuilder.limits());
    }

    static BrandShop open(final LimitsBuilder limits) {
        final BrandShop brand = new BrandShop(Shop.open(limits));
        brand.accepted(brand.putStore(STORE));
        brand.accepted(brand.putStore(ONLINE));
        brand.accepted(brand.putStore(ELSEWHERE));
        brand.accepted(brand.putGuide(GUIDE, 0, STORE, ONLINE));
        brand.accepted(brand.putGuide(OTHER_GUIDE, 0, ELSEWHERE));
        brand.accepted(brand.putGroup(GROUP, STORE, GUIDE));
        return brand;
    }

    /** As {@link #open()}, with a policy of these rules: touches bind first come first served, for a day, as long as they count. */
    static BrandShop ruledBy(final AttributionRule... rules) {
        final BrandShop brand = open();
        brand.accepted(brand.putPolicy(BindingMode.FIRST_TOUCH, DAY_MS, DAY_MS, rules));
        return brand;
    }

    /** As {@link #open()}, with a policy by which touches bind in this way. */
    static BrandShop binding(final BindingMode mode) {
        final BrandShop brand = open();
        brand.accepted(brand.putPolicy(mode, DAY_MS, DAY_MS, AttributionRule.GUIDE_BINDING));
        return brand;
    }

    /** Another that took this one's saved state. */
    BrandShop reloaded() {
        final BrandShop reloaded = new BrandShop(shop.reloaded());
        reloaded.orders = orders;
        return reloaded;
    }

    Shop shop() {
        return shop;
    }

    FlashCore core() {
        return shop.core();
    }

    Decision putStore(final long store) {
        return putStore(store, 31_230_400, 121_473_700, "Store");
    }

    Decision putStore(final long store, final int latitudeE6, final int longitudeE6, final String name) {
        return shop.decide(decision -> core().putStore(store, latitudeE6, longitudeE6, utf8(name), decision));
    }

    /** A guide at work, also {@code viewer} if that is not 0. */
    Decision putGuide(final long guide, final long viewer, final long... stores) {
        final GuideRequest request = new GuideRequest().set(guide, viewer, 1).name(utf8("Guide"));
        for (final long store : stores) {
            request.addStore(store);
        }
        return putGuide(request);
    }

    Decision putGuide(final GuideRequest request) {
        return shop.decide(decision -> core().putGuide(request, decision));
    }

    /** The guide works no more. */
    BrandShop leaves(final long guide) {
        final Guide known = core().brand().guide(guide);
        final GuideRequest request =
                new GuideRequest().set(guide, known.viewer(), 0).name(known.name());
        for (int i = 0; i < known.stores(); i++) {
            request.addStore(known.store(i).id());
        }
        accepted(putGuide(request));
        return this;
    }

    Decision putGroup(final long group, final long store, final long guide) {
        return putGroup(group, store, guide, 0, "Group");
    }

    Decision putGroup(final long group, final long store, final long guide, final long owner, final String name) {
        return shop.decide(decision -> core().putGroup(group, store, guide, owner, utf8(name), decision));
    }

    Decision host(final long room, final long store, final long guide) {
        return shop.decide(decision -> core().hostRoom(room, store, guide, decision));
    }

    Decision putPolicy(
            final BindingMode mode, final long bindingMs, final long windowMs, final AttributionRule... rules) {
        final PolicyRequest request = new PolicyRequest().set(mode, bindingMs, windowMs);
        for (final AttributionRule rule : rules) {
            request.addRule(rule.code());
        }
        return putPolicy(request);
    }

    Decision putPolicy(final PolicyRequest request) {
        return shop.decide(decision -> core().putAttributionPolicy(request, decision));
    }

    Decision note(final TouchBuilder touch) {
        return shop.decide(decision -> core().noteTouch(touch.build(), decision));
    }

    /** Notes a touch that the test needs and is not about; answers its record. */
    long noted(final TouchBuilder touch) {
        final Decision decision = note(touch);
        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
        return decision.sequence();
    }

    Decision putViewers(final ViewersRequest request) {
        return shop.decide(decision -> core().putViewers(request, decision));
    }

    /** Makes an inviter bring a viewer, whoever brought the viewer before. */
    BrandShop brings(final long inviter, final long viewer) {
        accepted(putViewers(new ViewersRequest().add(viewer, 0, 0, 0, inviter)));
        return this;
    }

    ViewerPicture picture(final long viewer) {
        final ViewerPicture picture = new ViewerPicture();
        core().findViewer(viewer, picture);
        return picture;
    }

    /** What the viewer's next order is put down to; it carries nothing. */
    Attribution attribution() {
        return attribution(OrderBuilder.order("order"));
    }

    /** What an order is put down to; it gets a key of its own. */
    Attribution attribution(final OrderBuilder order) {
        final Decision decision = shop.place(order.underKey("order-" + ++orders));
        assertThat(decision.outcome()).isEqualTo(Outcome.RESERVED);
        return decision.picture().attribution();
    }

    private void accepted(final Decision decision) {
        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    private static byte[] utf8(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
