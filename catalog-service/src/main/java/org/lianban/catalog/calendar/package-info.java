/** Publishes working calendars and explains deadlines on them. */
@NullMarked
package org.lianban.catalog.calendar;

import org.jspecify.annotations.NullMarked;
