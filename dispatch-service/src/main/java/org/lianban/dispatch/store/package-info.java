/** Remembers plans and lead decisions in PostgreSQL: multi-row statements only, all within the caller's transaction. */
@NullMarked
package org.lianban.dispatch.store;

import org.jspecify.annotations.NullMarked;
