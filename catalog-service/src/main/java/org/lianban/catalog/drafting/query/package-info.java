/** Reads drafts and what belongs to them. */
@NullMarked
package org.lianban.catalog.drafting.query;

import org.jspecify.annotations.NullMarked;
