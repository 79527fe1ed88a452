/**
 * The doors for people and programs that look at cases, their clocks, their stream of events and whom time is charged
 * to, and where outages are entered.
 */
@NullMarked
package org.lianban.result.bundle.web;

import org.jspecify.annotations.NullMarked;
