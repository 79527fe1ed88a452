/** catalog-service: owns the one-thing lists, departments and working calendars, and announces them. */
@NullMarked
package org.lianban.catalog;

import org.jspecify.annotations.NullMarked;
