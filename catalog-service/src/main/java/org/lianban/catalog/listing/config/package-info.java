/** Assembles the list. */
@NullMarked
package org.lianban.catalog.listing.config;

import org.jspecify.annotations.NullMarked;
