/**
 * Read models built from the journal's records and from nothing else. A view can be thrown away and rebuilt, and
 * says at which sequence it is true. It never asks the core, and the core never knows of it.
 */
package io.sluice.engine.view;
