/**
 * Start-up and stop of the gateway, and the verticles it deploys. One context holds every setting with its
 * default and unit. What it starts, it stops in the reverse order.
 */
package io.sluice.gateway;
