/** Remembers drafts, proposals and rehearsals in PostgreSQL. */
@NullMarked
package org.lianban.catalog.drafting.store;

import org.jspecify.annotations.NullMarked;
