/** Calendars, terms, budgets and pauses: pure arithmetic on days and opening hours, where time is always passed in. */
@NullMarked
package org.lianban.time;

import org.jspecify.annotations.NullMarked;
