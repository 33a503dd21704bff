/**
 * One handler for each route of the contract in docs/openapi.yaml. A handler checks shape and rights, asks the
 * link, and turns a decision into an answer. Whatever is wrong is told as a problem document with a stable code.
 */
package io.sluice.gateway.http;
