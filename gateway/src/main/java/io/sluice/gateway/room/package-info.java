/**
 * The live rooms: who is connected, and what they are told. Changes are gathered, encoded once a tick and written
 * to every viewer of the room. A slow viewer loses ticks and gets a fresh snapshot; an answer to its own order is
 * never lost in silence.
 */
package io.sluice.gateway.room;
