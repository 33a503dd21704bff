/**
 * The page's journeys in a real Chromium: buy, pay, sold out, reconnect. They start the packaged jar and see only what a
 * viewer sees. Compiled and run with the Maven profile {@code browser} alone; each class is named {@code *IT}.
 */
package io.sluice.ops.browser;
