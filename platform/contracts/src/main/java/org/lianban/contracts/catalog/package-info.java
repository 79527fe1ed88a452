/** What catalog-service announces on its compacted topic: one-things, departments, calendars. */
@NullMarked
package org.lianban.contracts.catalog;

import org.jspecify.annotations.NullMarked;
