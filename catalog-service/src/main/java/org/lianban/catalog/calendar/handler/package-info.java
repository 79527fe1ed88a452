/** Publishes calendars. */
@NullMarked
package org.lianban.catalog.calendar.handler;

import org.jspecify.annotations.NullMarked;
