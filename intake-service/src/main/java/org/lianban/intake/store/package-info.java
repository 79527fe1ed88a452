/** What intake-service remembers, in PostgreSQL and in files named by their digest. */
@NullMarked
package org.lianban.intake.store;

import org.jspecify.annotations.NullMarked;
