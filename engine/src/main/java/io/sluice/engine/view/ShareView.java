package io.sluice.engine.view;

import io.sluice.engine.protocol.Payee;

/**
 * What one payee earns by a commission plan. Immutable.
 *
 * @param payee        who.
 * @param basisPoints  of what a line costs.
 * @param fixedFen     for each unit, fen.
 * @param capFen       the most of one order, fen; 0 for no cap.
 */
public record ShareView(Payee payee, int basisPoints, long fixedFen, long capFen) {}
