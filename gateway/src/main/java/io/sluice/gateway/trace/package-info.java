/**
 * Traces of orders by OpenTelemetry: of few orders, and only on the event loops. The engine knows nothing of them; what
 * happens there is one span, from the offer to the durable answer. Off unless an endpoint is set. By the plain API, for orders
 * pass by vertx-web, where vertx-opentelemetry would see them.
 */
package io.sluice.gateway.trace;
