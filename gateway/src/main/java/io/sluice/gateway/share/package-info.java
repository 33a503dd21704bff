/**
 * Share codes: what a link, a card or a poster says of who brought a viewer. A code says all of it itself and is signed,
 * so nothing is kept of it here. Who may make which code is the business of the gateway's endpoints.
 */
package io.sluice.gateway.share;
