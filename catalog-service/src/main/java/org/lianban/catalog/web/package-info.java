/** The HTTP doors: lists, guides, publication, departments, calendars, deadlines. */
@NullMarked
package org.lianban.catalog.web;

import org.jspecify.annotations.NullMarked;
