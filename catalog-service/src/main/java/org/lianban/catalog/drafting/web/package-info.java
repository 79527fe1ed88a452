/** The HTTP doors of drafts, proposals, batches and reductions. */
@NullMarked
package org.lianban.catalog.drafting.web;

import org.jspecify.annotations.NullMarked;
