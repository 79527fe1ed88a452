/** 一件事清单: what is on the list, and where it stands. */
@NullMarked
package org.lianban.catalog.listing;

import org.jspecify.annotations.NullMarked;
