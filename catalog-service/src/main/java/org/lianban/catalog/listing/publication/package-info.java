/** Decides whether a one-thing may be published, and names its content. */
@NullMarked
package org.lianban.catalog.listing.publication;

import org.jspecify.annotations.NullMarked;
