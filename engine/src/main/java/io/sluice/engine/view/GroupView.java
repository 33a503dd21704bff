package io.sluice.engine.view;

/**
 * A group of customers. Immutable.
 *
 * @param id     its id.
 * @param name   its name.
 * @param store  the store it is centred on.
 * @param guide  the guide who looks after it.
 * @param owner  the viewer who owns it, 0 for nobody.
 */
public record GroupView(long id, String name, long store, long guide, long owner) {}
