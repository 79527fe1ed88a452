/** Reads calendars. */
@NullMarked
package org.lianban.catalog.calendar.query;

import org.jspecify.annotations.NullMarked;
