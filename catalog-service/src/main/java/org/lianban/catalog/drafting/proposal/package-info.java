/** 提议: what departments and the public want on the list, and what goes up to the level that owns an item. */
@NullMarked
package org.lianban.catalog.drafting.proposal;

import org.jspecify.annotations.NullMarked;
