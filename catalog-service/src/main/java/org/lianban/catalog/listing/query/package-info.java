/** Reads the list for people and for decisions. */
@NullMarked
package org.lianban.catalog.listing.query;

import org.jspecify.annotations.NullMarked;
