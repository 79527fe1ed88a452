/** Changes the list and announces it. */
@NullMarked
package org.lianban.catalog.listing.handler;

import org.jspecify.annotations.NullMarked;
