/**
 * Who may come in, how fast, and what is shed first. Limits stand by viewer, by address and by the ring's
 * occupancy. Everything shed is counted by its reason.
 */
package io.sluice.gateway.admission;
