/** The HTTP doors of calendars and deadlines. */
@NullMarked
package org.lianban.catalog.calendar.web;

import org.jspecify.annotations.NullMarked;
