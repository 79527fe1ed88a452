/** 提议: what departments and the public want on the list, and what goes up to the level that owns an item. */
package org.lianban.catalog.drafting.proposal;
