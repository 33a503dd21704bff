/**
 * The rig's side of the wire, on plain Netty and one event loop: a few kept connections for requests, and as many light
 * sockets as there are viewers. Bytes are looked at where they lie; nothing is parsed that nobody asks for. Everything here
 * belongs to the thread of its event loop.
 */
package io.sluice.bench.load.client;
