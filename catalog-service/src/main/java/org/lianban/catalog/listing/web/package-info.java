/** The HTTP doors of the list. */
@NullMarked
package org.lianban.catalog.listing.web;

import org.jspecify.annotations.NullMarked;
